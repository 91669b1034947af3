import { referenceTarget } from "@facsimile/document";
import { child, isObject, type Json, splitPointer, valueAt } from "../spec/json.js";

/** Why the spec says that a claim is assumed: the `x-assumed` of the object that holds it or that it refers to, or of one around it. */
export function assumedReason(json: Json, pointer: string): string | undefined {
  const own = valueAt(json, pointer);
  const property = requiredProperty(pointer, own);
  if (property !== undefined) return assumedReason(json, property);
  const target = referenceTarget(own);
  if (target !== undefined) return reasonOf(valueAt(json, target)) ?? reasonAround(json, pointer);
  return reasonAround(json, pointer);
}

/** That a property is required is a matter of the property, although it is written beside it. */
function requiredProperty(pointer: string, name: Json | undefined): string | undefined {
  const schema = /^(.*)\/required\/\d+$/.exec(pointer)?.[1];
  return schema === undefined || typeof name !== "string" ? undefined : child(schema, "properties", name);
}

function reasonAround(json: Json, pointer: string): string | undefined {
  const keys = splitPointer(pointer);
  for (let length = keys.length; length > 0; length -= 1) {
    const reason = reasonOf(valueAt(json, child("", ...keys.slice(0, length))));
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function reasonOf(value: Json | undefined): string | undefined {
  const reason = isObject(value) ? value["x-assumed"] : undefined;
  return typeof reason === "string" ? reason : undefined;
}
