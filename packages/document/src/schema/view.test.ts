import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../load/document.js";
import { Schemas } from "./schemas.js";
import type { SchemaUse } from "./source.js";
import type { SchemaView } from "./view.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

function view(schema: Json, dialect: "3.0" | "3.1" = "3.1", schemas: JsonObject = {}): SchemaView {
  return new Schemas({ components: { schemas } }, dialect).view([{ value: schema, pointer: "/it" }]);
}

/** The pointers of schemas. */
const places = (use: SchemaUse | undefined): readonly string[] => (use ?? []).map(({ pointer }) => pointer);

describe("types", () => {
  const table: readonly (readonly [what: string, schema: Json, types: readonly string[] | undefined])[] = [
    ["nothing is said", {}, undefined],
    ["one is named", { type: "string" }, ["string"]],
    ["several are named", { type: ["string", "null"] }, ["string", "null"]],
    ["null is named and refused", { type: ["string", "null"], enum: ["a"] }, ["string"]],
    ["values are listed", { enum: ["a", 1, 1.5, true, null] }, ["string", "integer", "number", "boolean", "null"]],
    ["a value is named", { const: [1] }, ["array"]],
    ["properties are described", { properties: {} }, ["object"]],
    ["items are described", { items: true }, ["array"]],
    ["a part narrows", { allOf: [{ type: ["string", "number"] }, { type: ["number", "boolean"] }] }, ["number"]],
    ["a part makes a number whole", { type: "number", allOf: [{ type: "integer" }] }, ["integer"]],
    ["alternatives widen", { oneOf: [{ type: "string" }, { type: "number" }] }, ["string", "number"]],
    [
      "alternatives are narrowed",
      { type: ["string", "null"], anyOf: [{ type: "string" }, { type: "number" }] },
      ["string"],
    ],
    ["a reference is followed", ref("Text"), ["string"]],
    ["null stands beside a part, in 3.1", { nullable: true, allOf: [{ type: "string" }] }, ["string"]],
    ["parts exclude each other", { allOf: [{ type: "string" }, { type: "number" }] }, []],
  ];

  it.each(table)("%s", (_what, schema, types) => {
    expect(view(schema, "3.1", { Text: { type: "string" } }).types).toEqual(types);
  });
});

describe("bounds", () => {
  const table: readonly (readonly [what: string, schema: Json, bounds: Partial<SchemaView>])[] = [
    ["a limit", { minimum: 1, maximum: 2 }, { minimum: 1, exclusiveMinimum: undefined, maximum: 2 }],
    ["an exclusive limit of 3.0", { minimum: 1, exclusiveMinimum: true }, { minimum: undefined, exclusiveMinimum: 1 }],
    [
      "an exclusive limit of 3.0 that is none",
      { maximum: 1, exclusiveMaximum: false },
      { maximum: 1, exclusiveMaximum: undefined },
    ],
    ["an exclusive limit of nothing", { exclusiveMaximum: true }, { maximum: undefined, exclusiveMaximum: undefined }],
    ["an exclusive limit of 3.1", { exclusiveMinimum: 1 }, { minimum: undefined, exclusiveMinimum: 1 }],
    ["two limits of which one binds", { minimum: 2, exclusiveMinimum: 1 }, { minimum: 2, exclusiveMinimum: undefined }],
    [
      "the tightest of several parts",
      {
        minimum: 1,
        allOf: [
          { minimum: 3, maximum: 9 },
          { minimum: 2, maximum: 5 },
        ],
      },
      { minimum: 3, maximum: 5 },
    ],
    [
      "the tightest lengths",
      {
        allOf: [
          { minLength: 1, maxLength: 9 },
          { minLength: 2, maxLength: 5 },
        ],
      },
      { minLength: 2, maxLength: 5 },
    ],
    [
      "the tightest counts",
      { minItems: 1, maxProperties: 4, allOf: [{ minItems: 2, maxItems: 3, maxProperties: 2, minProperties: 1 }] },
      { minItems: 2, maxItems: 3, minProperties: 1, maxProperties: 2 },
    ],
    ["a common multiple", { multipleOf: 4, allOf: [{ multipleOf: 6 }] }, { multipleOf: 12 }],
    ["a common multiple of fractions", { multipleOf: 0.2, allOf: [{ multipleOf: 0.3 }] }, { multipleOf: 0.6 }],
    ["all patterns", { pattern: "^a", allOf: [{ pattern: "b$" }, { pattern: "^a" }] }, { patterns: ["^a", "b$"] }],
    [
      "the values that all lists have",
      { enum: ["a", "b", "c"], allOf: [{ enum: ["c", "b"] }, { enum: ["b", "d", "c"] }] },
      { enum: ["b", "c"] },
    ],
    ["a constant", { allOf: [{ const: "a" }] }, { const: "a" }],
    ["items that differ", { allOf: [{ uniqueItems: true }] }, { uniqueItems: true }],
    [
      "limits that are no numbers",
      { minimum: "1", maxLength: null, pattern: 1, required: true },
      { minimum: undefined, maxLength: undefined, patterns: [] },
    ],
  ];

  it.each(table)("%s", (_what, schema, bounds) => {
    expect(view(schema)).toMatchObject(bounds);
    expect(view(schema, "3.0")).toMatchObject(bounds);
  });
});

describe("siblings of $ref", () => {
  const schema = { ...ref("Text"), maxLength: 3, readOnly: true, description: "Beside it." };

  it("are ignored in 3.0, but for words to people", () => {
    const { maxLength, readOnly, parts } = view(schema, "3.0", { Text: { type: "string" } });
    expect([maxLength, readOnly, parts[0]?.keywords.description]).toEqual([undefined, false, "Beside it."]);
  });

  it("count in 3.1", () => {
    const { maxLength, readOnly, types } = view(schema, "3.1", { Text: { type: "string", maxLength: 5 } });
    expect([maxLength, readOnly, types]).toEqual([3, true, ["string"]]);
  });
});

describe("properties", () => {
  const schemas = {
    Base: { type: "object", required: ["id"], properties: { id: { type: "string", readOnly: true }, name: true } },
    Child: { allOf: [ref("Base"), { properties: { name: { maxLength: 3 } }, required: ["name", "id", "other"] }] },
  };

  it("are those of all parts, each with every schema that describes it", () => {
    const { properties } = view(ref("Child"), "3.1", schemas);
    expect([...properties].map(([name, use]) => [name, places(use)])).toEqual([
      ["id", ["/components/schemas/Base/properties/id"]],
      ["name", ["/components/schemas/Base/properties/name", "/components/schemas/Child/allOf/1/properties/name"]],
    ]);
  });

  it("are required where a part says so first", () => {
    expect([...view(ref("Child"), "3.1", schemas).required]).toEqual([
      ["id", "/components/schemas/Base/required/0"],
      ["name", "/components/schemas/Child/allOf/1/required/0"],
      ["other", "/components/schemas/Child/allOf/1/required/2"],
    ]);
  });

  it("may be called like keywords", () => {
    const schema: Json = {
      properties: {
        $ref: { type: "string" },
        enum: { type: "null" },
        default: false,
        properties: { minimum: 1 },
        __proto__x: {},
      },
    };
    expect([...view(schema).properties.keys()]).toEqual(["$ref", "enum", "default", "properties", "__proto__x"]);
    expect(view(schema).enum).toBeUndefined();
  });

  it("are closed by a part that allows no other", () => {
    expect(view({ additionalProperties: false }).isClosed).toBe(true);
    expect(view({ allOf: [{ properties: {} }], unevaluatedProperties: false }).isClosed).toBe(true);
    expect(view({ additionalProperties: { type: "string" } }).isClosed).toBe(false);
    expect(places(view({ additionalProperties: { type: "string" } }).additional)).toEqual(["/it/additionalProperties"]);
    expect(view({}).isClosed).toBe(false);
  });
});

describe("direction", () => {
  const schemas = {
    Id: { type: "string", readOnly: true },
    Chain: ref("Id"),
  };
  const table: readonly (readonly [what: string, schema: Json, in30: boolean, in31: boolean])[] = [
    ["its own mark", { readOnly: true }, true, true],
    ["the mark of what it refers to", ref("Chain"), true, true],
    ["the mark of a part", { allOf: [{ type: "string" }, ref("Id")] }, true, true],
    ["a mark beside allOf", { allOf: [{ type: "string" }], readOnly: true }, true, true],
    ["a mark in what null stands beside", { oneOf: [ref("Id"), { type: "null" }] }, true, true],
    ["a mark beside nullable", { nullable: true, allOf: [ref("Id")] }, true, true],
    ["a mark beside $ref", { ...ref("Text"), readOnly: true }, false, true],
    ["the mark of an alternative", { oneOf: [ref("Id"), { type: "number" }] }, false, false],
    ["the mark of a property", { properties: { id: ref("Id") } }, false, false],
    ["a mark that is no boolean", { readOnly: "true" }, false, false],
  ];

  it.each(table)("%s", (_what, schema, in30, in31) => {
    expect(view(schema, "3.0", schemas).readOnly).toBe(in30);
    expect(view(schema, "3.1", schemas).readOnly).toBe(in31);
    expect(view(schema, "3.1", schemas).writeOnly).toBe(false);
  });
});

describe("composition", () => {
  it("keeps the alternatives", () => {
    const { alternatives } = view({ oneOf: [{}, true], allOf: [{ anyOf: [{ type: "string" }] }], anyOf: [] });
    expect(alternatives.map(places)).toEqual([["/it/oneOf/0", "/it/oneOf/1"], ["/it/allOf/0/anyOf/0"]]);
  });

  it("has a schema that a part leads back to once", () => {
    const schemas = { Tree: { allOf: [ref("Tree"), { properties: { next: ref("Tree") } }] } };
    const { parts, properties } = view(ref("Tree"), "3.1", schemas);
    expect(parts.map(({ pointer }) => pointer)).toEqual([
      "/it",
      "/components/schemas/Tree",
      "/components/schemas/Tree/allOf/0",
      "/components/schemas/Tree/allOf/1",
    ]);
    expect(places(properties.get("next"))).toEqual(["/components/schemas/Tree/allOf/1/properties/next"]);
  });
});

describe("long documents", () => {
  it("reads a chain of 10,000 references", () => {
    const schemas: { [name: string]: Json } = { S0: { type: "string", nullable: true, readOnly: true, maxLength: 3 } };
    for (let index = 1; index < 10_000; index += 1) schemas[`S${index}`] = ref(`S${index - 1}`);
    const reading = new Schemas({ components: { schemas } }, "3.0");
    const last = reading.view([{ value: ref("S9999"), pointer: "" }]);
    expect([last.allowsNull, last.types, last.readOnly, last.maxLength]).toEqual([true, ["string", "null"], true, 3]);
    for (const value of Object.values(schemas)) expect(reading.allowsNull([{ value, pointer: "" }])).toBe(true);
  });

  it("reads a schema of 5,000 parts", () => {
    const allOf = Array.from({ length: 5_000 }, (_, index) => ({
      properties: { [`p${index}`]: { type: "string" } },
      required: [`p${index}`],
      enum: ["a", index, {}],
      minProperties: index,
    }));
    const { properties, required, minProperties, enum: listed } = view({ allOf });
    expect([properties.size, required.size, minProperties, listed]).toEqual([5_000, 5_000, 4_999, ["a", {}]]);
  });

  it("reads schemas that hold each other in every way", () => {
    const schemas: { [name: string]: Json } = {};
    for (let index = 0; index < 60; index += 1) {
      const others = Array.from({ length: 60 }, (_, other) => ref(`S${other}`));
      schemas[`S${index}`] = { anyOf: [...others, { type: "string" }], allOf: [{ items: { oneOf: others } }] };
    }
    const reading = new Schemas({ components: { schemas } }, "3.1");
    for (const value of Object.values(schemas)) reading.view([{ value, pointer: "" }], (alternatives) => alternatives);
  });
});
