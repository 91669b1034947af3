import { isObject, type Operation, type PackageNames } from "@facsimile/document";
import type { TypeCheck } from "./check-file.js";
import type { TypeContext } from "./operation-checks.js";
import { schemaChecks, twin } from "./schema-checks.js";
import type { SchemaReader } from "./schema-reader.js";

/** Types that a module of checks says how the entry `./functions` is read with. */
export function formVocabulary({ createClient }: PackageNames): readonly string[] {
  return [
    "type Named<Name extends string> = Name extends keyof Functions ? Functions[Name] : never;",
    `type FunctionClient = ReturnType<Functions[${JSON.stringify(createClient)}]>;`,
    "type Arguments<T> = T extends (...args: infer Given) => unknown ? Given : never;",
    "type Answer<T> = T extends (...args: never) => infer Given ? Given : never;",
    "type Iterated<T> = T extends AsyncIterable<infer Each> ? Each : never;",
  ];
}

/** What the compiler has to find out about the function of an operation, and about the pages of a list: they are what the method is. */
export function formChecks(context: TypeContext, operation: Operation): readonly TypeCheck[] {
  const { name, pagesName } = operation;
  const method = `Client[${JSON.stringify(name)}]`;
  const check = { name: `${operation.id}: types of the function`, lines: functionChecks(method, name) };
  if (pagesName === undefined) return [check];
  const lines = pagesChecks(context, operation, method, pagesName);
  return [check, { name: `${operation.id}: types of the pages`, lines }];
}

/** The function that makes the client for functions takes what the function that makes the methods takes. */
export function functionClientCheck({ createClient }: PackageNames): TypeCheck {
  return {
    name: "types of the client for functions",
    lines: [
      `type _ = Check<Exact<Parameters<Functions[${JSON.stringify(createClient)}]>[0], Options>>;`,
      ...twin("Exact<FunctionClient, Client>"),
    ],
  };
}

/** openapi-fetch's client is the same from both entries. */
export function rawCheck(names: PackageNames): TypeCheck {
  const [createRaw, raw] = [JSON.stringify(names.createRaw), JSON.stringify(names.raw)];
  return {
    name: "types of raw",
    lines: [
      `type _ = Check<Exact<Arguments<Functions[${createRaw}]>, [client: FunctionClient]>>;`,
      `type _ = Check<Exact<Answer<Functions[${createRaw}]>, Client[${raw}]>>;`,
      ...twin(`Exact<Answer<Functions[${createRaw}]>, string>`),
    ],
  };
}

function functionChecks(method: string, name: string): string[] {
  const called = `Named<${JSON.stringify(name)}>`;
  return [
    `type _ = Check<Exact<Arguments<${called}>, [client: FunctionClient, ...Parameters<${method}>]>>;`,
    `type _ = Check<Exact<Answer<${called}>, ReturnType<${method}>>>;`,
  ];
}

function pagesChecks(context: TypeContext, operation: Operation, method: string, pagesName: string): string[] {
  const pages = `${method}["pages"]`;
  const options = `NonNullable<Parameters<${pages}>[1]>`;
  return [
    `type _ = Check<Exact<Parameters<${pages}>[0], Parameters<${method}>[0]>>;`,
    `type _ = Check<Same<Parameters<${pages}>["length"], Parameters<${method}>["length"]>>;`,
    `type _ = Check<Fits<{ maxPages: number; maxItems: number; headers: { Prefer: string } }, ${options}>>;`,
    ...twin(`Fits<{ maxPages: string }, ${options}>`),
    ...functionChecks(pages, pagesName),
    ...pageChecks(context, operation, `ReturnType<${pages}>`),
  ];
}

/** What is iterated: the body of the success, and the items in it. */
function pageChecks({ held, response: reader }: TypeContext, operation: Operation, pages: string): string[] {
  const { pagination, responses } = operation;
  const [body] = responses.find(({ status, content }) => status.startsWith("2") && content.length > 0)?.content ?? [];
  if (pagination === undefined || body?.schema === undefined) return [];
  const schema = reader.at(body.schema.pointer);
  const item = itemSchema(reader, schema, pagination.items?.split(".") ?? []);
  return [
    ...schemaChecks(reader, `Iterated<${pages}>`, schema, held.response),
    ...(item === undefined ? [] : schemaChecks(reader, `Iterated<ReturnType<${pages}["items"]>>`, item, held.response)),
  ];
}

/** The schema of what is in the list at a path of a page. Undefined where the document does not tell. */
function itemSchema(reader: SchemaReader, schema: unknown, path: readonly string[]): unknown {
  const followed = reader.follow(schema);
  if (!isObject(followed)) return undefined;
  const [name, ...rest] = path;
  if (name === undefined) return followed.items;
  const own = isObject(followed.properties) ? followed.properties[name] : undefined;
  if (own !== undefined) return itemSchema(reader, own, rest);
  const parts: readonly unknown[] = Array.isArray(followed.allOf) ? followed.allOf : [];
  return parts.map((part) => itemSchema(reader, part, path)).find((found) => found !== undefined);
}
