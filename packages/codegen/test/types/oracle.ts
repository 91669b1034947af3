import { type Json, type JsonObject, valueAt } from "@facsimile/document";
import openapiTS, { astToString } from "openapi-typescript";
import { buildPackage } from "../hostile/build-package.js";
import { combine, documentOf, type Named, type Origin, renamed } from "./combine.js";
import { errorsByLine, programOf } from "./compiler.js";

/** A component schema whose type is not what openapi-typescript makes of it. */
export interface Difference extends Origin {
  /** Whether our values are theirs, theirs ours, or neither; or whether they have no type at all. */
  readonly relation: "narrower" | "wider" | "other" | "refused";
  /** What the compiler says of it. */
  readonly says: string;
  readonly ours: string;
  readonly theirs: string;
  readonly schema: Json;
}

/** Compares our types of the component schemas with openapi-typescript's. What differs only because it mentions another one is left out. */
export async function differencesOf(documents: readonly Named[], openapi: string): Promise<readonly Difference[]> {
  const { json, origins } = combine(documents, openapi);
  const schemas = valueAt(json, "/components/schemas") as JsonObject;
  const refused = await refusedSchemas(schemas, openapi);
  const accepted = { ...schemas, ...Object.fromEntries([...refused.keys()].map((name) => [name, {}])) };
  const first = await compare(accepted, openapi, [...origins.keys()]);
  const differing = new Set(first.map(({ name }) => name));
  const second = await compare(withOpaque(accepted, differing), openapi, [...differing]);
  const nothing = [...refused].map(
    ([name, says]): Found => ({ name, relation: "refused", says, ours: "", theirs: "" }),
  );
  return [...nothing, ...second].flatMap(({ name, ...found }) => {
    const origin = origins.get(name);
    return origin === undefined ? [] : [{ ...origin, ...found, schema: schemas[name] ?? true }];
  });
}

/** The schemas at which openapi-typescript ends, with what it says. */
async function refusedSchemas(schemas: JsonObject, openapi: string): Promise<ReadonlyMap<string, string>> {
  const refused = new Map<string, string>();
  for (;;) {
    const rest = { ...schemas, ...Object.fromEntries([...refused.keys()].map((name) => [name, {}])) };
    const message = await theirTypes(documentOf(openapi, rest)).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    if (message === undefined) return refused;
    const [, name = await refusedAlone(rest, openapi)] = /#\/components\/schemas\/([^/\s]+)/.exec(message) ?? [];
    if (name === undefined || refused.has(name)) throw new Error(message);
    refused.set(name, message);
  }
}

/** The first schema at which it ends without a word of the place: none before it does that. */
async function refusedAlone(schemas: JsonObject, openapi: string): Promise<string | undefined> {
  const entries = Object.entries(schemas);
  const ends = (count: number): Promise<boolean> => {
    const some = entries.map(([name, schema], index) => [name, index < count ? schema : {}]);
    return theirTypes(documentOf(openapi, Object.fromEntries(some))).then(
      () => false,
      () => true,
    );
  };
  let [good, bad] = [0, entries.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (await ends(middle)) bad = middle;
    else good = middle;
  }
  return entries[bad - 1]?.[0];
}

async function theirTypes(document: JsonObject): Promise<string> {
  const copy = structuredClone(document);
  // What it takes is typed by what it knows of OpenAPI.
  const nodes = await openapiTS(copy as unknown as Parameters<typeof openapiTS>[0], {
    silent: true,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
  });
  return astToString(nodes);
}

/** Schemas that mention something else in place of some components, which both read alike. */
function withOpaque(schemas: JsonObject, names: ReadonlySet<string>): JsonObject {
  const opaque = (name: string): string => (names.has(name) ? `Opaque${name}` : name);
  const telling = discriminatorsIn(schemas);
  const added = [...names].map((name) => [opaque(name), opaqueSchema(name, telling)]);
  const own = Object.entries(schemas).map(([name, schema]) => [
    name,
    names.has(name) ? renamed(schema, opaque) : schema,
  ]);
  return { ...Object.fromEntries(own), ...Object.fromEntries(added) };
}

function opaqueSchema(name: string, telling: readonly string[]): JsonObject {
  const properties = Object.fromEntries(telling.map((property) => [property, { type: "string" }]));
  return { type: "object", required: [...telling, name], properties: { ...properties, [name]: { type: "boolean" } } };
}

/** The properties by which any union tells its members apart. */
function discriminatorsIn(schemas: JsonObject): readonly string[] {
  const found = JSON.stringify(schemas).matchAll(/"propertyName":"([^"\\]+)"/g);
  return [...new Set([...found].flatMap(([, name]) => name ?? []))];
}

interface Found {
  readonly name: string;
  readonly relation: Difference["relation"];
  readonly says: string;
  readonly ours: string;
  readonly theirs: string;
}

async function compare(schemas: JsonObject, openapi: string, names: readonly string[]): Promise<readonly Found[]> {
  const document = documentOf(openapi, schemas);
  const theirs = await theirTypes(document);
  const text = await ourTypes(document);
  const checks = names.flatMap((name, index) => [
    `export const to${index} = (value: Ours.${name}): Theirs[${JSON.stringify(name)}] => value;`,
    `export const from${index} = (value: Theirs[${JSON.stringify(name)}]): Ours.${name} => value;`,
  ]);
  const head =
    'import type * as Ours from "./ours.js"; import type { components } from "./theirs.js"; type Theirs = components["schemas"];';
  const modules = new Map([
    ["checks.ts", [head, ...checks].join("\n")],
    ["ours.ts", text],
    ["theirs.ts", theirs],
  ]);
  const errors = errorsByLine(programOf(modules), "checks.ts");
  return names.flatMap((name, index): readonly Found[] => {
    const [to, from] = [errors.get(index * 2 + 1), errors.get(index * 2 + 2)];
    if (to === undefined && from === undefined) return [];
    const relation = from === undefined ? "wider" : to === undefined ? "narrower" : "other";
    const says = [to, from].flatMap((message) => message ?? []).join("\n");
    return [{ name, relation, says, ours: declarationOf(text, name), theirs: memberOf(theirs, name) }];
  });
}

async function ourTypes(document: JsonObject): Promise<string> {
  const { files } = await buildPackage(JSON.stringify(document));
  return [...files].flatMap(([path, text]) => (path.startsWith("src/generated/schemas/") ? [text] : [])).join("\n");
}

/** The source of a declaration of ours, without its name. */
function declarationOf(text: string, name: string): string {
  const [, source = ""] =
    new RegExp(`^export (?:interface|type) ${name}\\b(.*?)(?=^export |(?![^]))`, "ms").exec(text) ?? [];
  return source.trim();
}

/** The source of a component of theirs. */
function memberOf(text: string, name: string): string {
  const [, source = ""] =
    new RegExp(`^        ${name}: (.*?;)$(?=\n(?:        \\w|        /\\*\\*|    \\};))`, "ms").exec(text) ?? [];
  return source;
}
