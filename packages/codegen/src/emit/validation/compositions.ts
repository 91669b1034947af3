import { isObject, type Json, type JsonObject, membersOf, type SchemaNode } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { entry } from "../../print/index.js";
import { memberMark } from "../types/discriminators.js";
import { markEntries } from "./mark-entries.js";
import { keywordsNode, nodeList } from "./node-list.js";
import type { NodePart, NodeReading } from "./node-reading.js";

type NodeOf = (reading: NodeReading, part: NodePart) => Code;

/** An entry; what stands for a schema that has no other. */
export interface Composition {
  readonly code: Code;
  readonly alone?: Code;
}

/** What other schemas say of the same value. */
export function compositionEntries(
  reading: NodeReading,
  part: NodePart,
  keywords: JsonObject,
  nodeOf: NodeOf,
): readonly Composition[] {
  const one = (value: Json, isTyped = part.isTyped): Code => nodeOf(reading, { ...part, value, isTyped });
  const single = (word: string): Composition | undefined => {
    const value = keywords[word];
    return value === undefined ? undefined : { code: entry(word, one(value, true)) };
  };
  return [
    allOfEntry(reading, part, keywords, one),
    alternativesEntry(reading, keywords, "anyOf", one),
    alternativesEntry(reading, keywords, "oneOf", one),
    single("not"),
    conditionEntry(keywords, (value) => one(value, true)),
    dependentEntry(keywords, (value) => one(value, true)),
  ].filter((composition) => composition !== undefined);
}

/** What a reference leads to is one of the schemas that hold together. */
function allOfEntry(
  reading: NodeReading,
  { place }: NodePart,
  keywords: JsonObject,
  one: (value: Json) => Code,
): Composition | undefined {
  const target = typeof keywords.$ref === "string" ? [reading.referTo(keywords, place)] : [];
  const all = [...target, ...membersOf(keywords, "allOf").map(({ value }) => one(value))];
  const [only, ...more] = all;
  if (only === undefined) return undefined;
  return { code: entry("allOf", nodeList(all)), ...(more.length === 0 && { alone: only }) };
}

function alternativesEntry(
  { schemas }: NodeReading,
  keywords: JsonObject,
  word: string,
  one: (value: Json) => Code,
): Composition | undefined {
  const members = membersOf(keywords, word);
  if (members.length === 0) return undefined;
  const { discriminator } = keywords;
  const nodes = members.map((member: SchemaNode) => {
    const node = one(member.value);
    const mark = isObject(discriminator) ? memberMark(schemas, member, discriminator) : undefined;
    return mark === undefined ? node : keywordsNode([...markEntries(mark), entry("allOf", nodeList([node]))]);
  });
  return { code: entry(word, nodeList(nodes)) };
}

function conditionEntry(keywords: JsonObject, one: (value: Json) => Code): Composition | undefined {
  const { if: condition, then = true, else: otherwise = true } = keywords;
  if (condition === undefined) return undefined;
  return { code: entry("condition", nodeList([condition, then, otherwise].map(one))) };
}

function dependentEntry({ dependentSchemas }: JsonObject, one: (value: Json) => Code): Composition | undefined {
  if (!isObject(dependentSchemas)) return undefined;
  const entries = Object.entries(dependentSchemas).map(([name, value]) => entry(name, one(value)));
  return { code: entry("dependentSchemas", keywordsNode(entries)) };
}
