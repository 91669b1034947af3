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

/** How a sentence goes on about a place inside another one: `its parameter 2`, `the "content" of its request body`; `it` for the place itself. */
export function wordsForInner(outer: string, inner: string): string {
  const names = namesOf(splitPointer(inner).slice(splitPointer(outer).length));
  return names.reduce((words, name) => (words === "it" ? `its ${name}` : `the ${name} of ${words}`), "it");
}

const nameOfItem: Readonly<Record<string, string>> = {
  parameters: "parameter",
  servers: "server",
  security: "alternative",
};

function namesOf(keys: readonly string[]): string[] {
  const names: string[] = [];
  for (const [index, key] of keys.entries()) {
    const container = keys[index - 1] ?? "";
    const isItem = /^(?:0|[1-9][0-9]*)$/.test(key) && container !== "responses";
    if (isItem && Object.hasOwn(nameOfItem, container)) names.pop();
    if (isItem)
      names.push(`${Object.hasOwn(nameOfItem, container) ? nameOfItem[container] : "item"} ${Number(key) + 1}`);
    else names.push(key === "requestBody" ? "request body" : JSON.stringify(key));
  }
  return names;
}

/** `"a", "b"`. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
