import type { Json } from "../load/document.js";
import { schemasOf } from "../schema/schemas.js";
import type { SchemaUse } from "../schema/source.js";
import type { Context, Node } from "./context.js";

/** The schema of a property, given as a dotted path such as `meta.next`; undefined where no part of the schema describes it. */
export function findProperty(context: Context, schema: Node<Json>, path: string): Node<Json> | undefined {
  const schemas = schemasOf(context.document.json);
  let found: SchemaUse = [schema];
  for (const name of path.split(".")) found = schemas.view(found, whichever).properties.get(name) ?? [];
  return found[0];
}

/** Whether a value of the schema may be an array. */
export function mayBeArray(context: Context, schema: Node<Json>): boolean {
  return schemasOf(context.document.json).typesOf([schema])?.includes("array") ?? false;
}

/** An answer may be of any of the alternatives. */
function whichever(alternatives: SchemaUse): SchemaUse {
  return alternatives;
}
