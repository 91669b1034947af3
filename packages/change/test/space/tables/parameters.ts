import type { JsonObject } from "@facsimile/document";
import type { ObjectRows } from "../cells.js";
import {
  all,
  type Claim,
  flag,
  flagOfTrue,
  listOfWords,
  note,
  nothing,
  type Row,
  type Rows,
  reference,
  words,
} from "../claims.js";
import { unordered } from "./reasons.js";

const text = { type: "string" };
const list = { type: "array", items: text };
const object = { type: "object" };
const examples = { one: { value: "one" }, two: { value: "two" }, three: { value: "three" } };
const written = "parameter-serialization-changed";
const queryOnly = nothing("the field is defined for parameters of the query alone (OpenAPI 3.1.1, 4.8.12.2.1)");

/** The fields that mean the same for parameters in every place. */
const common: Rows = {
  $ref: reference,
  name: { samples: ["part", "other"], claims: { changed: "parameter-removed parameter-added" } },
  description: words("A part.", "A thing."),
  required: flag({}, "parameter-became-required", "parameter-became-optional"),
  deprecated: flag({}, "operation-deprecated", "operation-restored"),
  allowEmptyValue: flag({}, queryOnly, queryOnly),
  allowReserved: flag({}, queryOnly, queryOnly),
  schema: [
    {
      name: "a list",
      samples: [list, { ...list, maxItems: 3 }],
      claims: { added: "type-narrowed", removed: "type-widened", changed: "max-items-added" },
    },
    {
      name: "a text",
      samples: [{ type: "string" }, { type: "boolean" }],
      claims: { added: "type-narrowed", removed: "type-widened", changed: "type-narrowed" },
    },
  ],
  example: words("one", "two"),
  examples: listOfWords(examples, unordered),
  content: {
    samples: { "application/json": { schema: text }, "text/plain": { schema: text } },
    claims: { added: written, removed: written, changed: written },
  },
  "x-note": note,
};

function movedTo(place: string, from: string): Row {
  return { samples: [from, place], claims: { changed: "parameter-removed parameter-added" } };
}

function styles(samples: readonly string[], added: Claim, changed: Claim): Row {
  return { beside: { schema: list }, samples, claims: { added, removed: added, changed } };
}

const onlyStyle = nothing("the only style of this place is the one that holds without it");

function parameter(place: string, rows: Rows, more: JsonObject = {}): ObjectRows {
  return {
    base: { name: "part", in: place, schema: text, ...more },
    section: "parameters",
    rows: { ...common, ...rows },
  };
}

export const parameterTables: Readonly<Record<`${"query" | "header" | "path" | "cookie"} parameter`, ObjectRows>> = {
  "query parameter": parameter("query", {
    in: movedTo("header", "query"),
    allowEmptyValue: flag({}, "empty-value-allowed", "empty-value-refused"),
    allowReserved: [
      { name: "any text", ...flag({}, "reserved-characters-allowed", "reserved-characters-refused") },
      {
        name: "a number",
        ...flag(
          { schema: { type: "number" } },
          nothing("numbers have no reserved characters"),
          nothing("numbers have no reserved characters"),
        ),
      },
    ],
    style: [
      { name: "other ones", ...styles(["spaceDelimited", "pipeDelimited"], written, written) },
      { name: "the one of queries", ...styles(["form", "spaceDelimited"], nothing("form holds without it"), written) },
    ],
    explode: flagOfTrue({ schema: object }, written, written),
  }),
  "header parameter": parameter("header", {
    in: movedTo("query", "header"),
    style: styles(["simple", "simple"], onlyStyle, onlyStyle),
    explode: flag({ schema: object }, written, written),
  }),
  "path parameter": parameter(
    "path",
    {
      name: {
        samples: ["part", "other"],
        claims: { changed: nothing("the name of a path parameter does not travel") },
      },
      in: {
        samples: ["path", "query"],
        claims: { changed: "operation-added operation-removed" },
      },
      required: { ...flag({}, "", ""), claims: all(nothing("what stands in the path is always required")) },
      style: styles(["label", "matrix"], written, written),
      explode: flag({ schema: object }, written, written),
    },
    { required: true },
  ),
  "cookie parameter": parameter("cookie", {
    in: movedTo("query", "cookie"),
    style: styles(["form", "form"], onlyStyle, onlyStyle),
    explode: flagOfTrue({ schema: object }, written, written),
  }),
};
