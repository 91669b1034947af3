import {
  type Api,
  isRelativeServer,
  operationServers,
  type SecurityAlternative,
  type SecurityScheme,
} from "@facsimile/document";
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

// Options that are optional are undefined too.
const credentials = 'NonNullable<NonNullable<Options>["credentials"]>';

/**
 * What the compiler has to find out about where a client finds its servers: a base URL is enough, and so is what the document's servers need; those
 * that some operations have for themselves can be replaced one by one.
 */
export function serverChecks(api: Api): TypeCheck {
  const { base, others } = operationServers(api);
  const given = distinctAlternatives(api).length === 0 ? "" : `credentials: ${credentials}; `;
  const isRelative = base === undefined || isRelativeServer(base);
  const variables = [...(base === undefined || isRelative ? [] : [base]), ...others].flatMap(
    (server) => server.variables,
  );
  const names = [...new Set(variables.map(({ name }) => name))];
  const isNeeded = variables.some(({ required }) => required);
  const values = (type: string): string => `{ ${names.map((name) => `${JSON.stringify(name)}: ${type}`).join("; ")} }`;
  const fits = (members: string): string => `Fits<{ ${given}${members} }, Options>`;
  return {
    name: "types of the server",
    lines: [
      `type _ = Check<${fits("baseUrl: string")}>;`,
      ...twin(fits("baseUrl: number")),
      ...(given !== "" && api.operations.every((operation) => !isOpen(operation))
        ? twin("Fits<{ baseUrl: string }, Options>")
        : []),
      ...(isRelative || isNeeded ? twin(fits("")) : [`type _ = Check<${fits("")}>;`]),
      ...(isRelative || names.length === 0
        ? []
        : [
            ...(variables.every((variable) => variable.enum === undefined)
              ? [`type _ = Check<${fits(`server: ${values("string")}`)}>;`]
              : []),
            ...(isNeeded ? twin(fits("server: {}")) : []),
            ...twin(fits(`server: ${values("number")}`)),
          ]),
      ...others.flatMap(({ url }) => [
        `type _ = Check<${fits(`baseUrl: string; baseUrls: { ${JSON.stringify(url)}: string }`)}>;`,
        ...twin(fits(`baseUrl: string; baseUrls: { ${JSON.stringify(url)}: number }`)),
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
    `{ ${alternative.map(({ scheme }) => `${JSON.stringify(scheme.credential)}: ${type(scheme)}`).join("; ")} }`;
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
