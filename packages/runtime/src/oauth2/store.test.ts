import { describe, expect, it } from "vitest";
import { issue, refreshing, tokenEndpoint } from "../testing/token-endpoint.js";
import { type OAuth2Tokens, oauth2 } from "./index.js";

describe("a store", () => {
  const memory = (first?: OAuth2Tokens) => {
    const saved: OAuth2Tokens[] = first ? [first] : [];
    return { saved, load: () => saved.at(-1), save: async (tokens: OAuth2Tokens) => void saved.push(tokens) };
  };

  it("spares the request where it has a token that is still good", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const store = memory({ accessToken: "kept", expiresAt: Date.now() + 100_000 });
    expect(await oauth2({ ...refreshing, tokenUrl, store }).get()).toBe("kept");
    expect(asked.length).toBe(0);
  });

  it("gets what was received, with a refresh token that the server changed or left", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(
      issue((number) => (number === 1 ? { refresh_token: "rotated" } : {})),
    );
    const store = memory();
    const source = oauth2({ ...refreshing, tokenUrl, store });
    await source.get(await source.get());
    expect(store.saved).toEqual([
      { accessToken: "access-1", refreshToken: "rotated" },
      { accessToken: "access-2", refreshToken: "rotated" },
    ]);
    expect(asked.map(({ fields }) => fields.refresh_token)).toEqual(["canary-refresh", "rotated"]);
  });

  it("is asked before each refresh, so that one process uses what another received", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const store = memory();
    const [here, there] = [oauth2({ ...refreshing, tokenUrl, store }), oauth2({ ...refreshing, tokenUrl, store })];
    const first = await here.get();
    await there.get();
    await there.get(first);
    expect(await here.get(first)).toBe("access-2");
    expect(asked.length).toBe(2);
  });

  it("that cannot save rejects the call, and the changed refresh token is not lost", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue((number) => ({ refresh_token: `rotated-${number}` })));
    const broken = new Error("disk full");
    const store = {
      load: () => ({ accessToken: "old", refreshToken: "old-refresh", expiresAt: 1 }),
      save: () => Promise.reject(broken),
    };
    const source = oauth2({ ...refreshing, tokenUrl, store });
    await expect(source.get()).rejects.toBe(broken);
    await expect(source.get("access-1")).rejects.toBe(broken);
    expect(asked.map(({ fields }) => fields.refresh_token)).toEqual(["old-refresh", "rotated-1"]);
  });
});
