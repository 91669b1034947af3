import { isObject, type Json } from "@facsimile/document";
import type { RunningEdition } from "../operations/edition.js";
import { described } from "./described.js";
import type { Tree } from "./wire-body.js";

export function treeOf(value: Json): Tree {
  if (Array.isArray(value)) return value.map(treeOf);
  if (!isObject(value)) return String(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, treeOf(member)]));
}

/** What an edition knows of a value: the properties that it describes, wherever they are. */
export function knownTree(edition: RunningEdition, schema: Json, tree: Tree): Tree {
  if (typeof tree === "string") return tree;
  const { properties, items, prefixItems } = described(edition, schema);
  if (isList(tree)) return tree.map((item, index) => knownTree(edition, prefixItems[index] ?? items, item));
  const known = Object.keys(tree)
    .sort()
    .filter((name) => Object.hasOwn(properties, name));
  return Object.fromEntries(known.map((name) => [name, knownTree(edition, properties[name] ?? {}, tree[name] ?? "")]));
}

function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree);
}

/** Whether each simple value below has a text that is the same in every writing, and nothing is empty. */
export function isAllText(value: Json): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isAllText);
  if (!isObject(value)) return isText(value);
  const members = Object.values(value);
  return members.length > 0 && members.every(isAllText);
}

/** Commas and the like part values; those that only percent-encoding is about do not. */
export function isText(value: Json): boolean {
  return value !== null && typeof value !== "object" && /^[\w-][\w.:/@-]*$/.test(String(value));
}

/** What simple values may be that arrive as text: as they were, all of them texts, and numbers and booleans where they look like such. */
export function readingsOf(value: Json): readonly Json[] {
  return [value, mapped(value, String), mapped(value, plain)];
}

function mapped(value: Json, change: (simple: Json) => Json): Json {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change));
  if (!isObject(value)) return change(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapped(member, change)]));
}

function plain(simple: Json): Json {
  if (simple === "true" || simple === "false") return simple === "true";
  return typeof simple === "string" && simple.trim() !== "" && Number.isFinite(Number(simple))
    ? Number(simple)
    : simple;
}
