import { FacsimileError } from "./facsimile.js";

/**
 * No answer arrived: the name was not resolved, the connection was refused or broke before the headers were complete, or
 * `fetch` failed for another reason. `cause` is what `fetch` threw.
 */
export class ConnectionError extends FacsimileError {
  override get name(): "ConnectionError" {
    return "ConnectionError";
  }
}

export function isConnectionError(value: unknown): value is ConnectionError {
  return value instanceof ConnectionError;
}
