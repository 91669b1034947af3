import { isObject, type Json, type JsonObject, child as oneStep, splitPointer, valueAt } from "@facsimile/document";

export { isObject, type Json, type JsonObject, splitPointer, valueAt };

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** Further steps down a JSON pointer (RFC 6901). */
export function child(pointer: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>(oneStep, pointer);
}
