import type { Json, Operation, SecurityAlternative } from "@facsimile/document";
import type { ServerMutant } from "../mutant.js";
import { set } from "./edit.js";
import { seeder } from "./seed.js";

/** The server wants no credential, or does not take one of the alternatives, or wants all of them. */
export function securityMutants(operation: Operation): readonly ServerMutant[] {
  const { pointer, security } = operation;
  const seed = seeder(operation);
  const written = security.map(requirementObject);
  const several = written.length > 1;
  const replace = (json: readonly Json[]) => (document: Parameters<typeof set>[0]) =>
    set(document, `${pointer}/security`, json);
  return [
    ...seed(security.length > 0, "security removed", "", pointer, replace([])),
    ...written.flatMap((_one, index) =>
      seed(
        several,
        "security alternative removed",
        String(index + 1),
        pointer,
        replace(written.filter((_other, position) => position !== index)),
      ),
    ),
    ...seed(several, "security alternatives joined", "", pointer, replace([Object.assign({}, ...written)])),
  ];
}

function requirementObject(alternative: SecurityAlternative): { readonly [scheme: string]: readonly string[] } {
  return Object.fromEntries(alternative.map(({ scheme, scopes }) => [scheme.name, scopes]));
}
