import type { Json } from "../document.js";
import { splitPointer } from "../pointer.js";
import type { Shape } from "./shape.js";

/** What a shape asks for: "an array", "one of …". */
export function wordsForShape(shape: Shape): string {
  switch (shape.kind) {
    case "anything":
      return "anything";
    case "text":
      return "text";
    case "flag":
      return "true or false";
    case "number":
      return "a number";
    case "schema":
      return "a schema";
    case "choice":
      return `one of ${quoted(shape.values)}`;
    case "list":
      return "an array";
    case "map":
    case "object":
      return "an object";
    case "either":
      return shape.of.map(wordsForShape).join(" or ");
  }
}

/** What a value is: "null", "the number 3", "an array". */
export function wordsForValue(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "object":
      return "an object";
    case "string":
      return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
    default:
      return typeof value === "number" ? `the number ${value}` : String(value);
  }
}

/** How a sentence names a place: `"parameters"`, `item 2 of "servers"`, the document. */
export function wordsForPlace(pointer: string): string {
  const keys = splitPointer(pointer);
  const last = keys.at(-1);
  if (last === undefined) return "the document";
  if (!/^(?:0|[1-9][0-9]*)$/.test(last)) return JSON.stringify(last);
  const container = keys.at(-2);
  return container === undefined ? `item ${last}` : `${JSON.stringify(last)} in ${JSON.stringify(container)}`;
}

/** `"a", "b"`. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
