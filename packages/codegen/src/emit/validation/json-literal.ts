import { isObject, type Json, type JsonObject } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { entry, literal } from "../../print/index.js";
import { keywordsNode, nodeList } from "./node-list.js";

/** The source of a JSON value; undefined where a number in it is too large to be one in JavaScript. */
export function jsonLiteral(value: Json): Code | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? literal(value) : undefined;
  if (isObject(value)) return objectOf(value);
  if (typeof value === "object" && value !== null) return arrayOf(value);
  return literal(value);
}

function arrayOf(value: readonly Json[]): Code | undefined {
  const items = value.map(jsonLiteral).filter((item) => item !== undefined);
  return items.length < value.length ? undefined : nodeList(items);
}

function objectOf(value: JsonObject): Code | undefined {
  const members = Object.entries(value).map(([name, member]) => {
    const own = jsonLiteral(member);
    return own && entry(name, own);
  });
  return members.includes(undefined) ? undefined : keywordsNode(members);
}
