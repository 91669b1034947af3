import { type Direction, isObject, type Json, type JsonObject, resolveValue } from "@facsimile/document";
import { childrenOf, withChild } from "../edits.js";

const absentIn = { request: "readOnly", response: "writeOnly" } as const;

/** A schema without the properties that messages of a direction do not have. Written apart from the product, which it judges. */
export function withoutAbsent(document: JsonObject, schema: Json, direction: Direction): Json {
  if (!isObject(schema)) return schema;
  const below = childrenOf(schema).reduce<JsonObject>(
    (whole, [path, child]) => withChild(whole, path, withoutAbsent(document, child, direction)),
    schema,
  );
  const { properties, required } = below;
  if (!isObject(properties)) return below;
  const isAbsent = (name: string): boolean => {
    const property = resolveValue(document, properties[name]);
    return isObject(property) && property[absentIn[direction]] === true;
  };
  const present = Object.entries(properties).filter(([name]) => !isAbsent(name));
  return {
    ...below,
    properties: Object.fromEntries(present),
    ...(Array.isArray(required) && { required: required.filter((name) => !isAbsent(String(name))) }),
  };
}
