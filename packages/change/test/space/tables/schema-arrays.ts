import type { JsonObject } from "@facsimile/document";
import { all, flag, nothing, type Row, type Rows } from "../claims.js";
import { limit } from "./schema-scalars.js";

const array: JsonObject = { type: "array", items: {} };
const texts: JsonObject = { type: "array", items: { type: "string" } };
const text: JsonObject = { type: "string" };
/** Where any text is written, any number is. */
const some: JsonObject = { type: "string", minLength: 1 };
const whole: JsonObject = { type: "integer" };
const flagged: JsonObject = { type: "boolean" };

const items: Row["claims"] = { added: "type-narrowed", removed: "type-widened", changed: "type-changed" };

/** What JSON Schema says of arrays. */
export const arrays: Rows = {
  minItems: limit("min-items", texts, 3, 5),
  maxItems: limit("max-items", texts, 3, 5),
  uniqueItems: flag(texts, "unique-items-set", "unique-items-unset"),
  items: { beside: { type: "array" }, samples: [some, whole], claims: items },
  prefixItems: {
    beside: array,
    samples: [some, whole, flagged],
    claims: {
      added: "type-narrowed type-narrowed",
      removed: "type-widened type-widened",
      "item added": "type-narrowed",
      "item removed": "type-widened",
      "item changed": "type-changed",
      moved: "type-changed type-changed",
    },
  },
  unevaluatedItems: [
    {
      name: "after a list of first items",
      beside: { type: "array", prefixItems: [{}] },
      samples: [some, whole],
      claims: items,
    },
    {
      name: "beside items",
      beside: texts,
      samples: [some, whole],
      claims: all(nothing("items evaluates all of them")),
    },
  ],
  contains: {
    beside: array,
    samples: [some, whole],
    claims: { added: "contains-narrowed", removed: "contains-widened", changed: "contains-changed" },
  },
  minContains: [
    {
      name: "beside contains",
      beside: { ...array, contains: text },
      samples: [2, 3],
      claims: {
        added: "contains-narrowed",
        removed: "contains-widened",
        raised: "contains-narrowed",
        lowered: "contains-widened",
      },
    },
    { name: "alone", beside: array, samples: [2, 3], claims: all(nothing("it means nothing without contains")) },
  ],
  maxContains: [
    {
      name: "beside contains",
      beside: { ...array, contains: text },
      samples: [2, 3],
      claims: {
        added: "contains-narrowed",
        removed: "contains-widened",
        raised: "contains-widened",
        lowered: "contains-narrowed",
      },
    },
    { name: "alone", beside: array, samples: [2, 3], claims: all(nothing("it means nothing without contains")) },
  ],
};
