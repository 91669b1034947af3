import { bindSchema, isNothing, isObject, type Json, type JsonObject } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { entry, literal } from "../../print/index.js";
import { isBytes, type Place } from "../types/place.js";
import { valueEntries } from "./assertions.js";
import { compositionEntries } from "./compositions.js";
import { keywordsNode, nodeList } from "./node-list.js";
import type { NodePart, NodeReading } from "./node-reading.js";
import { partEntries } from "./parts.js";
import { isTypedWhole, typesOfPart } from "./stated-types.js";

/** What a schema of the document says about values at run time, as the runtime's `SchemaNode`. */
export function schemaNode(reading: NodeReading, schema: Json, place: Place): Code {
  // The copy of a schema of a document is JSON.
  const value = bindSchema(reading.schemas, schema, reading.direction) as Json;
  return nodeOf(reading, { value, place, isTyped: false });
}

/** The same for a schema that binds in the direction already. */
function nodeOf(reading: NodeReading, part: NodePart): Code {
  const { value } = part;
  if (!isObject(value)) return literal(value !== false);
  const keywords = reading.schemas.keywords(value);
  if (isNothing(keywords)) return literal(false);
  const own = ownNode(reading, part, keywords);
  return keywords.nullable === true ? orNull(own) : own;
}

function orNull(node: Code): Code {
  return keywordsNode([entry("anyOf", nodeList([node, keywordsNode([entry("type", literal("null"))])]))]);
}

function ownNode(reading: NodeReading, part: NodePart, keywords: JsonObject): Code {
  const isTyped = isTypedWhole(reading, part, keywords);
  const types = typesOfPart(reading, { ...part, isTyped }, keywords);
  const inside = { ...part, isTyped: isTyped || types !== undefined };
  if (part.place !== "text" && isBytes(keywords) && (types === undefined || types.includes("string")))
    return bytesNode(types?.filter((type) => type !== "string") ?? []);
  const [only, ...more] = compositionEntries(reading, inside, keywords, nodeOf);
  const entries = [...valueEntries(keywords, types), ...partEntries(reading, part, keywords, nodeOf)];
  if (only !== undefined && more.length === 0 && entries.length === 0 && only.alone !== undefined) return only.alone;
  const composed = [...(only === undefined ? [] : [only]), ...more].map(({ code }) => code);
  const all = [...entries, ...composed];
  return all.length === 0 ? literal(true) : keywordsNode(all);
}

/** Bytes, or a value of the other types. What else is said of a text is not said of them. */
function bytesNode(others: readonly string[]): Code {
  const blob = keywordsNode([entry("instanceOf", literal("Blob"))]);
  if (others.length === 0) return blob;
  const other = keywordsNode([entry("type", nodeList(others.map(literal)))]);
  return keywordsNode([entry("anyOf", nodeList([blob, other]))]);
}
