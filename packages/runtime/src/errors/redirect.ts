import { FacsimileError } from "./facsimile.js";

/**
 * The server redirected the call to where it must not follow: an origin that is not the API's own, from https to http, or around in a circle. The
 * request that was answered with the redirect has been sent; nothing went to the place that it points to.
 */
export class RedirectError extends FacsimileError {
  override get name(): "RedirectError" {
    return "RedirectError";
  }
}

export function isRedirectError(value: unknown): value is RedirectError {
  return value instanceof RedirectError;
}
