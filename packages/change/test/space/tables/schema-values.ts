import { all, type Claim, flag, listOfWords, none, note, nothing, type Rows, reference, words } from "../claims.js";
import { anything, unordered } from "./reasons.js";
import { silent } from "./schema-scalars.js";

const text = { type: "string" };
const whole = { type: "integer" };
const flagged = { type: "boolean" };

const unread = nothing("only properties come or go with a direction");

/** What a server takes where callers may leave a value out; elsewhere it is documentation. */
function defaults(edit: string): Claim {
  const counted = ["query parameter", "JSON in a parameter", "a property of a request body"];
  const alternatives = ["an alternative to null of a request body", "an alternative to null of an answer"];
  return {
    at: {
      ...Object.fromEntries(counted.map((place) => [place, `default-${edit}`])),
      ...none(
        alternatives,
        "which alternative holds is decided by the value: where there is none, no default is taken",
      ),
    },
    else: `documentation-${edit}`,
  };
}

/** What is written as text may be a boolean, too, where it may be any text. */
const anotherType: Claim = {
  at: {
    "query parameter": "type-narrowed",
    "header of an answer": "type-narrowed",
    "XML request body": "type-narrowed",
    "XML answer": "type-narrowed",
    "an alternative to null of a request body": "branch-added branch-removed",
    "an alternative to null of an answer": "branch-added branch-removed",
  },
  else: "type-changed",
};

/** What a schema says of values of any type, and what combines schemas. */
export const values: Rows = {
  type: [
    {
      name: "one",
      samples: ["string", "boolean"],
      claims: {
        ...anything,
        changed: anotherType,
      },
    },
    {
      name: "an integer, a number",
      samples: ["integer", "number"],
      claims: { ...anything, changed: "type-widened" },
    },
  ],
  nullable: flag(text, "null-allowed", "null-refused"),
  enum: {
    beside: text,
    samples: ["one", "two", "three"],
    claims: {
      added: "enum-added",
      removed: "enum-removed",
      "item added": "enum-value-added",
      "item removed": "enum-value-removed",
      "item changed": "enum-value-added enum-value-removed",
      moved: unordered,
    },
  },
  const: {
    beside: text,
    samples: ["one", "two"],
    claims: { added: "enum-added", removed: "enum-removed", changed: "enum-replaced" },
  },
  default: {
    beside: text,
    samples: ["one", "two"],
    claims: { added: defaults("added"), removed: defaults("removed"), changed: defaults("changed") },
  },
  readOnly: flag(
    text,
    { at: { "a property of a request body": "property-removed" }, else: unread },
    { at: { "a property of a request body": "property-added" }, else: unread },
  ),
  writeOnly: flag(
    text,
    { at: { "a property of an answer": "property-removed" }, else: unread },
    { at: { "a property of an answer": "property-added" }, else: unread },
  ),
  deprecated: flag(text, "operation-deprecated", "operation-restored"),
  title: words("Thing", "Part"),
  description: words("A thing.", "A part."),
  examples: { ...listOfWords(["one", "two", "three"]), beside: text },
  example: { ...words("one", "two"), beside: text },
  externalDocs: { samples: [{ url: "https://example.com" }], claims: words().claims },
  $comment: words("one", "two"),
  "x-note": note,
  $ref: reference,
  $dynamicRef: {
    beside: {
      $defs: { one: { $dynamicAnchor: "one", type: "string" }, two: { $dynamicAnchor: "two", type: "boolean" } },
    },
    samples: ["#one", "#two"],
    claims: { ...anything, changed: anotherType },
    isLoaded: true,
  },
  $anchor: silent("an anchor is a name that only references use", text, ["one", "two"]),
  $dynamicAnchor: silent("an anchor is a name that only references use", text, ["one", "two"]),
  $id: silent("an address is a name that only references use", text, [
    "https://example.com/one",
    "https://example.com/two",
  ]),
  $schema: silent("OpenAPI's own dialect and that of JSON Schema read these schemas alike", text, [
    "https://spec.openapis.org/oas/3.1/dialect/base",
    "https://json-schema.org/draft/2020-12/schema",
  ]),
  $defs: {
    beside: text,
    samples: { one: text, two: whole, three: flagged },
    claims: all(nothing("definitions are nothing until something refers to them")),
  },
  xml: {
    beside: text,
    samples: [{ name: "thing" }],
    claims: all({
      at: { "XML request body": "xml-changed", "XML answer": "xml-changed" },
      else: nothing("only XML is written by it"),
    }),
  },
  discriminator: {
    samples: [{ propertyName: "kind" }],
    claims: all(nothing("a discriminator chooses among alternatives, and refuses nothing")),
  },
};
