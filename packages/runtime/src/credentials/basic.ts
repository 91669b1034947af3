import { toBytes } from "../bytes.js";
import type { CredentialWriter, HttpScheme } from "../security.js";

/** Sends a user name and a password (RFC 7617), in UTF-8. */
export const writeBasic: CredentialWriter<HttpScheme> = ({ headers, secrets }, _, credential, refuse) => {
  const { username, password } = Object(credential) as { username?: unknown; password?: unknown };
  if (typeof username !== "string" || typeof password !== "string" || username.includes(":"))
    return refuse("needs a username without a colon, and a password");
  const encoded = btoa(toBytes(`${username}:${password}`));
  secrets.push(password, encoded);
  headers.authorization = `Basic ${encoded}`;
};
