import { FacsimileError } from "./facsimile.js";

/** The caller's `signal` was aborted. `cause` is the signal's own reason. */
export class AbortedError extends FacsimileError {
  override get name(): "AbortedError" {
    return "AbortedError";
  }
}

export function isAbortedError(value: unknown): value is AbortedError {
  return value instanceof AbortedError;
}
