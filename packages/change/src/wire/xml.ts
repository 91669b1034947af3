import { child, type Direction, isObject, type Json, type SchemaNode } from "@facsimile/document";
import { sameValue } from "../sets/same-value.js";
import type { Edition } from "./edition.js";
import type { Found } from "./found.js";
import { type Both, type Editions, found } from "./place.js";
import { schemaIn } from "./serialization.js";
import { subjectOf } from "./subject.js";

/** Compares what `xml` says of a body in XML: names, attributes, namespaces (OpenAPI 3.1.1, 4.8.26). */
export function compareXml(editions: Editions, both: Both, direction: Direction, type: string): readonly Found[] {
  if (!/[/+]xml\b/.test(type)) return [];
  const changes: Found[] = [];
  const pending: [SchemaNode, SchemaNode][] = pairUp(schemaIn(both.old), schemaIn(both.new));
  const seen = new Set<string>();
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [old, next] = [resolve(editions.old, pair[0]), resolve(editions.new, pair[1])];
    const key = `${old.pointer} ${next.pointer}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const [was, is] = [xmlOf(old), xmlOf(next)];
    if (!sameValue(was, is))
      changes.push(
        found(
          "xml-changed",
          direction,
          { old, new: next },
          `${subjectOf(editions.new, next.pointer)} is written in another way in XML now`,
        ),
      );
    pending.push(...below(old, next));
  }
  return changes;
}

function pairUp(old: readonly SchemaNode[], next: readonly SchemaNode[]): [SchemaNode, SchemaNode][] {
  return old.flatMap((node, index) => {
    const other = next[index];
    return other === undefined ? [] : [[node, other] as [SchemaNode, SchemaNode]];
  });
}

function resolve(edition: Edition, node: SchemaNode): SchemaNode {
  return edition.shapes.request.referred([node])[0] ?? node;
}

/** What `xml` says, with its defaults left out. */
function xmlOf({ value }: SchemaNode): Json {
  const xml = isObject(value) && isObject(value.xml) ? value.xml : {};
  return Object.fromEntries(Object.entries(xml).filter(([key, each]) => each !== false && !key.startsWith("x-")));
}

function below(old: SchemaNode, next: SchemaNode): [SchemaNode, SchemaNode][] {
  return membersOf(old).flatMap(([step, node]) => {
    const other = membersOf(next).find(([same]) => same === step)?.[1];
    return other === undefined ? [] : [[node, other] as [SchemaNode, SchemaNode]];
  });
}

function membersOf({ value, pointer }: SchemaNode): readonly (readonly [string, SchemaNode])[] {
  if (!isObject(value)) return [];
  const items =
    value.items === undefined ? [] : [["items", { value: value.items, pointer: child(pointer, "items") }] as const];
  const properties = isObject(value.properties) ? Object.entries(value.properties) : [];
  const named = properties.map(
    ([name, each]) =>
      [`properties ${name}`, { value: each, pointer: child(child(pointer, "properties"), name) }] as const,
  );
  return [...items, ...named];
}
