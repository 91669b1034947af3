import {
  type Api,
  bindSchema,
  child,
  type Direction,
  type Document,
  isObject,
  type JsonObject,
  modernSchema,
  type Schema,
  schemasOf,
  splitPointer,
  valueAt,
} from "@facsimile/document";
import { type SchemaPlace, schemaPointers } from "./schema-pointers.js";

/** Says more about a schema that is modern and bound in a direction already. */
export type Finish = (schema: unknown, place: SchemaPlace) => unknown;

/** Where those schemas stand that are inside of others, which may be put together in another way in a copy, and those that stand nowhere. */
const inside = "x-facsimile-inside";

/** The pointer of a schema in a copy, by that in the document. */
export function pointerIn(copy: JsonObject, pointer: string): string {
  const own = child(child("", inside), pointer);
  return valueAt(copy, own) === undefined ? pointer : own;
}

/** A copy of the document whose schemas bind in one direction. Everything else stays where it is, so that references lead to it. */
export function boundDocument(document: Document, api: Api, direction: Direction, finish: Finish): JsonObject {
  const copy = structuredClone(document.json);
  const schemas = schemasOf(document.json);
  const own: JsonObject = {};
  for (const place of schemaPointers(api)) {
    const modern = modernSchema(valueAt(document.json, place.pointer), document.dialect);
    const bound = finish(bindSchema(schemas, modern, direction), place);
    if (place.isInside) Object.assign(own, { [place.pointer]: bound });
    else replaceAt(copy, place.pointer, bound);
  }
  for (const { pointer, json } of undeclaredSchemas(document, api)) Object.assign(own, { [pointer]: json });
  return Object.keys(own).length === 0 ? copy : { ...copy, [inside]: own };
}

/** Those of parameters that a path needs and nobody declares: the document has no place for them. */
function undeclaredSchemas({ json }: Document, { operations }: Api): readonly Schema[] {
  const schemas = operations.flatMap(({ parameters }) => parameters.map(({ schema }) => schema));
  return schemas.filter(({ pointer }) => valueAt(json, pointer) === undefined);
}

function replaceAt(document: JsonObject, pointer: string, schema: unknown): void {
  const cut = pointer.lastIndexOf("/");
  const parent = valueAt(document, pointer.slice(0, cut));
  const key = splitPointer(pointer).at(-1) ?? "";
  if (isObject(parent)) Object.assign(parent, { [key]: schema });
}
