import { FacsimileError } from "./facsimile.js";

/**
 * The call took longer than `timeout` allows for one attempt, or than `totalTimeout` allows for all of them.
 */
export class TimeoutError extends FacsimileError {
  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
}

export function isTimeoutError(value: unknown): value is TimeoutError {
  return value instanceof TimeoutError;
}
