import type { CredentialWriter, HttpScheme } from "../security.js";

/** Sends a user name and a password (RFC 7617), in UTF-8. */
export const writeBasic: CredentialWriter<HttpScheme> = ({ headers, secrets }, _, credential, refuse) => {
  const { username, password } = Object(credential) as { username?: unknown; password?: unknown };
  if (typeof username !== "string" || typeof password !== "string") return refuse("needs a username and a password");
  if (username.includes(":")) refuse("has a colon in its username");
  const text = `${username}:${password}`;
  // `btoa` takes one character for one byte. Half a surrogate pair is a URIError.
  const bytes = encodeURIComponent(text).replace(/%(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  const encoded = btoa(bytes);
  secrets.push(password, encoded);
  headers.authorization = `Basic ${encoded}`;
};
