import { FacsimileError } from "./facsimile.js";

/**
 * Nothing was sent, because the input or an option is not what the operation takes.
 */
export class InvalidRequestError extends FacsimileError {
  override get name(): "InvalidRequestError" {
    return "InvalidRequestError";
  }
}

export function isInvalidRequestError(value: unknown): value is InvalidRequestError {
  return value instanceof InvalidRequestError;
}
