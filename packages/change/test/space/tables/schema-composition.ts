import type { Claim, Row, Rows } from "../claims.js";
import { anything, unordered } from "./reasons.js";

const text = { type: "string" };
/** Where any text is written, any number is, and a flag where there is room for it. */
const some = { type: "string", maxLength: 3 };
const whole = { type: "integer" };
const flagged = { type: "boolean" };

const alternatives: Row = {
  samples: [some, whole, flagged],
  claims: {
    ...anything,
    "item added": "branch-added",
    "item removed": "branch-removed",
    "item changed": "branch-added branch-removed",
    moved: unordered,
  },
};

/** Alternatives that take the place of a schema without any are compared as a whole; beside null they are further ones. */
function asAWhole(claim: string, besideNull: string): Claim {
  const place = "an alternative to null of";
  return { at: { [`${place} a request body`]: besideNull, [`${place} an answer`]: besideNull }, else: claim };
}

/** What combines schemas. */
export const composition: Rows = {
  allOf: {
    beside: text,
    samples: [{ minLength: 1 }, { maxLength: 9 }, { pattern: "^a" }],
    claims: {
      added: "min-length-added max-length-added",
      removed: "min-length-removed max-length-removed",
      "item added": "pattern-added",
      "item removed": "pattern-removed",
      "item changed": "max-length-removed pattern-added",
      moved: unordered,
    },
  },
  anyOf: alternatives,
  oneOf: [
    { ...alternatives, name: "alternatives that have nothing in common" },
    {
      name: "alternatives that overlap",
      beside: text,
      samples: [{ minLength: 5 }, { maxLength: 1 }, { maxLength: 9 }],
      claims: {
        added: asAWhole("schema-narrowed", "branch-removed"),
        removed: asAWhole("schema-widened", "branch-added"),
        "item added": { request: "branch-overlaps", response: "branch-added" },
        "item removed": { request: "branch-removed", response: "overlap-removed" },
        "item changed": "branch-overlaps max-length-raised",
        moved: unordered,
      },
    },
  ],
  not: {
    beside: text,
    samples: [{ enum: ["one", "two"] }, { enum: ["one"] }],
    claims: { added: "condition-narrowed", removed: "condition-widened", changed: "condition-widened" },
  },
  if: {
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's keyword.
    beside: { ...text, then: { enum: ["thing", "", "things"] } },
    samples: [{ minLength: 5 }, { maxLength: 1 }],
    claims: { added: "condition-narrowed", removed: "condition-widened", changed: "condition-changed=breaking" },
  },
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema's keyword.
  then: {
    beside: { ...text, if: { minLength: 1 } },
    samples: [{ minLength: 5 }, { minLength: 2 }],
    claims: { added: "condition-narrowed", removed: "condition-widened", changed: "condition-widened" },
  },
  else: {
    beside: { ...text, if: { minLength: 10 } },
    samples: [{ minLength: 5 }, { minLength: 2 }],
    claims: { added: "condition-narrowed", removed: "condition-widened", changed: "condition-widened" },
  },
};
