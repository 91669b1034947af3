import {
  type Api,
  bindSchema,
  type Direction,
  type Document,
  isObject,
  type JsonObject,
  modernSchema,
  schemasOf,
  splitPointer,
  valueAt,
} from "@facsimile/document";
import { type SchemaPlace, schemaPointers } from "./schema-pointers.js";

/** Says more about a schema that is modern and bound in a direction already. */
export type Finish = (schema: unknown, place: SchemaPlace) => unknown;

/** A copy of the document whose schemas bind in one direction. Everything else stays where it is, so that references lead to it. */
export function boundDocument(document: Document, api: Api, direction: Direction, finish: Finish): JsonObject {
  const copy = structuredClone(document.json);
  const schemas = schemasOf(document.json);
  for (const place of schemaPointers(api)) {
    const modern = modernSchema(valueAt(document.json, place.pointer), document.dialect);
    replaceAt(copy, place.pointer, finish(bindSchema(schemas, modern, direction), place));
  }
  return copy;
}

function replaceAt(document: JsonObject, pointer: string, schema: unknown): void {
  const cut = pointer.lastIndexOf("/");
  const parent = valueAt(document, pointer.slice(0, cut));
  const key = splitPointer(pointer).at(-1) ?? "";
  if (isObject(parent)) Object.assign(parent, { [key]: schema });
}
