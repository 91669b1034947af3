import type { Api, SecurityAlternative, SecurityScheme } from "@facsimile/codegen";
import { alternativeName, isOpen } from "../../cases/secrets.js";
import type { TypeCheck } from "./check-file.js";
import { twin } from "./schema-checks.js";

/** What the compiler has to find out about the credentials that a client is made with. Nothing, where no operation needs one. */
export function credentialChecks(api: Api): readonly TypeCheck[] {
  const alternatives = distinctAlternatives(api);
  if (alternatives.length === 0) return [];
  const needed = api.operations.every((operation) => !isOpen(operation));
  const lines = [
    ...alternatives.flatMap(alternativeChecks),
    ...(needed ? twin(`Fits<{}, ${credentials}>`) : []),
    ...twin(`Fits<{ "no such scheme": string }, ${credentials}>`),
  ];
  return [{ name: "types of the credentials", lines }];
}

const credentials = 'NonNullable<Options["credentials"]>';

function distinctAlternatives({ operations }: Api): readonly SecurityAlternative[] {
  const all = operations.flatMap(({ security }) => security).filter((alternative) => alternative.length > 0);
  return [...new Map(all.map((alternative) => [alternativeName(alternative), alternative])).values()];
}

/** Each alternative is enough by itself, as values and as functions that give them, and not with values that are no credentials. */
function alternativeChecks(alternative: SecurityAlternative): string[] {
  const object = (type: (scheme: SecurityScheme) => string): string =>
    `{ ${alternative.map(({ scheme }) => `${JSON.stringify(scheme.name)}: ${type(scheme)}`).join("; ")} }`;
  return [
    `type _ = Check<Fits<${object(credentialType)}, ${credentials}>>;`,
    `type _ = Check<Fits<${object((scheme) => `() => Promise<${credentialType(scheme)}>`)}, ${credentials}>>;`,
    ...alternative.flatMap(({ scheme }) =>
      twin(`Fits<${object((one) => (one === scheme ? "number" : credentialType(one)))}, ${credentials}>`),
    ),
  ];
}

function credentialType(scheme: SecurityScheme): string {
  const isBasic = scheme.type === "http" && scheme.scheme === "basic";
  return isBasic ? "{ username: string; password: string }" : "string";
}
