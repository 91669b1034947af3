import { type Document, isObject, type Json, type JsonObject, mapSubschemas, valueAt } from "@facsimile/document";

/** The component schemas of many documents as those of one. */
export interface Combined {
  readonly json: JsonObject;
  /** Where each one comes from, by its name there. */
  readonly origins: ReadonlyMap<string, Origin>;
}

export interface Origin {
  readonly document: string;
  readonly component: string;
}

export type Named = readonly [name: string, document: Pick<Document, "json">];

const prefix = "#/components/schemas/";

/** Names have the number of the document after them, and nothing in them that the name of a type would lose. */
export function combine(documents: readonly Named[], openapi: string): Combined {
  const origins = new Map<string, Origin>();
  const schemas: [string, Json][] = [];
  for (const [index, [document, { json }]] of documents.entries()) {
    const components = valueAt(json, "/components/schemas");
    const rename = (name: string): string => `${plainName(name)}Of${index}`;
    for (const [component, schema] of Object.entries(isObject(components) ? components : {})) {
      origins.set(rename(component), { document, component });
      schemas.push([rename(component), renamed(written(schema, ""), rename)]);
    }
  }
  return { json: documentOf(openapi, Object.fromEntries(schemas)), origins };
}

function plainName(name: string): string {
  const letters = [...name]
    .map((letter) => (/[A-Za-z0-9]/.test(letter) ? letter : `U${letter.codePointAt(0)}`))
    .join("");
  return `S${letters}`;
}

export function documentOf(openapi: string, schemas: JsonObject): JsonObject {
  return { openapi, info: { title: "Combined", version: "1" }, paths: {}, components: { schemas } };
}

/** A schema in which the components that references and mappings name are called otherwise, and no name is chosen. */
export function renamed(schema: Json, rename: (name: string) => string): Json {
  if (!isObject(schema)) return schema;
  const { $ref, discriminator, "x-facsimile-name": _, ...rest } = schema;
  const mapping = isObject(discriminator) && isObject(discriminator.mapping) ? discriminator.mapping : undefined;
  const entries = Object.entries(mapping ?? {}).map(([value, target]) => [
    value,
    renamedReference(target, rename, true),
  ]);
  return {
    // What is below the schemas of a document is JSON too.
    ...(mapSubschemas(rest, (below, keyword) => renamed(written(below as Json, keyword), rename)) as JsonObject),
    ...(typeof $ref === "string" && { $ref: renamedReference($ref, rename, false) }),
    ...(mapping !== undefined && {
      discriminator: { ...(discriminator as JsonObject), mapping: Object.fromEntries(entries) },
    }),
  };
}

/** In words what a boolean is short for: openapi-typescript ends where it meets one. */
function written(schema: Json, keyword: string): Json {
  if (typeof schema !== "boolean" || keyword.endsWith("Properties")) return schema;
  return schema ? {} : { not: {} };
}

/** A mapping may name a component without a reference. */
function renamedReference(reference: Json, rename: (name: string) => string, mayBeName: boolean): Json {
  if (typeof reference !== "string") return reference;
  if (!reference.startsWith(prefix))
    return mayBeName && !reference.includes("/") ? `${prefix}${rename(reference)}` : reference;
  const [name = "", ...rest] = reference.slice(prefix.length).split("/");
  return [rename(name), ...rest].reduce(
    (pointer, step) => (pointer === "" ? `${prefix}${step}` : `${pointer}/${step}`),
    "",
  );
}
