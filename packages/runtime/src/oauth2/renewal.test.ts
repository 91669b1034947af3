import { afterEach, describe, expect, it, vi } from "vitest";
import { isCredentialsError } from "../errors/credentials.js";
import { json } from "../testing/serve.js";
import { issue, refreshing, tokenEndpoint } from "../testing/token-endpoint.js";
import { oauth2 } from "./index.js";

afterEach(() => {
  vi.useRealTimers();
});

describe("renewal", () => {
  it("asks once for 50 calls at the same time", async () => {
    const { tokenUrl, asked } = await tokenEndpoint((...args) => setTimeout(() => issue()(...args), 20));
    const source = oauth2({ ...refreshing, tokenUrl });
    const tokens = await Promise.all(Array.from({ length: 50 }, () => source.get()));
    expect(new Set(tokens)).toEqual(new Set(["access-1"]));
    expect(asked.length).toBe(1);
  });

  it("asks once more for 50 calls that were refused, also for those that learn it late", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const source = oauth2({ ...refreshing, tokenUrl });
    const refused = await source.get();
    const renewed = await Promise.all(Array.from({ length: 49 }, () => source.get(refused)));
    renewed.push(await source.get(refused));
    expect(new Set(renewed)).toEqual(new Set(["access-2"]));
    expect(asked.length).toBe(2);
  });

  it("rejects all 50 calls when the refresh fails, after one request, and works again when the server does", async () => {
    const { tokenUrl, asked } = await tokenEndpoint((one, response, number) =>
      number === 1 ? json(response, { error: "temporarily_unavailable" }, 503) : issue()(one, response, number),
    );
    const source = oauth2({ ...refreshing, tokenUrl });
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => source.get()));
    expect(outcomes.every((outcome) => outcome.status === "rejected" && isCredentialsError(outcome.reason))).toBe(true);
    expect(asked.length).toBe(1);
    expect(await source.get()).toBe("access-2");
  });

  it.each([
    ["a number", 3600],
    ["a text", "3600"],
  ])("renews half a minute before expires_in, %s, is over", async (_, expiresIn) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
    const { tokenUrl } = await tokenEndpoint(issue(() => ({ expires_in: expiresIn })));
    const source = oauth2({ ...refreshing, tokenUrl });
    const tokens = [await source.get()];
    for (const second of [3569, 3570]) {
      vi.setSystemTime(1_000_000 + second * 1000);
      tokens.push(await source.get());
    }
    expect(tokens).toEqual(["access-1", "access-1", "access-2"]);
  });

  it.each([undefined, null, "soon", "", -1, 0, {}])(
    "keeps a token until it is refused where expires_in is %j",
    async (expiresIn) => {
      vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
      const { tokenUrl } = await tokenEndpoint(issue(() => ({ expires_in: expiresIn })));
      const source = oauth2({ ...refreshing, tokenUrl });
      await source.get();
      vi.setSystemTime(1e12);
      expect([await source.get(), await source.get("access-1")]).toEqual(["access-1", "access-2"]);
    },
  );

  it.each([
    ["an hour ahead", 3_600_000],
    ["an hour behind", -3_600_000],
  ])("needs no more requests when the clock jumps %s than the jump costs", async (_, jump) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 10_000_000 });
    const { tokenUrl, asked } = await tokenEndpoint(issue(() => ({ expires_in: 1800 })));
    const source = oauth2({ ...refreshing, tokenUrl });
    await source.get();
    vi.setSystemTime(10_000_000 + jump);
    for (let call = 0; call < 10; call++) await source.get();
    // By the clock of the API the token is over: it answers 401.
    await source.get(await source.get());
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it("uses a token that lives shorter than half a minute for the calls that waited for it", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue(() => ({ expires_in: 5 })));
    const source = oauth2({ ...refreshing, tokenUrl });
    expect(await Promise.all([source.get(), source.get()])).toEqual(["access-1", "access-1"]);
    expect(asked.length).toBe(1);
  });
});
