import { encodeBase64Url } from "./base64-url.js";

/** A proof key for one authorization (RFC 7636). */
export interface Pkce {
  /** Kept until the code comes back, then given as `codeVerifier`: 43 characters, 256 random bits. */
  readonly verifier: string;
  /** Goes into the authorization URL; its method is S256. */
  readonly challenge: string;
}

export async function createPkce(): Promise<Pkce> {
  const verifier = encodeBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return { verifier, challenge: encodeBase64Url(new Uint8Array(digest)) };
}
