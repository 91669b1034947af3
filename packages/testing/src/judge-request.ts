import type { Operation } from "@facsimile/document";
import { judgeParameters, readPairs, type SentParameters } from "@facsimile/samples/wire";
import type { Description } from "./description.js";
import { judgeBody } from "./judge-body.js";
import { MockError } from "./mock-error.js";
import type { ReadRequest } from "./sent-request.js";

/**
 * Holds a request against its operation: the parameters, each in its place and style, the content type, and a body of JSON or a form.
 *
 * @throws MockError with all that the document does not allow.
 */
export function judgeRequest(description: Description, operation: Operation, request: ReadRequest): void {
  const { document, api, validator, placeOf } = description;
  const context = { document: document.json, validator, schemes: api.securitySchemes };
  const findings = [
    ...judgeParameters(context, parametersOf(request), operation),
    ...judgeBody(description, operation, request),
  ];
  if (findings.length === 0) return;
  const what = findings.slice(0, mostTold).join("; ");
  throw new MockError(
    `${operation.id} was called with what the document refuses: ${what} (${placeOf(operation.pointer)})`,
  );
}

/** How many findings a message has. */
const mostTold = 5;

function parametersOf({ sent, path }: ReadRequest): SentParameters {
  const { url, headers } = sent;
  return {
    path,
    query: readPairs(new URL(url).search.slice(1), "&"),
    cookies: readPairs(headers.get("cookie") ?? "", ";"),
    header: (name) => headers.get(name) ?? undefined,
  };
}
