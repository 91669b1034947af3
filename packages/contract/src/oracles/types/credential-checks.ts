import type { Api, SecurityAlternative, SecurityScheme } from "@facsimile/document";
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

/** What the compiler has to find out about where a client finds its server: a base URL is enough, and so is what the document's server needs. */
export function serverChecks({ servers, ...api }: Api): TypeCheck {
  const given = distinctAlternatives({ servers, ...api }).length === 0 ? "" : `credentials: ${credentials}; `;
  const variables = servers[0]?.variables ?? [];
  const needed = variables.filter(({ required }) => required);
  const isRelative = servers[0] === undefined || !/^[a-z]+:/i.test(servers[0].url);
  const values = `{ ${variables.map(({ name }) => `${JSON.stringify(name)}: string`).join("; ")} }`;
  return {
    name: "types of the server",
    lines: [
      `type _ = Check<Fits<{ ${given}baseUrl: string }, Options>>;`,
      ...twin(`Fits<{ ${given}baseUrl: number }, Options>`),
      ...(given !== "" && api.operations.every((operation) => !isOpen(operation))
        ? twin("Fits<{ baseUrl: string }, Options>")
        : []),
      ...(isRelative || needed.length > 0
        ? twin(`Fits<{ ${given} }, Options>`)
        : [`type _ = Check<Fits<{ ${given} }, Options>>;`]),
      ...(isRelative || variables.length === 0
        ? []
        : [
            `type _ = Check<Fits<{ ${given}server: ${values} }, Options>>;`,
            ...(needed.length > 0 ? twin(`Fits<{ ${given}server: {} }, Options>`) : []),
            ...twin(`Fits<{ ${given}server: ${values.replaceAll(": string", ": number")} }, Options>`),
          ]),
    ],
  };
}

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
