import { isJson, isObject, type JsonObject, type Operation, type SchemaUse, schemasOf } from "@facsimile/document";
import { flatten, type Path, partAt, useOf } from "@facsimile/samples";
import type { RawAnswer } from "../wire/exchange.js";
import { bareName } from "./names.js";
import { successOf } from "./success-of.js";

/** Where the answer of an operation has a thing: the object that is about it. */
export interface ThingPlace {
  readonly path: Path;
  /** The property of the object that holds the identifier. */
  readonly identifier: string;
  readonly use: SchemaUse;
}

/** Where the answer of an operation has a list of things. */
export interface ListPlace {
  readonly path: Path;
  /** What an item is. */
  readonly use: SchemaUse;
  readonly identifier: string | undefined;
}

/** Answers wrap what they are about in an object or two: `{ data: { user: … } }`. */
const deepest = 2;

/** What an operation answers a success with, as JSON. */
export function answerUse(operation: Operation): SchemaUse {
  return useOf(successOf(operation)?.content.find(({ name }) => isJson(name))?.schema);
}

/** The least deep object that has an identifier by one of the names. */
export function thingPlace(document: JsonObject, use: SchemaUse, names: readonly string[]): ThingPlace | undefined {
  let level: readonly { readonly path: Path; readonly use: SchemaUse }[] = [{ path: [], use }];
  for (let depth = 0; depth <= deepest; depth += 1) {
    for (const one of level) {
      const identifier = identifierOf(document, one.use, names);
      if (identifier !== undefined) return { ...one, identifier };
    }
    level = level.flatMap(({ path, use: outer }) =>
      propertiesOf(document, outer)
        .filter(([, inner]) => isOf(document, inner, "object"))
        .map(([name, inner]) => ({ path: [...path, name], use: inner })),
    );
  }
  return undefined;
}

/** The list that an answer is, or the least deep one in it, one of things with an identifier first. */
export function listPlace(document: JsonObject, operation: Operation, names: readonly string[]): ListPlace | undefined {
  const use = answerUse(operation);
  const named = operation.pagination?.items?.split(".");
  const lists = listsIn(document, use, []).map(({ path, items }) => ({
    path,
    use: items,
    identifier: identifierOf(document, items, names),
  }));
  return (
    lists.find(({ path }) => named !== undefined && path.join(".") === named.join(".")) ??
    lists.find(({ identifier }) => identifier !== undefined) ??
    lists.find(({ path }) => path.length === 0)
  );
}

interface FoundList {
  readonly path: Path;
  readonly items: SchemaUse;
}

function listsIn(document: JsonObject, use: SchemaUse, path: Path): readonly FoundList[] {
  if (isOf(document, use, "array")) return [{ path, items: flatten(document, use).items }];
  if (path.length >= deepest) return [];
  return propertiesOf(document, use).flatMap(([name, inner]) => listsIn(document, inner, [...path, name]));
}

function identifierOf(document: JsonObject, use: SchemaUse, names: readonly string[]): string | undefined {
  const properties = propertiesOf(document, use)
    .filter(([, inner]) => !isOf(document, inner, "object") && !isOf(document, inner, "array"))
    .map(([name]) => name);
  for (const wanted of names) {
    const found = properties.find((name) => bareName(name) === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The properties that a schema declares; none where it is not about objects. */
export function propertiesOf(document: JsonObject, use: SchemaUse): readonly (readonly [string, SchemaUse])[] {
  return use.length === 0 ? [] : [...flatten(document, use).properties];
}

function isOf(document: JsonObject, use: SchemaUse, type: "object" | "array"): boolean {
  return schemasOf(document).typesOf(use)?.includes(type) ?? false;
}

/** The JSON of an answer; undefined where it is none. */
export function jsonOf({ body }: RawAnswer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** The objects of a list in an answer. */
export function itemsOf(answer: RawAnswer, { path }: ListPlace): readonly JsonObject[] {
  const list = partAt(jsonOf(answer), path);
  // What was parsed is JSON.
  return Array.isArray(list) ? list.filter((item): item is JsonObject => isObject(item)) : [];
}
