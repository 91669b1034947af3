import { InvalidRequestError } from "./errors/invalid-request.js";
import type { RequestHeaders } from "./options.js";

/** A token (RFC 9110 5.6.2), and on a line of its own, where neither may hold another, what `isHeaderValue` allows. */
const lines = /^[\w!#$%&'*+.^`|~-]+\n[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Adds headers to those that a request has, under names in lower case. Undefined takes one away.
 *
 * @throws InvalidRequestError for what cannot be sent. Values are not shown.
 */
export function addHeaders(headers: Record<string, string>, given: RequestHeaders | undefined): void {
  for (const name in given) {
    const value = given[name];
    const key = name.toLowerCase();
    if (value === undefined) delete headers[key];
    else if (lines.test(`${name}\n${value}`)) headers[key] = `${value}`;
    else throw new InvalidRequestError(`header ${key} holds a forbidden character`);
  }
}
