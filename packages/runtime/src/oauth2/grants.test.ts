import { describe, expect, it } from "vitest";
import { issue, refreshing, tokenEndpoint } from "../testing/token-endpoint.js";
import { oauth2 } from "./index.js";

describe("grants", () => {
  it("refreshes with a form that names the client", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    expect(await oauth2({ ...refreshing, tokenUrl, scopes: ["user_read", "user_write"] }).get()).toBe("access-1");
    expect(asked[0]?.fields).toEqual({
      grant_type: "refresh_token",
      refresh_token: "canary-refresh",
      scope: "user_read user_write",
      client_id: "client-1",
    });
    expect(asked[0]?.headers).toMatchObject({
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
    });
  });

  it("asks with the client's own credentials, as HTTP basic with both parts encoded as a form, or in the form", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const options = { tokenUrl, clientId: "a:b c", clientSecret: "é/+", clientCredentials: true } as const;
    await oauth2(options).get();
    await oauth2({ ...options, clientAuthentication: "form" }).get();
    expect(asked[0]?.fields).toEqual({ grant_type: "client_credentials" });
    expect(atob(String(asked[0]?.headers.authorization).slice("Basic ".length))).toBe("a%3Ab+c:%C3%A9%2F%2B");
    expect(asked[1]?.fields).toEqual({ grant_type: "client_credentials", client_id: "a:b c", client_secret: "é/+" });
    expect(asked[1]?.headers.authorization).toBeUndefined();
  });

  it("exchanges a code once, with its verifier, and refreshes with what came with it", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue((number) => ({ refresh_token: `refresh-${number}` })));
    const source = oauth2({
      tokenUrl,
      clientId: "client-1",
      scopes: ["a"],
      authorizationCode: { code: "code-1", redirectUri: "https://app.example/back", codeVerifier: "verifier-1" },
    });
    const first = await source.get();
    await source.get(first);
    await source.get("access-2");
    expect(asked.map(({ fields }) => fields)).toEqual([
      {
        grant_type: "authorization_code",
        code: "code-1",
        redirect_uri: "https://app.example/back",
        code_verifier: "verifier-1",
        client_id: "client-1",
      },
      { grant_type: "refresh_token", refresh_token: "refresh-1", client_id: "client-1" },
      { grant_type: "refresh_token", refresh_token: "refresh-2", client_id: "client-1" },
    ]);
  });

  it("says that a code is used up where no refresh token came with it", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const source = oauth2({
      tokenUrl,
      clientId: "c",
      authorizationCode: { code: "x", redirectUri: "https://app.example" },
    });
    const first = await source.get();
    await expect(source.get(first)).rejects.toThrow("authorize again");
    expect(asked.length).toBe(1);
  });
});
