import { isObject, type Json, type JsonObject } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { entry, literal } from "../../print/index.js";
import { type Place, placeOfItem, placeOfProperty } from "../types/place.js";
import { patternLiteral } from "./assertions.js";
import { keywordsNode, nodeList } from "./node-list.js";
import type { NodePart, NodeReading } from "./node-reading.js";
import { linearPattern } from "./pattern-program.js";

type NodeOf = (reading: NodeReading, part: NodePart) => Code;

/** What a schema says of the parts of a value: its properties, its items, their names. */
export function partEntries(
  reading: NodeReading,
  { place }: NodePart,
  keywords: JsonObject,
  nodeOf: NodeOf,
): readonly Code[] {
  const one = (value: Json, at: Place): Code => nodeOf(reading, { value, place: at, isTyped: false });
  const [ofItem, ofProperty] = [placeOfItem(place), placeOfProperty(place)];
  const single = (word: string, at: Place): Code | undefined => {
    const value = keywords[word];
    return isSchema(value) ? entry(word, one(value, at)) : undefined;
  };
  const { prefixItems, properties, patternProperties } = keywords;
  return [
    Array.isArray(prefixItems)
      ? entry("prefixItems", nodeList(prefixItems.map((item: Json) => one(item, ofItem))))
      : undefined,
    single("items", ofItem),
    single("contains", "text"),
    isObject(properties) ? propertiesEntry(reading, properties, (value) => one(value, ofProperty)) : undefined,
    isObject(patternProperties) ? patternsEntry(patternProperties, (value) => one(value, ofProperty)) : undefined,
    single("additionalProperties", ofProperty),
    single("propertyNames", "text"),
    single("unevaluatedItems", ofItem),
    single("unevaluatedProperties", ofProperty),
  ].filter((code) => code !== undefined);
}

function isSchema(value: Json | undefined): value is Json {
  return isObject(value) || typeof value === "boolean";
}

/** Of what a direction does not have, nothing is known there. */
function propertiesEntry(reading: NodeReading, properties: JsonObject, nodeOfValue: (value: Json) => Code): Code {
  const { schemas, direction } = reading;
  const entries = Object.entries(properties).map(([name, value]) => {
    const isAbsent = schemas.isAbsent([{ value, pointer: "" }], direction);
    return entry(name, isAbsent ? literal(true) : nodeOfValue(value));
  });
  return entry("properties", keywordsNode(entries));
}

/** Where it is not known which names a pattern means, it may mean any, and anything may be there. */
function patternsEntry(patterns: JsonObject, nodeOfValue: (value: Json) => Code): Code {
  const pairs = Object.entries(patterns).map(([source, value]) => {
    const pattern = linearPattern(source);
    const items = pattern === undefined ? [literal(""), literal(true)] : [patternLiteral(pattern), nodeOfValue(value)];
    return nodeList(items);
  });
  return entry("patternProperties", nodeList(pairs));
}
