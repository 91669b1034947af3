import { FacsimileError } from "./facsimile.js";

/**
 * Nothing was sent, because no alternative of the operation's security requirements is met by the credentials that the client has, or
 * because one of them could not be obtained or cannot be sent. Its value is never shown.
 */
export class CredentialsError extends FacsimileError {
  /** What an authorization server calls its error (RFC 6749 5.2, RFC 8628 3.5): with `invalid_grant`, a person has to sign in again. */
  declare readonly code: string | undefined;

  override get name(): "CredentialsError" {
    return "CredentialsError";
  }
}

export function isCredentialsError(value: unknown): value is CredentialsError {
  return value instanceof CredentialsError;
}
