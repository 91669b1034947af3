import type { Api, Operation, SecurityScheme } from "@facsimile/document";
import { camelCase } from "@facsimile/document";
import { isIdentifier } from "../print/index.js";

/** What modules of a package call what is theirs. What a package hands out has its name from the model. */
export interface Names {
  /** What a declaration that is handed out is called in its own module: its name, unless no declaration there can be called so. */
  local(name: string): string;
  /** The constants that describe operations to the runtime. */
  readonly descriptions: ReadonlyMap<Operation, string>;
  /** The type of what is said about the methods. */
  readonly methodDescriptions: string;
}

export interface UsedScheme {
  readonly scheme: SecurityScheme;
  /** The name of the constant that describes it. */
  readonly constant: string;
}

export function buildNames(api: Api): Names {
  const taken = new Set(publicNames(api));
  const descriptions = api.operations.map((operation): [Operation, string] => {
    return [operation, claim(taken, `${operation.name}Operation`)];
  });
  return {
    local: (name) => (isIdentifier(name) && !globals.has(name) ? name : free(taken, `${name}_`)),
    descriptions: new Map(descriptions),
    methodDescriptions: claim(taken, "Descriptions"),
  };
}

/** Every name that a package hands out. */
function publicNames({ names, operations, schemaTypes }: Api): readonly string[] {
  const { handedOn, ...own } = names;
  const all = [
    ...Object.values(own),
    ...handedOn.map(({ as }) => as),
    ...schemaTypes.flatMap(({ name, requestName }) => [name, requestName]),
    ...operations.flatMap(({ name, inputName, resultName, pagesName }) => [name, inputName, resultName, pagesName]),
    ...operations.flatMap(({ responses }) => responses.map(({ headersName }) => headersName)),
  ];
  return all.filter((name) => name !== undefined);
}

/** Names of the constants for security schemes. */
export function nameSchemes(schemes: readonly SecurityScheme[]): ReadonlyMap<string, UsedScheme> {
  const taken = new Set<string>();
  return new Map(
    schemes.map((scheme) => [scheme.name, { scheme, constant: claim(taken, camelCase(scheme.name) || "scheme") }]),
  );
}

/** Takes a name; one that is taken, or that no declaration can have, gets a mark at its end. */
function claim(taken: Set<string>, name: string): string {
  const found = isIdentifier(name) ? free(taken, name) : free(taken, `${name}_`);
  taken.add(found);
  return found;
}

function free(taken: ReadonlySet<string>, name: string): string {
  let found = name;
  while (taken.has(found)) found += "_";
  return found;
}

/** What the modules mean by these names is what ECMAScript and the Fetch standard mean. */
export const globals: ReadonlySet<string> = new Set([
  "ArrayBuffer",
  "Blob",
  "FormData",
  "NonNullable",
  "Object",
  "Omit",
  "Promise",
  "ReadableStream",
  "Readonly",
  "Record",
  "Uint8Array",
  "URLSearchParams",
]);

/** What functions call their parameters: an import of that name could not be mentioned in them. */
export const parameterNames: ReadonlySet<string> = new Set(["client", "input", "options"]);
