import {
  type Api,
  bindSchema,
  child,
  type Direction,
  type Document,
  type JsonObject,
  modernSchema,
  type Schema,
  schemasOf,
  valueAt,
} from "@facsimile/document";
import { type Replacement, withReplaced } from "./replaced.js";
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

/**
 * A document whose schemas bind in one direction. Everything else stays where it is, so that references lead to it, and is shared with the document:
 * the texts of a large one are most of it.
 */
export function boundDocument(document: Document, api: Api, direction: Direction, finish: Finish): JsonObject {
  const schemas = schemasOf(document.json);
  const own: JsonObject = {};
  const replacements: Replacement[] = [];
  for (const place of schemaPointers(api)) {
    const modern = modernSchema(valueAt(document.json, place.pointer), document.dialect);
    const bound = finish(bindSchema(schemas, modern, direction), place);
    if (place.isInside) Object.assign(own, { [place.pointer]: bound });
    else replacements.push({ pointer: place.pointer, value: bound });
  }
  for (const { pointer, json } of undeclaredSchemas(document, api)) Object.assign(own, { [pointer]: json });
  const bound = withReplaced(document.json, replacements);
  return Object.keys(own).length === 0 ? bound : { ...bound, [inside]: own };
}

/** Those of parameters that a path needs and nobody declares: the document has no place for them. */
function undeclaredSchemas({ json }: Document, { operations }: Api): readonly Schema[] {
  const schemas = operations.flatMap(({ parameters }) => parameters.map(({ schema }) => schema));
  return schemas.filter(({ pointer }) => valueAt(json, pointer) === undefined);
}
