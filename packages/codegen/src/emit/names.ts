import { type Api, type Operation, operationName, type SecurityScheme } from "@facsimile/document";
import { identifierName, pascalCase } from "../print/index.js";
import { runtimeNames } from "./runtime.js";

/** What a package calls what it declares; a function of the document alone. */
export interface Names {
  /** `SendAuth`: the type of the object with a method for each operation. */
  readonly client: string;
  /** `createSendAuth`. */
  readonly create: string;
  /** `SendAuthClient`, which the functions take. */
  readonly handle: string;
  readonly options: string;
  readonly credentials: string;
  readonly operations: ReadonlyMap<Operation, OperationNames>;
  /** Every name that is taken above, or that a package cannot give to a schema. */
  readonly taken: ReadonlySet<string>;
}

export interface OperationNames {
  /** `listUsers`: the function and the method. */
  readonly function: string;
  /** `ListUsersInput`. */
  readonly input: string;
  readonly result: string;
  /** `listUsersPages`. */
  readonly pages: string;
  /** `listUsersOperation`, the description that the runtime reads. */
  readonly description: string;
}

export interface UsedScheme {
  readonly scheme: SecurityScheme;
  /** The name of the constant that describes it. */
  readonly constant: string;
}

export function buildNames(api: Api): Names {
  const taken = new Set([
    ...runtimeNames,
    ...standardTypes,
    ...schemaModuleNames,
    ...parameterNames,
    ...memberNames,
    "createClient",
    "createRaw",
  ]);
  const client = pascalCase(api.clientName ?? api.title);
  const own = {
    client: claim(taken, client),
    create: claim(taken, `create${client}`),
    handle: claim(taken, `${client}Client`),
    options: claim(taken, `${client}Options`),
    credentials: claim(taken, `${client}Credentials`),
  };
  const functions = api.operations.map((operation) => claim(taken, operationName(operation.id)));
  const operations = new Map(
    api.operations.map((operation, index) => {
      const name = functions[index] ?? "";
      const type = pascalCase(name);
      return [operation, derivedNames(taken, name, type)];
    }),
  );
  return { ...own, operations, taken };
}

function derivedNames(taken: Set<string>, name: string, type: string): OperationNames {
  return {
    function: name,
    input: claim(taken, `${type}Input`),
    result: claim(taken, `${type}Result`),
    pages: claim(taken, `${name}Pages`),
    description: claim(taken, `${name}Operation`),
  };
}

/** Names for the types of component schemas: as the document writes them where that is a name, and free of those that are taken. */
export function nameSchemas(components: readonly string[], taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const names = new Map<string, string>();
  // What keeps its name comes first, so that `User` does not give way to `user`.
  for (const kept of [true, false]) {
    for (const component of components) {
      const name = pascalCase(component);
      if ((name === component) === kept) names.set(component, claim(used, used.has(name) ? `${name}Model` : name, ""));
    }
  }
  return names;
}

/** Names of the constants for security schemes. */
export function nameSchemes(schemes: readonly SecurityScheme[]): ReadonlyMap<string, UsedScheme> {
  const taken = new Set<string>();
  return new Map(
    schemes.map((scheme) => [scheme.name, { scheme, constant: claim(taken, operationName(scheme.name) || "scheme") }]),
  );
}

/** Takes a name; a taken one, or a reserved word, gets a mark or a number at its end. */
function claim(taken: Set<string>, name: string, mark = "_"): string {
  let free = identifierName(name);
  for (let number = 2; taken.has(free); number += 1) free = mark === "" ? `${name}${number}` : `${free}${mark}`;
  taken.add(free);
  return free;
}

const schemaModuleNames = ["components", "operations", "paths"] as const;

// Types of ECMAScript and of the Fetch standard that generated code, or the code of those who use it, is likely to mean by these names.
const standardTypes: readonly string[] =
  `
  AbortController AbortSignal Array ArrayBuffer AsyncGenerator AsyncIterable AsyncIterator Awaited BigInt Blob Boolean
  Buffer DataView Date Error Event EventTarget Exclude Extract File FormData Function Headers Infinity Intl Iterable
  Iterator JSON Map Math NaN NonNullable Number Object Omit Parameters Partial Pick Promise Proxy ReadableStream
  Readonly ReadonlyArray ReadonlyMap ReadonlySet Record Reflect RegExp Request RequestInit Required Response ReturnType
  Set String Symbol TypeError URL URLSearchParams Uint8Array WeakMap WeakSet
`.match(/\w+/g) ?? [];

// What functions call their parameters: an operation of that name could not be called from within.
const parameterNames = ["client", "input", "options"] as const;

// Members of the object with a method for each operation.
const memberNames = ["raw"] as const;
