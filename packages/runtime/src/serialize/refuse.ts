import { InvalidRequestError } from "../errors/invalid-request.js";

/** Where a value stands: a place of the request and a name in it. */
export interface Place {
  readonly in: string;
  readonly name: string;
}

/** Refuses a value before anything is sent. The value itself stays out of the message: it may be a secret. */
export function refuse(place: Place, reason: string, cause?: unknown): never {
  throw new InvalidRequestError(`${JSON.stringify(place.name)} in the ${place.in} ${reason}`, { cause });
}

/** Writes a value, and refuses what the platform could not write (half a surrogate pair, a cycle). */
export function refuseFailure<At extends Place, Written>(
  place: At,
  write: (place: At, value: unknown) => Written,
  value: unknown,
): Written {
  try {
    return write(place, value);
  } catch (error) {
    if (error instanceof InvalidRequestError) throw error;
    return refuse(place, error instanceof URIError ? "is no valid Unicode" : "cannot be written", error);
  }
}
