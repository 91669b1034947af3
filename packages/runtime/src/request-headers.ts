import { InvalidRequestError } from "./errors/invalid-request.js";
import { isHeaderValue } from "./header-value.js";
import type { Operation } from "./operation.js";
import type { RequestHeaders } from "./options.js";

/** RFC 9110 5.6.2. */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/** What each operation asks for: found out once. */
const accepted: WeakMap<Operation<never>, Readonly<Record<string, string>>> = /* @__PURE__ */ new WeakMap();

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
    else if (!token.test(name)) throw new InvalidRequestError("the name of a header is not a token");
    else if (!isHeaderValue(`${value}`)) throw new InvalidRequestError(`header ${key} cannot hold a line end or such`);
    else headers[key] = `${value}`;
  }
}

/**
 * Asks for all media types that the operation may answer with, in the order of the document. Where a success may be something other than
 * JSON, it asks for no compression: `fetch` takes half of a compressed body for a whole one, and only in JSON is the loss seen.
 */
export function acceptOf(operation: Operation<never>): Record<string, string> {
  let headers = accepted.get(operation);
  if (!headers) {
    const stated = Object.entries(operation.responses).flatMap(([key, { content = [] }]) =>
      content.map((mediaType) => ({ mediaType, verifiable: !/^[2d]/.test(key) || /json|^\*/.test(mediaType) })),
    );
    const accept = [...new Set(stated.map(({ mediaType }) => mediaType))].join(", ") || "*/*";
    headers = stated.every(({ verifiable }) => verifiable) ? { accept } : { accept, "accept-encoding": "identity" };
    accepted.set(operation, headers);
  }
  return { ...headers };
}
