import type { JsonObject } from "@facsimile/document";
import type { BoundName } from "../../../src/change/rules.js";
import { all, flag, nothing, type Row, type Rows } from "../claims.js";

const number: JsonObject = { type: "number" };
const text: JsonObject = { type: "string" };

export function limit(name: BoundName, beside: JsonObject, low: number, high: number): Row {
  return {
    beside,
    samples: [low, high],
    claims: {
      added: `${name}-added`,
      removed: `${name}-removed`,
      raised: `${name}-raised`,
      lowered: `${name}-lowered`,
    },
  };
}

/** What JSON Schema says of numbers, and of texts. */
export const scalars: Rows = {
  multipleOf: [
    {
      name: "the greater step is a multiple of the other one",
      beside: number,
      samples: [5, 10],
      claims: {
        added: "multiple-of-narrowed",
        removed: "multiple-of-widened",
        raised: "multiple-of-narrowed",
        lowered: "multiple-of-widened",
      },
    },
    {
      name: "neither step is a multiple of the other one",
      beside: number,
      samples: [4, 6],
      claims: {
        added: "multiple-of-narrowed",
        removed: "multiple-of-widened",
        raised: "multiple-of-changed",
        lowered: "multiple-of-changed",
      },
    },
  ],
  minimum: limit("minimum", number, 3, 5),
  maximum: limit("maximum", number, 3, 5),
  exclusiveMinimum: limit("minimum", number, 3, 5),
  exclusiveMaximum: limit("maximum", number, 3, 5),
  "exclusiveMinimum@3.0": flag({ ...number, minimum: 3 }, "minimum-raised", "minimum-lowered"),
  "exclusiveMaximum@3.0": flag({ ...number, maximum: 3 }, "maximum-lowered", "maximum-raised"),
  minLength: limit("min-length", text, 3, 5),
  maxLength: limit("max-length", text, 3, 5),
  pattern: {
    beside: text,
    samples: ["^a", "^b"],
    claims: { added: "pattern-added", removed: "pattern-removed", changed: "pattern-changed" },
  },
  format: {
    beside: text,
    samples: ["uuid", "date"],
    claims: { added: "format-added", removed: "format-removed", changed: "format-changed" },
  },
  contentEncoding: content("base64", "base32"),
  contentMediaType: content("application/json", "text/csv"),
  contentSchema: content({ type: "object" }, { type: "array" }),
};

function content(...samples: Row["samples"] & readonly unknown[]): Row {
  return {
    beside: { ...text },
    samples,
    claims: { added: "content-added", removed: "content-removed", changed: "content-changed" },
  };
}

/** Keywords that say nothing of values: nobody tells an edition with them from one without them. */
export function silent(reason: string, beside: JsonObject, samples: Row["samples"]): Row {
  return { beside, samples, claims: all(nothing(reason)) };
}
