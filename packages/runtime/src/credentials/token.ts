import type { CredentialWriter, HttpScheme, TokenScheme } from "../security.js";
import type { OAuth2TokenSource } from "./credential.js";
import { readSecret } from "./secret.js";

/** Sends a token in `Authorization`, behind the name of its scheme: `Bearer` (RFC 6750 2.1) unless the document has another. */
export const writeToken: CredentialWriter<HttpScheme | TokenScheme> = async (
  authorization,
  scheme,
  credential,
  refuse,
  refused,
) => {
  const source = isSource(credential);
  const token = readSecret(authorization, source ? await credential.accessToken(refused) : credential, refuse);
  if (source) authorization.token = token;
  // Names are compared without case (RFC 9110 11.1), but not by all servers: `Bearer`, `Digest`.
  const name = "scheme" in scheme ? scheme.scheme.charAt(0).toUpperCase() + scheme.scheme.slice(1) : "Bearer";
  authorization.headers.authorization = `${name} ${token}`;
};

function isSource(credential: unknown): credential is OAuth2TokenSource {
  return typeof (Object(credential) as Partial<OAuth2TokenSource>).accessToken === "function";
}
