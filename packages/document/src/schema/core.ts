import type { JsonObject } from "../load/document.js";
import { child } from "../load/pointer.js";
import { nullBeside } from "./null-beside.js";
import { ownAllowsNull } from "./nulls.js";
import type { Schemas } from "./schemas.js";
import { membersOf, type SchemaNode } from "./source.js";

/** A schema without what stands around it: a reference, an `allOf` of one, a null beside the only other alternative. */
export interface SchemaCore {
  /** Where the schema itself is written. */
  readonly pointer: string;
  /** In the words of JSON Schema 2020-12. */
  readonly keywords: JsonObject;
  /** The pointers of the references that were followed, outermost first, and what they lead to. */
  readonly references: readonly { readonly at: string; readonly target: string }[];
  /** The pointers of the schemas that say, in whatever way, that null is a value. None where another part refuses it. */
  readonly nullAt: readonly string[];
}

/** Follows references, an `allOf` of one and an alternative with null, as far as they go. */
export function coreOf(schemas: Schemas, start: SchemaNode): SchemaCore {
  const references: { at: string; target: string }[] = [];
  const nullAt: string[] = [];
  const seen = new Set<string>();
  for (let node = start; ; ) {
    const keywords = schemas.keywords(node.value);
    if (mentionsNull(keywords)) nullAt.push(node.pointer);
    const target = schemas.target(node.value);
    const next = target ?? onlyPart(keywords, node.pointer) ?? alternativeToNull(keywords, node.pointer);
    if (next === undefined || seen.has(next.pointer)) {
      const isAllowed = schemas.allowsNull([start]);
      return { pointer: node.pointer, keywords, references, nullAt: isAllowed ? nullAt : [] };
    }
    seen.add(next.pointer);
    if (target !== undefined) references.push({ at: child(node.pointer, "$ref"), target: target.pointer });
    node = next;
  }
}

/** Whether a schema says that null is a value: beside all else, beside other types, among other values, or beside the only other alternative. */
export function mentionsNull(keywords: JsonObject): boolean {
  const { type, enum: listed, nullable } = keywords;
  if (nullable === true) return true;
  const isMentioned = (Array.isArray(type) && type.length > 1) || (Array.isArray(listed) && listed.length > 1);
  if (isMentioned && ownAllowsNull(keywords)) return true;
  return nullBeside(keywords) !== undefined;
}

function onlyPart(keywords: JsonObject, pointer: string): SchemaNode | undefined {
  const [part, ...others] = membersOf(keywords, "allOf", pointer);
  return others.length === 0 && keywords.properties === undefined ? part : undefined;
}

function alternativeToNull(keywords: JsonObject, pointer: string): SchemaNode | undefined {
  const beside = nullBeside(keywords);
  return beside && membersOf(keywords, beside.keyword, pointer)[beside.index];
}
