import { type Direction, essence } from "@facsimile/document";
import { itemsOf } from "../sets/arrays.js";
import type { Branch, Shape } from "../sets/branch.js";
import { propertiesOf } from "../sets/objects.js";
import type { Edition } from "./edition.js";
import type { Found } from "./found.js";
import { type Both, type Editions, found } from "./place.js";
import { labelOf } from "./schema/labels.js";
import { schemaIn } from "./serialization.js";
import { subjectOf } from "./subject.js";
import { isSameXml, itemName, rootName, type XmlNode, xmlWritingOf } from "./xml-writing.js";

/** A value in both editions. */
interface Pair {
  readonly old: XmlNode;
  readonly new: XmlNode;
}

/** `application/xml`, `text/xml` and whatever is XML by its suffix (RFC 7303). */
export function isXml(type: string): boolean {
  return /[/+]xml$/.test(essence(type));
}

/** Compares what `xml` says of a body in XML: names, attributes, namespaces, lists (OpenAPI 3.1.1, 4.8.26). */
export function compareXml(editions: Editions, both: Both, direction: Direction): readonly Found[] {
  const changes: Found[] = [];
  const [old, next] = [schemaIn(both.old), schemaIn(both.new)];
  const pending: Pair[] = [{ old: { use: old, name: rootName(old) }, new: { use: next, name: rootName(next) } }];
  const seen = new Set<string>();
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const key = keyOf(pair);
    if (seen.has(key)) continue;
    seen.add(key);
    changes.push(...comparePair(editions, pair, direction));
    pending.push(...below(editions, pair, direction));
  }
  return changes;
}

function keyOf({ old, new: next }: Pair): string {
  return JSON.stringify([old, next].map(({ use, name }) => [use.map(({ pointer }) => pointer), name.text]));
}

function comparePair(editions: Editions, pair: Pair, direction: Direction): readonly Found[] {
  const was = xmlWritingOf(editions.old, pair.old, direction);
  const is = xmlWritingOf(editions.new, pair.new, direction);
  const [[old], [next]] = [
    editions.old.shapes[direction].referred(pair.old.use),
    editions.new.shapes[direction].referred(pair.new.use),
  ];
  if (isSameXml(was, is) || old === undefined || next === undefined) return [];
  const words = `${subjectOf(editions.new, next.pointer)} is written in another way in XML now`;
  return [found("xml-changed", direction, { old, new: next }, words)];
}

/** The properties and the items that both have. */
function below(editions: Editions, { old, new: next }: Pair, direction: Direction): readonly Pair[] {
  const members = membersOf(editions.new, next, direction);
  return [...membersOf(editions.old, old, direction)].flatMap(([key, was]) => {
    const is = members.get(key);
    return is === undefined ? [] : [{ old: was, new: is }];
  });
}

function membersOf(edition: Edition, node: XmlNode, direction: Direction): ReadonlyMap<string, XmlNode> {
  const shape = edition.shapes[direction].of(node.use);
  const [list] = shape.get("array") ?? [];
  const items = list === undefined ? [] : itemsIn(edition, node, list, direction);
  return new Map([...items, ...propertiesIn(edition, shape, direction)]);
}

type Member = readonly [key: string, node: XmlNode];

function itemsIn(edition: Edition, node: XmlNode, list: Branch, direction: Direction): readonly Member[] {
  const { prefixLength, of } = itemsOf(list);
  const name = itemName(edition, node, direction);
  return Array.from({ length: prefixLength + 1 }, (_, index) => [`item ${index}`, { use: of(index), name }]);
}

/** Those of alternatives by the name of the alternative. */
function propertiesIn(edition: Edition, shape: Shape, direction: Direction): readonly Member[] {
  const shapes = edition.shapes[direction];
  return (shape.get("object") ?? []).flatMap((branch) => {
    const { declared, of, isAbsent } = propertiesOf(shapes, branch);
    const names = [...declared].filter((name) => !isAbsent(name));
    const owner = labelOf(branch) ?? "";
    return names.map((name): Member => [`property ${owner} ${name}`, { use: of(name), name: { text: name } }]);
  });
}
