import type { JsonObject } from "@facsimile/document";
import { all, nothing, type Rows } from "../claims.js";
import { members } from "./members.js";
import { unordered } from "./reasons.js";
import { limit } from "./schema-scalars.js";

const open: JsonObject = { type: "object" };
const text: JsonObject = { type: "string" };
/** Where any text is written, any number is. */
const some: JsonObject = { type: "string", minLength: 1 };
const whole: JsonObject = { type: "integer" };
const flagged: JsonObject = { type: "boolean" };
const named: JsonObject = { type: "object", properties: { one: text, two: text, three: text } };

/** What JSON Schema says of objects. */
export const objects: Rows = {
  minProperties: limit("min-properties", open, 3, 5),
  maxProperties: limit("max-properties", open, 3, 5),
  properties: [
    {
      name: "of an open object",
      beside: open,
      samples: { one: text, two: whole, three: flagged },
      claims: members("property-added", "property-removed"),
    },
    {
      name: "of a closed object",
      beside: { ...open, additionalProperties: false },
      samples: { one: text, two: whole, three: flagged },
      claims: members("property-added-to-closed", "property-removed-from-closed"),
    },
    {
      name: "of an object that requires them",
      beside: { ...open, required: ["one", "two", "three"] },
      samples: { one: text, two: whole, three: flagged },
      claims: members("type-narrowed", "type-widened"),
    },
  ],
  patternProperties: {
    beside: open,
    samples: { "^a": text, "^b": whole, "^c": flagged },
    claims: members("pattern-properties-narrowed", "pattern-properties-widened"),
  },
  additionalProperties: [
    {
      name: "a schema",
      beside: open,
      samples: [some, whole],
      claims: {
        added: "additional-properties-narrowed",
        removed: "additional-properties-widened",
        changed: "type-changed",
      },
    },
    {
      name: "false",
      beside: { ...open, properties: { one: text } },
      samples: [false, text],
      claims: {
        added: "additional-properties-refused",
        removed: "additional-properties-allowed",
        changed: "additional-properties-allowed",
      },
    },
    {
      name: "true",
      beside: open,
      samples: [true, {}],
      claims: all(nothing("true and an empty schema allow what holds without it")),
    },
  ],
  unevaluatedProperties: [
    {
      name: "a schema",
      beside: open,
      samples: [some, whole],
      claims: {
        added: "additional-properties-narrowed",
        removed: "additional-properties-widened",
        changed: "type-changed",
      },
    },
    {
      name: "false",
      beside: { ...open, properties: { one: text } },
      samples: [false, text],
      claims: {
        added: "additional-properties-refused",
        removed: "additional-properties-allowed",
        changed: "additional-properties-allowed",
      },
    },
  ],
  propertyNames: [
    {
      name: "more of them",
      beside: open,
      samples: [{ maxLength: 3 }, { maxLength: 5 }],
      claims: {
        added: "property-names-narrowed",
        removed: "property-names-widened",
        changed: "property-names-widened",
      },
    },
    {
      name: "other ones",
      beside: open,
      samples: [{ maxLength: 3 }, { minLength: 2 }],
      claims: {
        added: "property-names-narrowed",
        removed: "property-names-widened",
        changed: "property-names-changed",
      },
    },
  ],
  required: [
    {
      name: "of declared properties",
      beside: named,
      samples: ["one", "two", "three"],
      claims: members("property-became-required", "property-became-optional"),
    },
    {
      name: "of others",
      beside: open,
      samples: ["one", "two", "three"],
      claims: members("property-became-required", "property-became-optional"),
    },
  ],
  dependentRequired: {
    beside: named,
    samples: { one: ["two"], two: ["three"], three: ["one"] },
    claims: {
      added: "dependent-required-narrowed",
      removed: "dependent-required-widened",
      "item added": "dependent-required-narrowed",
      "item removed": "dependent-required-widened",
      "item changed": "dependent-required-narrowed dependent-required-widened",
      moved: unordered,
    },
  },
  dependentSchemas: {
    beside: named,
    samples: { one: { required: ["two"] }, two: { minProperties: 2 }, three: { maxProperties: 3 } },
    claims: {
      added: "condition-narrowed dependent-required-narrowed",
      removed: "condition-widened dependent-required-widened",
      // Whether several conditions follow from others is not decided.
      "item added": "condition-changed",
      "item removed": "condition-changed",
      "item changed": "condition-changed=breaking",
      moved: unordered,
    },
  },
};
