import type { Document, Json, JsonObject } from "@facsimile/document";
import { buildModel } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { trialsOf } from "./explore.js";
import { meaningsOf } from "./meaning.js";

/** What is tried of a component called A, as `value` or, where it is broken, `keyword: value`, with the part before it that is tried by itself; and what cannot be made. */
function tried(
  schemas: JsonObject,
  version = "3.1.0",
): { readonly trials: readonly string[]; readonly holes: readonly string[] } {
  const json: JsonObject = {
    openapi: version,
    info: { title: "Values", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: {},
    components: { schemas },
  };
  const document: Document = {
    file: "values.json",
    dialect: version.startsWith("3.0") ? "3.0" : "3.1",
    json,
    omissions: [],
    locate: (pointer) => ({ file: "values.json", pointer, line: 1, column: 1 }),
  };
  const { api } = buildModel(document);
  if (api === undefined) throw new Error("The document has errors.");
  const { trials, holes } = trialsOf(meaningsOf(document, api).response, "/components/schemas/A", true, () => false);
  return {
    trials: trials.map(({ frame, value, broken }) =>
      [...frame, ...(broken === undefined ? [] : [broken.keyword]), JSON.stringify(value)].join(": "),
    ),
    holes: holes.map(({ path, reason }) => `${path.join(".")}: ${reason}`),
  };
}

const wrong = (values: readonly Json[], part = ""): readonly string[] =>
  values.map((value) => `${part}type: ${JSON.stringify(value)}`);

it.each<[string, Json, readonly string[]]>([
  ["a type, by values of each other kind", { type: "integer" }, ["1", ...wrong([null, true, "text", []])]],
  [
    "an enumeration, by each value and another",
    { type: "string", enum: ["a", "b"] },
    ['"a"', ...wrong([null, true, 1, []]), '"b"', 'enum: "none of these"'],
  ],
  ["a constant", { const: 7 }, ["7", ...wrong([null, true, "text", []]), "const: 987654321"]],
  ["types in a list", { type: ["string", "null"] }, ['"text"', ...wrong([true, 1, []]), "null"]],
  [
    "a list, empty and with one item",
    { type: "array", items: { type: "boolean" } },
    ["[]", ...wrong([null, true, 1, "text", {}]), "[true]", "0: true", ...wrong([null, 1, "text", []], "0: ")],
  ],
  ["what nothing is said about", {}, ['"text"', "null"]],
])("tries %s", (_what, schema, expected) => {
  expect(tried({ A: schema }).trials).toEqual(expected);
});

describe("of an object", () => {
  it("tries what is required alone, everything, and each required property left out", () => {
    const properties = { id: { type: "string" }, size: { type: "number" } };
    const { trials } = tried({ A: { type: "object", required: ["id"], properties } });
    expect(trials.filter((text) => text.includes("{") && !text.startsWith("type"))).toEqual([
      '{"id":"text"}',
      '{"id":"text","size":1}',
      "required: {}",
    ]);
  });

  it("tries no property that nobody declared, but where the schema refuses it", () => {
    expect(tried({ A: { type: "object", additionalProperties: false } }).trials).toContain(
      'additionalProperties: {"undeclared":"x"}',
    );
  });

  it("tries a map", () => {
    expect(tried({ A: { type: "object", additionalProperties: { type: "boolean" } } }).trials).toContain("key: true");
  });
});

describe("of a part", () => {
  const size = (schema: Json): JsonObject => ({ type: "object", required: ["size"], properties: { size: schema } });
  const sizes = (schema: JsonObject): readonly string[] =>
    tried({ A: schema }).trials.filter((text) => text.includes('"text"'));

  it("tries a map of names with a form, under a name of that form, and no others", () => {
    const entry = { type: "object", required: ["a"], properties: { a: { type: "string" } } };
    const { trials } = tried({ A: { type: "object", patternProperties: { "^[a-z]+@[a-z]+\\.com$": entry } } });
    expect(trials.join()).toContain('{"a":"text"}');
    const values = trials.filter((trial) => trial.startsWith("{"));
    expect(values.filter((value) => !/^\{("[a-z]+@[a-z]+\.com":\{"a":"text"\})?\}$/.test(value))).toEqual([]);
  });

  it("tries values by themselves where nothing around it has to do with them", () => {
    const inner = { type: "array", items: size({ type: "number" }) };
    expect(sizes(size(inner))).toContain('size: 0: size: type: "text"');
  });

  it.each<[string, JsonObject]>([
    ["two parts of a schema describe it", { type: "object", allOf: [size({ type: "number" }), size({ minimum: 1 })] }],
    [
      "a part of a schema says something of properties that another declares",
      {
        type: "object",
        allOf: [size({ type: "number" }), { additionalProperties: { minimum: 1 } }],
      },
    ],
    ["a condition is about it", { ...size({ type: "number" }), if: size({ const: 1 }), else: { minProperties: 1 } }],
    [
      "an alternative has no such property",
      { oneOf: [size({ type: "number" }), { type: "object", required: ["weight"], properties: { weight: {} } }] },
    ],
  ])("tries it with what is around it where %s", (_where, schema) => {
    expect(sizes(schema)).toContain('type: {"size":"text"}');
  });

  const told = (name: string, schema: Json): JsonObject => {
    const properties = { [name]: { type: "boolean" }, size: schema };
    return { type: "object", required: [name], properties, additionalProperties: false };
  };

  it("tries by itself what all alternatives say in the same words", () => {
    const A = { oneOf: [told("a", { type: "number" }), told("b", { type: "number" })] };
    expect(sizes(A).filter((text) => text.includes("size"))).toEqual(['size: type: "text"']);
  });

  it("tries with what is around it what one alternative refuses and another one allows", () => {
    const A = { oneOf: [told("a", { type: "number" }), told("b", { type: ["number", "string"] })] };
    expect(sizes(A).filter((text) => text.includes("size"))).toEqual([
      'type: {"a":true,"size":"text"}',
      'size: "text"',
    ]);
  });
});

it("does not ask of a type what none can tell", () => {
  const alternatives = [
    { type: "string", enum: ["none"] },
    { type: "string", pattern: "^[1-9]$" },
  ];
  const { trials } = tried({ A: { oneOf: alternatives } });
  expect(trials).not.toContain('enum: "none of these"');
});

it("does not take what has properties for null", () => {
  expect(tried({ A: { properties: { id: { type: "string" } } } }).trials).not.toContain("null");
});

it("does without alternatives that the rest of a schema rules out", () => {
  expect(tried({ A: { type: "string", oneOf: [{ type: "string", minLength: 1 }, { type: "null" }] } }).holes).toEqual(
    [],
  );
});

it("tries tuples that are too long and too short", () => {
  const { trials } = tried({ A: { type: "array", prefixItems: [{ type: "number" }], items: false, minItems: 1 } });
  expect(trials).toContain('items: [1,"one more"]');
  expect(trials).toContain("minItems: []");
});

it("tries each alternative, with the value that its discriminator has for it", () => {
  const member = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
  const references = ["B", "C"].map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const A = { oneOf: references, discriminator: { propertyName: "kind" } };
  const { trials } = tried({ A, B: member, C: member });
  expect(trials.filter((text) => !text.startsWith("type"))).toEqual([
    '{"kind":"B"}',
    'discriminator: {"kind":"none of these"}',
    '{"kind":"C"}',
  ]);
});

it("tries of a component that is built on one with a discriminator the value alone that leads to it", () => {
  const mapping = { a: "#/components/schemas/A", c: "#/components/schemas/C" };
  const B = {
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string", enum: ["c", "a"] } },
    discriminator: { propertyName: "kind", mapping },
  };
  const heir = { allOf: [{ $ref: "#/components/schemas/B" }] };
  const { trials } = tried({ A: heir, B, C: heir });
  expect(trials.filter((text) => text.startsWith("{"))).toEqual(['{"kind":"a"}']);
  const union = { oneOf: [{ $ref: "#/components/schemas/A" }], discriminator: { propertyName: "kind" } };
  const { trials: alone } = tried({ A: heir, B, C: heir, D: union });
  expect(alone.filter((text) => text.startsWith("{"))).toEqual(['{"kind":"c"}', '{"kind":"a"}']);
});

it("says why nothing can be tried", () => {
  const A = { type: "object", required: ["inner"], properties: { inner: { $ref: "#/components/schemas/A" } } };
  expect(tried({ A }).holes).toEqual([": a value would have to be in itself"]);
});
