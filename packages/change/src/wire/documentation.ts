import { child, isObject, type Json, type JsonObject } from "@facsimile/document";
import { sameValue } from "../sets/same-value.js";
import type { Found } from "./found.js";
import { type Editions, found } from "./place.js";
import { code, inWords } from "./words.js";

/** Members that say something to people and nothing to programs. `info` is nothing else. */
const words: ReadonlySet<string> = new Set([
  "description",
  "summary",
  "title",
  "example",
  "examples",
  "tags",
  "externalDocs",
  "info",
  "links",
  "$comment",
  "bearerFormat",
  "operationId",
]);

/** Objects whose members are named by people: a property may be called `description`. */
const named: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "schemas",
  "parameters",
  "headers",
  "responses",
  "requestBodies",
  "securitySchemes",
  "callbacks",
  "pathItems",
  "$defs",
  "definitions",
  "variables",
  "content",
  "encoding",
  "dependentSchemas",
  "paths",
  "webhooks",
  "mapping",
  "scopes",
]);

/** Data, in which names mean whatever they mean. */
const data: ReadonlySet<string> = new Set(["default", "enum", "const", "required", "security"]);

/** Compares the words for people in both documents, place by place. */
export function compareDocumentation(editions: Editions): readonly Found[] {
  const changes: Found[] = [];
  const pending: Step[] = [{ old: editions.old.json, new: editions.new.json, pointer: "", isNamed: false }];
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    for (const key of keysOf(step)) {
      const [was, is] = [step.old[key], step.new[key]];
      const pointer = child(step.pointer, key);
      if (!step.isNamed && (words.has(key) || key.startsWith("x-")))
        changes.push(...wordsChanged(key, pointer, was, is));
      else if (!step.isNamed && key === "deprecated") changes.push(...deprecationChanged(pointer, was, is));
      else if (step.isNamed || !data.has(key))
        pending.push(...below(was, is, pointer, !step.isNamed && named.has(key)));
    }
  }
  return changes;
}

interface Step {
  readonly old: JsonObject;
  readonly new: JsonObject;
  readonly pointer: string;
  readonly isNamed: boolean;
}

function keysOf({ old, new: next }: Step): readonly string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(next)])];
}

/** Items are held against items at the same place. */
function below(was: Json | undefined, is: Json | undefined, pointer: string, isNamed: boolean): readonly Step[] {
  if (isObject(was) && isObject(is)) return [{ old: was, new: is, pointer, isNamed }];
  if (!Array.isArray(was) || !Array.isArray(is)) return [];
  return was.flatMap((item: Json, index) => below(item, is[index], child(pointer, index), false));
}

function wordsChanged(key: string, pointer: string, was: Json | undefined, is: Json | undefined): readonly Found[] {
  if (sameValue(was, is)) return [];
  const rule =
    was === undefined ? "documentation-added" : is === undefined ? "documentation-removed" : "documentation-changed";
  const sentence = `${code(key)} is ${inWords(is)} now, it was ${inWords(was)}`;
  return [found(rule, "none", { old: { pointer }, new: { pointer } }, sentence)];
}

function deprecationChanged(pointer: string, was: Json | undefined, is: Json | undefined): readonly Found[] {
  if ((was === true) === (is === true)) return [];
  const at = pointer.slice(0, -"/deprecated".length);
  const places = { old: { pointer: at }, new: { pointer: at } };
  if (is === true) return [found("operation-deprecated", "none", places, "this is deprecated now")];
  return [found("operation-restored", "none", places, "this is no longer deprecated")];
}
