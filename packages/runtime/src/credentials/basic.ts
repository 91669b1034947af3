import type { CredentialWriter, HttpScheme } from "../security.js";

/** Sends a user name and a password (RFC 7617), in UTF-8. */
export const writeBasic: CredentialWriter<HttpScheme> = ({ headers, secrets }, _, credential, refuse) => {
  const { username, password } = Object(credential) as { username?: unknown; password?: unknown };
  if (typeof username !== "string" || typeof password !== "string") return refuse("needs a username and a password");
  if (username.includes(":")) refuse("has a colon in its username");
  const text = `${username}:${password}`;
  // One character for each byte of UTF-8, as `btoa` takes them; half a surrogate pair is a URIError. `unescape` is deprecated, and all
  // platforms have it (ECMA-262 B.2.1.2).
  const encoded = btoa(unescape(encodeURIComponent(text)));
  secrets.push(password, encoded);
  headers.authorization = `Basic ${encoded}`;
};
