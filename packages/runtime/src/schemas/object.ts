import type { SchemaNode } from "./node.js";
import { isMatch } from "./pattern.js";
import type { Spot } from "./spot.js";
import { count } from "./words.js";

/** An object of JSON: what is said to be undefined is not there. */
export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function checkObject(spot: Spot, value: PlainObject): void {
  const names = namesOf(value);
  checkSize(spot, names.length);
  for (const name of spot.keywords.required ?? []) checkRequired(spot, value, name);
  for (const [name, needed] of Object.entries(spot.keywords.dependentRequired ?? {}))
    if (has(value, name)) for (const other of needed) checkRequired(spot, value, other);
  for (const name of names) {
    if (spot.isFull) return;
    checkProperty(spot, name, value[name]);
  }
  for (const [name, node] of Object.entries(spot.keywords.dependentSchemas ?? {}))
    if (has(value, name)) spot.take(spot.beside(node));
}

function namesOf(value: PlainObject): readonly string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

function has(value: PlainObject, name: string): boolean {
  return Object.hasOwn(value, name) && value[name] !== undefined;
}

function checkSize(spot: Spot, size: number): void {
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = spot.keywords;
  if (size < minProperties) spot.say(`has fewer than ${count(minProperties, "property", "properties")}`);
  if (size > maxProperties) spot.say(`has more than ${count(maxProperties, "property", "properties")}`);
}

function checkRequired(spot: Spot, value: PlainObject, name: string): void {
  if (!has(value, name)) spot.say("is missing", name);
}

function checkProperty(spot: Spot, name: string, part: unknown): void {
  const { properties = {}, patternProperties = [], additionalProperties, propertyNames } = spot.keywords;
  if (propertyNames !== undefined) checkName(spot, name, propertyNames);
  const isDeclared = Object.hasOwn(properties, name);
  if (isDeclared) spot.within(name, properties[name] ?? true, part);
  const matching = patternProperties.filter(([pattern]) => isMatch(pattern, name));
  for (const [, node] of matching) spot.within(name, node, part, false);
  if (isDeclared || matching.length > 0 || additionalProperties === undefined) return;
  checkOther(spot, name, additionalProperties, part);
}

function checkName(spot: Spot, name: string, node: SchemaNode): void {
  for (const { message } of spot.of(node, name).faults) spot.say(`has a name that ${message}`, name, false);
}

function checkOther(spot: Spot, name: string, node: SchemaNode, part: unknown): void {
  if (node === false) spot.say("is not declared", name, false);
  else spot.within(name, node, part, false);
}

/** Holds the properties that nothing else says anything about against what is said of them. */
export function checkOtherProperties(spot: Spot, value: PlainObject): void {
  const { unevaluatedProperties } = spot.keywords;
  if (unevaluatedProperties === undefined) return;
  for (const name of namesOf(value)) {
    if (spot.seen?.has(name)) continue;
    checkOther(spot, name, unevaluatedProperties, value[name]);
    spot.seen?.add(name);
  }
}
