import type { CredentialWriter, HttpScheme, TokenScheme } from "../security.js";
import { readSecret } from "./secret.js";

/** Sends a token in `Authorization`, behind the name of its scheme: `Bearer` (RFC 6750 2.1) unless the document has another. */
export const writeToken: CredentialWriter<HttpScheme | TokenScheme> = (authorization, scheme, credential, refuse) => {
  const token = readSecret(authorization, credential, refuse);
  // Names are compared without case (RFC 9110 11.1), but not by all servers: `Bearer`, `Digest`.
  const name = "scheme" in scheme ? scheme.scheme.charAt(0).toUpperCase() + scheme.scheme.slice(1) : "Bearer";
  authorization.headers.authorization = `${name} ${token}`;
};
