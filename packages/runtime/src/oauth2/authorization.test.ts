import { describe, expect, it } from "vitest";
import { authorizationUrl, createPkce } from "./index.js";

describe("authorization", () => {
  it("derives the challenge as RFC 7636, appendix B, does", async () => {
    const { verifier, challenge } = await createPkce();
    expect(verifier).toMatch(/^[\w-]{43}$/);
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
    expect(challenge).toBe(Buffer.from(digest).toString("base64url"));
    expect((await createPkce()).verifier).not.toBe(verifier);
  });

  it("writes the URL that a person is sent to", () => {
    const url = authorizationUrl({
      authorizationUrl: "https://secure.example.com/authorize?tenant=1",
      clientId: "client-1",
      redirectUri: "https://app.example/back",
      state: "s t",
      challenge: "abc",
      scopes: ["user_read", "user_write"],
    });
    expect(url).toBe(
      "https://secure.example.com/authorize?tenant=1&response_type=code&client_id=client-1&redirect_uri=https%3A%2F%2Fapp.example%2Fback&scope=user_read+user_write&state=s+t&code_challenge=abc&code_challenge_method=S256",
    );
  });
});
