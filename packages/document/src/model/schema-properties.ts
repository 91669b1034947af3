import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { child, member } from "../load/pointer.js";
import type { Context, Node } from "./context.js";

/** The schema of a property, given as a dotted path such as `meta.next`; undefined where no part of the schema describes it. */
export function findProperty(context: Context, schema: Node<Json>, path: string): Node<JsonObject> | undefined {
  let found: Node<Json> | undefined = schema;
  for (const name of path.split(".")) found = found && property(context, found, name);
  return found && variants(context, found)[0];
}

/** Whether a value of the schema may be an array. */
export function mayBeArray(context: Context, schema: Node<Json>): boolean {
  return variants(context, schema).some(({ value }) => {
    const type = member(value, "type");
    return type === "array" || (Array.isArray(type) && type.includes("array")) || Object.hasOwn(value, "items");
  });
}

function property(context: Context, schema: Node<Json>, name: string): Node<Json> | undefined {
  for (const { value, pointer } of variants(context, schema)) {
    const described = member(member(value, "properties"), name);
    if (described !== undefined) return { value: described, pointer: child(child(pointer, "properties"), name) };
  }
  return undefined;
}

/** The schema with everything that it refers to, or is put together from. */
function variants(context: Context, schema: Node<Json>, seen: Set<string> = new Set()): Node<JsonObject>[] {
  const { value, pointer } = context.follow(schema);
  if (seen.has(pointer) || !isObject(value)) return [];
  seen.add(pointer);
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((keyword) => {
    const list = member(value, keyword);
    if (!Array.isArray(list)) return [];
    return list.flatMap((part, index) =>
      variants(context, { value: part, pointer: child(child(pointer, keyword), index) }, seen),
    );
  });
  return [{ value, pointer }, ...parts];
}
