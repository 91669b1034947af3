import type { Json, JsonObject } from "../document.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import type { WrittenAt } from "../rewritten/written-at.js";

/** A value of a document, and where it is written. */
export interface Node<Value extends Json = Json> {
  readonly value: Value;
  readonly at: WrittenAt;
}

/** Where a member or an item of the value at a place is written. */
export function inside({ source, pointer }: WrittenAt, ...keys: readonly (string | number)[]): WrittenAt {
  return { source, pointer: keys.reduce<string>(child, pointer) };
}

export function isObjectNode(node: Node | undefined): node is Node<JsonObject> {
  return node !== undefined && isObject(node.value);
}

export function memberOf(node: Node, key: string): Node | undefined {
  const value = member(node.value, key);
  return value === undefined ? undefined : { value, at: inside(node.at, key) };
}

/** The members of an object; none of what is no object. */
export function membersOf(node: Node | undefined): readonly (readonly [key: string, member: Node])[] {
  if (!isObjectNode(node)) return [];
  return Object.entries(node.value).map(([key, value]) => [key, { value, at: inside(node.at, key) }] as const);
}

/** The items of an array; none of what is no array. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  if (node === undefined || !Array.isArray(node.value)) return [];
  return node.value.map((value: Json, index) => ({ value, at: inside(node.at, index) }));
}

/** The text that a member is; undefined where it is something else. */
export function textOf(node: Node | undefined, key: string): string | undefined {
  const value = node === undefined ? undefined : member(node.value, key);
  return typeof value === "string" ? value : undefined;
}
