import { describe, expect, it } from "vitest";
import { issue, tokenEndpoint } from "../testing/token-endpoint.js";
import { type OAuth2Tokens, oauth2 } from "./index.js";

const client = { clientId: "client-1" };

describe("tokens that were had in another way", () => {
  it("are used while they are good, and saved", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const saved: OAuth2Tokens[] = [];
    const store = { load: () => saved.at(-1), save: (tokens: OAuth2Tokens) => void saved.push(tokens) };
    const tokens = { accessToken: "given", expiresAt: Date.now() + 100_000 };
    const source = oauth2({ ...client, tokenUrl, tokens, store });
    expect([await source.get(), await source.get()]).toEqual(["given", "given"]);
    expect([saved, asked.length]).toEqual([[tokens], 0]);
  });

  it("give way to those of a store", async () => {
    const { tokenUrl } = await tokenEndpoint(issue());
    const store = { load: () => ({ accessToken: "stored" }), save: () => {} };
    expect(await oauth2({ ...client, tokenUrl, tokens: { accessToken: "given" }, store }).get()).toBe("stored");
  });

  it("are renewed by their refresh token, with what was granted", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const tokens = { accessToken: "given", refreshToken: "refresh-1", expiresAt: 1 };
    expect(await oauth2({ ...client, tokenUrl, tokens, scopes: ["all"] }).get()).toBe("access-1");
    expect(asked[0]?.fields).toEqual({
      grant_type: "refresh_token",
      refresh_token: "refresh-1",
      client_id: "client-1",
    });
  });

  it("are used up without one", async () => {
    const { tokenUrl } = await tokenEndpoint(issue());
    const source = oauth2({ ...client, tokenUrl, tokens: { accessToken: "given" } });
    await expect(source.get("given")).rejects.toThrow(
      "no access token: the tokens are used up, and there is no refresh token; authorize again",
    );
  });
});
