import { isObject, type Json, type JsonObject } from "@facsimile/document";
import { childrenOf, withChild } from "./edits.js";

/** A schema of 3.0 as one of 2020-12. Written apart from the product, which it judges. */
export function inNewWords(schema: Json): Json {
  if (!isObject(schema)) return schema;
  if (schema.$ref !== undefined) return { $ref: schema.$ref };
  const { nullable, exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...rest } = childrenOf(
    schema,
  ).reduce<JsonObject>((whole, [path, child]) => withChild(whole, path, inNewWords(child)), schema);
  const limits = {
    ...(minimum !== undefined && { [exclusiveMinimum === true ? "exclusiveMinimum" : "minimum"]: minimum }),
    ...(maximum !== undefined && { [exclusiveMaximum === true ? "exclusiveMaximum" : "maximum"]: maximum }),
  };
  const own = { ...rest, ...limits };
  return nullable === true ? { anyOf: [own, { type: "null" }] } : own;
}
