import { essence } from "@facsimile/document";
import type { IHttpRequest } from "@stoplight/prism-http";
import type { PrismOperation } from "./prism-operation.js";

/** The media type of a message, as it states it. */
export function typeIn(headers: IHttpRequest["headers"] = {}): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === "content-type")?.[1];
}

/**
 * Prism takes media types that end alike for the same, `application/scim+json` for `application/json`, and the first of them for what a message has. Where an
 * operation has the very type of a message, it is given without the others.
 */
export function forRequest(operation: PrismOperation, type: string | undefined): PrismOperation {
  const { request } = operation;
  if (request?.body?.contents === undefined) return operation;
  const contents = ofType(request.body.contents, type);
  return { ...operation, request: { ...request, body: { ...request.body, contents } } };
}

export function forAnswer(operation: PrismOperation, type: string | undefined): PrismOperation {
  const [first, ...others] = operation.responses.map((response) =>
    response.contents === undefined ? response : { ...response, contents: ofType(response.contents, type) },
  );
  return first === undefined ? operation : { ...operation, responses: [first, ...others] };
}

function ofType<Content extends { readonly mediaType: string }>(contents: Content[], type = ""): Content[] {
  const exact = contents.filter(({ mediaType }) => essence(mediaType) === essence(type));
  return exact.length > 0 ? exact : contents;
}
