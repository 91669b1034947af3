import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Json, JsonObject } from "@facsimile/document";
import { createValidator } from "@facsimile/samples";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { changesOf } from "./types/changes.js";
import { Judge, toldApart } from "./types/judge.js";
import { schemaGroups } from "./types/random-schemas.js";
import { randomNumbers, ValueMaker } from "./types/values.js";
import { apiOf, builtSchemas, documentAt, fits } from "./validation/built-schemas.js";

const folder = mkdtempSync(join(tmpdir(), "facsimile-validation-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A document with nothing but schemas. */
async function documentOf(version: string, schemas: JsonObject): ReturnType<typeof documentAt> {
  const file = join(folder, "openapi.json");
  const info = { title: "Vectors", version: "1" };
  writeFileSync(file, JSON.stringify({ openapi: version, info, paths: {}, components: { schemas } }));
  return documentAt(file);
}

type Vector = readonly [what: string, schema: Json, fitting: readonly Json[], others: readonly Json[]];

const both: readonly Vector[] = [
  ["type string", { type: "string" }, ["", "a"], [1, null, [], {}]],
  ["type integer", { type: "integer" }, [0, -3, 2.0], [1.5, "1", null]],
  ["type number", { type: "number" }, [0, 1.5], ["1", true]],
  ["type boolean", { type: "boolean" }, [true, false], [0, "true"]],
  ["type array", { type: "array", items: {} }, [[], [1, "a"]], [{}, "a"]],
  ["type object", { type: "object" }, [{}, { a: 1 }], [[], "a", null]],
  [
    "enum",
    { enum: ["a", 1, { b: [1, 2], c: null }] },
    ["a", 1, { c: null, b: [1, 2] }],
    ["b", 2, { b: [2, 1], c: null }],
  ],
  ["minimum", { type: "number", minimum: 1 }, [1, 2], [0.9]],
  ["maximum", { type: "number", maximum: 1 }, [1, -2], [1.1]],
  ["multipleOf", { type: "number", multipleOf: 0.5 }, [0, 1.5, -2], [0.3]],
  ["multipleOf of whole numbers", { type: "integer", multipleOf: 3 }, [0, 9], [10]],
  ["multipleOf of large ones", { type: "integer", multipleOf: 2 }, [1_234_567_890_122], [1_234_567_890_123]],
  ["minLength, of characters", { type: "string", minLength: 2 }, ["ab", "😀😀"], ["a", "😀"]],
  ["maxLength, of characters", { type: "string", maxLength: 2 }, ["", "😀😀"], ["abc", "😀😀😀"]],
  ["pattern, anywhere", { type: "string", pattern: "b+" }, ["b", "abc"], ["", "a"]],
  ["pattern that runs away elsewhere", { type: "string", pattern: "^(a+)+$" }, ["a", "aaaa"], ["", "aaab"]],
  ["pattern with a choice", { type: "string", pattern: "^(?:a|bc)*d?$" }, ["", "abcd", "bcbc"], ["b", "dd"]],
  ["minItems", { type: "array", items: {}, minItems: 1 }, [[1]], [[]]],
  ["maxItems", { type: "array", items: {}, maxItems: 1 }, [[], [1]], [[1, 2]]],
  [
    "uniqueItems",
    { type: "array", items: {}, uniqueItems: true },
    [[1, "1", [1]], []],
    [
      [1, 1],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  ],
  ["items", { type: "array", items: { type: "integer" } }, [[], [1]], [[1, "a"]]],
  ["required", { type: "object", required: ["a"] }, [{ a: null }], [{}, { b: 1 }]],
  ["properties", { type: "object", properties: { a: { type: "integer" } } }, [{}, { a: 1, b: "c" }], [{ a: "b" }]],
  [
    "additionalProperties that are none",
    { type: "object", properties: { a: {} }, additionalProperties: false },
    [{ a: 1 }],
    [{ b: 1 }],
  ],
  ["additionalProperties", { type: "object", additionalProperties: { type: "string" } }, [{ a: "b" }], [{ a: 1 }]],
  ["minProperties", { type: "object", minProperties: 1 }, [{ a: 1 }], [{}]],
  ["maxProperties", { type: "object", maxProperties: 1 }, [{}], [{ a: 1, b: 2 }]],
  [
    "allOf",
    {
      allOf: [
        { type: "string", minLength: 1 },
        { type: "string", maxLength: 2 },
      ],
    },
    ["a"],
    ["", "abc", 1],
  ],
  ["anyOf", { anyOf: [{ type: "string" }, { type: "integer", minimum: 2 }] }, ["a", 2], [1, null]],
  [
    "oneOf",
    {
      oneOf: [
        { type: "integer", minimum: 1 },
        { type: "integer", maximum: 3 },
      ],
    },
    [0, 4],
    [2, "a"],
  ],
  ["not", { type: "integer", not: { enum: [1] } }, [2], [1]],
  [
    "a reference to itself",
    { type: "object", properties: { next: { $ref: "#/components/schemas/V0" } } },
    [{}, { next: {} }],
    [{ next: 1 }],
  ],
  ["format date", { type: "string", format: "date" }, ["2024-02-29"], ["2023-02-29", "today"]],
  [
    "format date-time",
    { type: "string", format: "date-time" },
    ["2024-01-01T00:00:00Z"],
    ["2024-01-01", "2024-01-01T25:00:00Z"],
  ],
  ["format uuid", { type: "string", format: "uuid" }, ["123e4567-e89b-12d3-a456-426614174000"], ["123"]],
  ["format email", { type: "string", format: "email" }, ["a.b@example.com"], ["a@b", "@b.co"]],
  [
    "format uri",
    { type: "string", format: "uri" },
    ["https://[::1]:80/a?b#c", "urn:a:b"],
    ["/a", "a b", "http://a/%zz"],
  ],
  ["format ipv4", { type: "string", format: "ipv4" }, ["1.2.3.4"], ["1.2.3", "256.1.1.1"]],
  ["format ipv6", { type: "string", format: "ipv6" }, ["::1", "1:2:3:4:5:6:1.2.3.4"], ["1::2::3", "1:2"]],
  ["format hostname", { type: "string", format: "hostname" }, ["a-b.c"], ["-a", "a_b"]],
  ["format byte", { type: "string", format: "byte" }, ["", "YQ=="], ["a"]],
  ["format int32", { type: "integer", format: "int32" }, [2147483647], [2147483648]],
  ["a format that nobody knows", { type: "string", format: "shelf" }, ["a"], [1]],
];

const old: readonly Vector[] = [
  ["nullable", { type: "string", nullable: true }, ["a", null], [1]],
  ["nullable beside allOf", { nullable: true, allOf: [{ type: "string" }] }, ["a", null], [1]],
  ["nullable beside an enum", { type: "string", nullable: true, enum: ["a"] }, ["a", null], ["b"]],
  ["exclusiveMinimum, a boolean", { type: "number", minimum: 1, exclusiveMinimum: true }, [1.1], [1]],
  ["exclusiveMaximum, a boolean", { type: "number", maximum: 1, exclusiveMaximum: true }, [0.9], [1]],
];

const modern: readonly Vector[] = [
  ["several types", { type: ["string", "null"] }, ["a", null], [1]],
  ["const", { const: { a: 1 } }, [{ a: 1 }], [{ a: 2 }, {}, 1]],
  ["exclusiveMinimum", { type: "number", exclusiveMinimum: 1 }, [1.1], [1]],
  ["exclusiveMaximum", { type: "number", exclusiveMaximum: 1 }, [0.9], [1]],
  [
    "prefixItems",
    { type: "array", prefixItems: [{ type: "string" }], items: { type: "integer" } },
    [["a", 1], []],
    [[1], ["a", "b"]],
  ],
  [
    "contains",
    { type: "array", contains: { type: "integer" }, minContains: 1, maxContains: 2 },
    [
      [1, "a"],
      [1, 2],
    ],
    [["a"], [1, 2, 3]],
  ],
  ["minContains of none", { type: "array", contains: { type: "integer" }, minContains: 0 }, [[]], ["a"]],
  [
    "patternProperties",
    { type: "object", patternProperties: { "^x-": { type: "string" } }, additionalProperties: false },
    [{ "x-a": "b" }],
    [{ "x-a": 1 }, { a: "b" }],
  ],
  ["propertyNames", { type: "object", propertyNames: { pattern: "^[a-z]+$" } }, [{ a: 1 }], [{ A: 1 }]],
  ["dependentRequired", { type: "object", dependentRequired: { a: ["b"] } }, [{}, { a: 1, b: 2 }], [{ a: 1 }]],
  [
    "dependentSchemas",
    { type: "object", dependentSchemas: { a: { required: ["b"] } } },
    [{ b: 1 }, { a: 1, b: 2 }],
    [{ a: 1 }],
  ],
  [
    "if, then and else",
    JSON.parse('{"type":"integer","if":{"minimum":10},"then":{"multipleOf":10},"else":{"maximum":5}}') as Json,
    [20, 5],
    [11, 6],
  ],
  [
    "unevaluatedProperties",
    {
      type: "object",
      allOf: [{ properties: { a: {} } }],
      anyOf: [{ properties: { b: { type: "integer" } }, required: ["b"] }, true],
      unevaluatedProperties: false,
    },
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ c: 1 }, { b: "x" }],
  ],
  [
    "unevaluatedItems",
    { type: "array", allOf: [{ prefixItems: [true] }], unevaluatedItems: { type: "string" } },
    [[1, "a"], ["a"]],
    [[1, 2]],
  ],
  ["what stands beside a reference", { $ref: "#/components/schemas/Text", maxLength: 1 }, ["a"], ["ab", 1]],
  ["false", false, [], [1, null, {}]],
  ["true", true, [1, null, {}], []],
];

describe.each([
  ["3.0.3", [...both, ...old]],
  ["3.1.0", [...both, ...modern]],
] as const)("the schemas of a document of OpenAPI %s, as Ajv has them", (version, vectors) => {
  it("fit and refuse what each keyword says", async () => {
    const named = vectors.map(([, schema], index) => {
      const own = JSON.parse(JSON.stringify(schema).replaceAll("/V0", `/V${index}`)) as Json;
      return [`V${index}`, own] as const;
    });
    const document = await documentOf(version, { Text: { type: "string" }, ...Object.fromEntries(named) });
    const api = apiOf(document);
    const [built, validator] = [builtSchemas(document, api), createValidator(document, api)];
    for (const [index, [what, , fitting, others]] of vectors.entries()) {
      for (const value of [...fitting, ...others]) {
        const wanted = fitting.includes(value);
        const told = `${what}: ${JSON.stringify(value)}`;
        const byAjv = validator.allows(`/components/schemas/V${index}`, "response", value).length === 0;
        expect([told, byAjv]).toEqual([told, wanted]);
        expect([told, fits(built[`V${index}Schema`], value)]).toEqual([told, wanted]);
      }
    }
  });
});

const groups = Number(process.env.FACSIMILE_VALIDATION_SCHEMAS ?? 100);

it(`values of ${groups} random schemas fit where Ajv says so`, async () => {
  const samples = fc.sample(schemaGroups, { numRuns: groups, seed: 20_261 });
  const named = samples.map(({ bases, schema, seed }, index) => {
    const all = Object.fromEntries([...bases.map((base, number) => [`Base${number}`, base]), ["", schema]]);
    const own = JSON.parse(JSON.stringify(all).replaceAll(/Base(?=\d")/g, `G${index}Base`)) as JsonObject;
    const { "": whole, ...parts } = own;
    return { name: `G${index}`, seed, components: { ...parts, [`G${index}`]: whole ?? true } as JsonObject };
  });
  const schemas = Object.assign({}, ...named.map(({ components }) => components)) as JsonObject;
  const built = builtSchemas(await documentOf("3.1.0", schemas));
  const faults: string[] = [];
  let [fitting, others] = [0, 0];
  for (const { name, components, seed } of named) {
    const schema = components[name] as JsonObject;
    const judge = new Judge(schema, components);
    const maker = new ValueMaker(components, randomNumbers(seed));
    const made = Array.from({ length: 6 }, () => maker.make([toldApart(schema)]));
    for (const value of [...made, ...made.slice(0, 2).flatMap(changesOf)]) {
      const wanted = judge.allows(value);
      if (wanted) fitting += 1;
      else others += 1;
      if (fits(built[`${name}Schema`], value) !== wanted)
        faults.push(`${wanted ? "refused" : "taken"}: ${JSON.stringify(value)} by ${JSON.stringify(components)}`);
    }
  }
  expect(faults).toEqual([]);
  expect(Math.min(fitting, others)).toBeGreaterThan(groups);
}, 120_000);
