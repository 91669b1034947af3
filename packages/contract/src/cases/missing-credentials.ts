import type { JsonObject, Operation } from "@facsimile/codegen";
import type { RefusalCase, WireCase } from "./case.js";
import { isOpen } from "./secrets.js";
import { validRequest } from "./valid-request.js";

/** What happens without any credential: the package says so before it sends anything, and the server refuses the request. */
export function missingCredentials(document: JsonObject, operation: Operation): readonly (RefusalCase | WireCase)[] {
  if (isOpen(operation)) return [];
  const request = { ...validRequest(document, operation, "maximal"), secrets: [] };
  // Prism answers with the document's 401, else with its `default` (the document's ranges do not count), else with a problem of its own.
  const response =
    operation.responses.find(({ status }) => status === "401") ??
    operation.responses.find(({ status }) => status === "default");
  return [
    {
      kind: "refusal",
      name: `${operation.id}: without credentials the package refuses`,
      request,
      error: "CredentialsError",
    },
    {
      kind: "wire",
      name: `${operation.id}: without credentials the server refuses`,
      request,
      expected: { status: 401, response },
    },
  ];
}
