import type { Json, JsonObject } from "@facsimile/codegen";
import { escapeStep, unescapeStep } from "../facts/pointer-step.js";

export type { Json, JsonObject };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Further steps down a JSON pointer (RFC 6901). */
export function child(pointer: string, ...keys: readonly (string | number)[]): string {
  let at = pointer;
  for (const key of keys) at += `/${typeof key === "number" ? key : escapeStep(key)}`;
  return at;
}

/** The keys on the way of a JSON pointer. */
export function keysOf(pointer: string): readonly string[] {
  return pointer.split("/").slice(1).map(unescapeStep);
}

/** The value at a JSON pointer. Undefined where there is none. */
export function valueAt(json: Json, pointer: string): Json | undefined {
  let value: Json | undefined = json;
  for (const key of keysOf(pointer)) {
    if (isList(value)) value = value[Number(key)];
    else if (isObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}
