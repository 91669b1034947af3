import { isObject, type Json, type JsonObject } from "@facsimile/document";
import type { RunningEdition } from "../operations/edition.js";

/** What a schema says of how its values are written. */
export interface Described {
  readonly properties: JsonObject;
  readonly items: Json;
  readonly prefixItems: readonly Json[];
  readonly xml: JsonObject;
  /** Whether it is text or bytes that are given in place of text. */
  readonly isBytes: boolean;
  readonly isBase64: boolean;
  /** Undefined where it does not say, or says more than one. */
  readonly kind: Kind | undefined;
}

export type Kind = "simple" | "list" | "object";

export function described(edition: RunningEdition, schema: Json): Described {
  const parts = partsOf(edition, schema);
  const first = (keyword: string): Json | undefined =>
    parts.map((part) => part[keyword]).find((value) => value !== undefined);
  const xml = first("xml");
  const types = typesOf(first("type"));
  const prefixItems = first("prefixItems");
  const isBase64 = parts.some(({ format, contentEncoding }) => format === "byte" || contentEncoding !== undefined);
  return {
    properties: Object.assign({}, ...parts.map(({ properties }) => (isObject(properties) ? properties : {}))),
    items: first("items") ?? {},
    prefixItems: Array.isArray(prefixItems) ? prefixItems : [],
    xml: isObject(xml) ? xml : {},
    isBytes:
      parts.every(({ type }) => type === undefined) ||
      parts.some(({ format, contentEncoding }) => format === "binary" || contentEncoding !== undefined),
    isBase64,
    kind: types.length === 1 ? kindOfType(types[0]) : undefined,
  };
}

/** The kind of a value. */
export function kindOf(value: Json): Kind {
  if (Array.isArray(value)) return "list";
  return isObject(value) ? "object" : "simple";
}

function partsOf(edition: RunningEdition, schema: Json, seen: ReadonlySet<Json> = new Set()): readonly JsonObject[] {
  if (!isObject(schema) || seen.has(schema)) return [];
  const more = new Set([...seen, schema]);
  const { $ref, allOf } = schema;
  const target = $ref === undefined ? [] : [edition.followed(schema)];
  const members = Array.isArray(allOf) ? allOf : [];
  return [schema, ...[...target, ...members].flatMap((part) => partsOf(edition, part, more))];
}

function typesOf(type: Json | undefined): readonly Json[] {
  if (type === undefined) return [];
  return (Array.isArray(type) ? type : [type]).filter((each) => each !== "null");
}

function kindOfType(type: Json | undefined): Kind {
  if (type === "array") return "list";
  return type === "object" ? "object" : "simple";
}
