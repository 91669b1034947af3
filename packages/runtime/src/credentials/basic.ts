import type { CredentialWriter, HttpScheme } from "../security.js";

/** What was encoded last: most applications have one credential, and send it with each call. */
let last = { username: "", password: "", encoded: "" };

/** Sends a user name and a password (RFC 7617), in UTF-8. */
export const writeBasic: CredentialWriter<HttpScheme> = ({ headers, secrets }, _, credential, refuse) => {
  const { username, password } = Object(credential) as { username?: unknown; password?: unknown };
  if (typeof username !== "string" || typeof password !== "string" || username.includes(":"))
    return refuse("needs a username without a colon, and a password");
  if (last.username !== username || last.password !== password) {
    // One character for each byte of UTF-8, as `btoa` takes them; half a surrogate pair is a URIError. `unescape` is deprecated, and all
    // platforms have it (ECMA-262 B.2.1.2).
    last = { username, password, encoded: btoa(unescape(encodeURIComponent(`${username}:${password}`))) };
  }
  secrets.push(password, last.encoded);
  headers.authorization = `Basic ${last.encoded}`;
};
