import { isJson } from "@facsimile/document";
import type { Operation } from "./edition.js";
import type { MadeRequest } from "./requests.js";

/** What Prism (5.14.2) refuses though the document allows it, each as narrow as it is. */
const errors: readonly ((request: MadeRequest, operation: Operation, refusal: string) => boolean)[] = [
  // Where no credential is needed (`security` has `{}`), it takes any `Authorization` that no other alternative asks for as one that failed.
  ({ headers }, { security }, refusal) =>
    refusal.startsWith("401") && headers.authorization !== undefined && security.some(({ length }) => length === 0),
  // It holds 0.3 to be no multiple of 0.1.
  (_, __, refusal) => /must be multiple of 0\.\d+"/.test(refusal),
  // It asks for headers that mean nothing as parameters (OpenAPI 3.1.1, 4.8.12.2.1).
  (_, __, refusal) =>
    /Request header must have required property '(?:content-type|accept|authorization)'/.test(refusal),
  // It takes media types that differ before `+json` for one, of which the first counts.
  ({ headers }, { requestBody }) => {
    const [first, ...others] = (requestBody?.content ?? []).filter(({ name }) => isJson(name));
    const sent = headers["content-type"];
    return first !== undefined && first.name !== sent && others.some(({ name }) => name === sent);
  },
];

export function isPrismsError(request: MadeRequest, operation: Operation, refusal: string): boolean {
  return errors.some((isError) => isError(request, operation, refusal));
}

/** Whether a receiver refuses a body because it knows of none: by convention it passes over what it does not expect (docs/changes.md). */
export function isPassedOver({ requestBody }: Operation, refusal: string): boolean {
  return requestBody === undefined && refusal.startsWith("415");
}
