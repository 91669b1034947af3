import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { generate } from "@facsimile/codegen";
import { type Json, type JsonObject, schemasOf } from "@facsimile/document";
import { type ReadDocument, readDocument } from "@facsimile/mock";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boundariesOf } from "../values/boundaries.js";
import { sampleValue } from "../values/sample.js";
import { createValidator } from "./validator.js";

const text = { $ref: "#/components/schemas/Text" };
const orNull = { $ref: "#/components/schemas/OrNull" };
const oldText = { type: "string", nullable: true };

/** What a value is, and whether null is one of its values in 3.0 and in 3.1. */
const table: readonly (readonly [what: string, schema: Json, in30: boolean, in31: boolean])[] = [
  ["a type", { type: "string" }, false, false],
  ["nullable beside a type", { type: "string", nullable: true }, true, false],
  ["nullable beside the type of an object", { type: "object", nullable: true, properties: { a: text } }, true, false],
  ["nullable beside a $ref", { ...text, nullable: true }, false, false],
  ["nullable beside an enum", { type: "string", nullable: true, enum: ["a"] }, true, false],
  ["nullable beside an enum with null", { type: "string", nullable: true, enum: ["a", null] }, true, false],
  ["nullable beside allOf", { nullable: true, allOf: [text] }, true, false],
  ["nullable beside a type and allOf", { type: "string", nullable: true, allOf: [text] }, true, false],
  ["nullable beside oneOf", { nullable: true, oneOf: [text, { type: "integer" }] }, true, false],
  ["nullable beside oneOf of which two take null", { nullable: true, oneOf: [oldText, oldText] }, true, false],
  ["nullable beside anyOf", { nullable: true, anyOf: [text, { type: "integer" }] }, true, false],
  ["nullable beside an enum alone", { nullable: true, enum: ["a"] }, true, false],
  ["nullable beside not", { type: "string", nullable: true, not: { type: "null" } }, true, false],
  ["nullable in an allOf", { allOf: [{ type: "string", nullable: true }] }, true, false],
  ["nullable in an alternative", { anyOf: [{ type: "string", nullable: true }, { type: "integer" }] }, true, false],
  ["a list of types", { type: ["string", "null"] }, true, true],
  ["a list of types beside a $ref", { ...text, type: ["string", "null"] }, false, false],
  ["a list of types beside an enum", { type: ["string", "null"], enum: ["a", "b"] }, false, false],
  ["a list of types beside a oneOf", { type: ["string", "null"], oneOf: [text] }, false, false],
  ["a list of types in an allOf", { allOf: [orNull, { type: ["string", "null"] }] }, true, true],
  ["a $ref to a list of types", orNull, true, true],
  ["an enum with null", { enum: ["a", null] }, true, true],
  ["an enum with null and a type without", { type: "string", enum: ["a", null] }, false, false],
  ["const null", { const: null }, true, true],
  ["another const", { const: "a" }, false, false],
  ["the type null", { type: "null" }, true, true],
  ["oneOf with null", { oneOf: [text, { type: "null" }] }, true, true],
  ["anyOf with null", { anyOf: [{ type: "null" }, text] }, true, true],
  ["anyOf without null", { anyOf: [text, { type: "integer" }] }, false, false],
  ["true", true, true, true],
  ["false", false, false, false],
  ["nothing", {}, true, true],
];

/** A document in which the schemas are components, properties, items, parts, parameters, headers and bodies. */
function documentOf(version: string): JsonObject {
  const components = Object.fromEntries(table.map(([, schema], index) => [`S${index}`, schema]));
  const names = Object.keys(components);
  const properties = Object.fromEntries(table.map(([, schema], index) => [`p${index}`, schema]));
  const places = {
    Items: {
      type: "object",
      properties: Object.fromEntries(
        names.map((name, index) => [name, { type: "array", items: table[index]?.[1] ?? true }]),
      ),
    },
    Maps: {
      type: "object",
      properties: Object.fromEntries(
        names.map((name, index) => [name, { type: "object", additionalProperties: table[index]?.[1] ?? true }]),
      ),
    },
    Parts: {
      type: "object",
      properties: Object.fromEntries(names.map((name, index) => [name, { allOf: [table[index]?.[1] ?? true, true] }])),
    },
    Odd: {
      type: "array",
      prefixItems: [true, false],
      contains: true,
      not: false,
      if: true,
      else: false,
      unevaluatedItems: false,
    },
  };
  const parameter = (name: string, schema: Json): JsonObject => ({ name, in: "query", schema });
  const content = (schema: Json): JsonObject => ({ "application/json": { schema } });
  const headers = { "X-Any": { schema: true }, "X-None": { schema: false } };
  return {
    openapi: version,
    info: { title: "Values of schemas", version: "1" },
    servers: [{ url: "https://api.example.com" }],
    paths: {
      "/all": {
        post: {
          operationId: "all",
          parameters: [parameter("any", true), parameter("none", false)],
          requestBody: { content: content(true) },
          responses: { 200: { description: "All.", headers, content: content({ type: "object", properties }) } },
        },
      },
    },
    components: {
      schemas: { Text: { type: "string" }, OrNull: { type: ["string", "null"] }, ...components, ...places },
    },
  };
}

/** The schemas whose generated type allows null. */
function typesWithNull(folder: string): readonly string[] {
  const names = table.map((_, index) => `S${index}`);
  const lines = names.map((name) => `export const ${name}: null extends Types.${name} ? true : false = true;`);
  // The runtime is not there: only the modules of schemas are looked at.
  const schemas = join(folder, "src/generated/schemas");
  const exports = ts.sys
    .readDirectory(schemas, [".ts"])
    .map((path) => `export type * from "./${basename(path, ".ts")}.js";`);
  ts.sys.writeFile(join(schemas, "types-of-all.ts"), exports.join("\n"));
  const file = join(schemas, "check-null.ts");
  ts.sys.writeFile(file, ['import type * as Types from "./types-of-all.js";', ...lines].join("\n"));
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    // None of what happens to be installed.
    types: [],
  });
  const source = program.getSourceFile(file);
  if (source === undefined) throw new Error(file);
  const wrong = program.getSemanticDiagnostics().map(({ file: where, start = 0, messageText }) => {
    if (where !== source) throw new Error(String(messageText));
    return source.getLineAndCharacterOfPosition(start).line - 1;
  });
  return names.filter((_, index) => !wrong.includes(index));
}

describe.each(["3.0.3", "3.1.0"])("in OpenAPI %s", (version) => {
  let folder: string;
  let read: ReadDocument;
  let withNull: readonly string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "facsimile-null-"));
    const file = join(folder, "openapi.json");
    await writeFile(file, JSON.stringify(documentOf(version)));
    const [generated] = await generate({ specs: [file], out: join(folder, "out"), name: "values" });
    expect(generated?.outcome).toBe("written");
    read = await readDocument(file);
    withNull = typesWithNull(join(folder, "out"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(table)("document, types, validator and values agree on null: %s", (what, schema, in30, in31) => {
    const { document, api } = read;
    const name = `S${table.findIndex(([other]) => other === what)}`;
    const expected = version.startsWith("3.0") ? in30 : in31;
    const pointer = `/components/schemas/${name}`;
    const use = [{ value: schema, pointer }];
    const validator = createValidator(document, api);
    expect(schemasOf(document.json).allowsNull(use)).toBe(expected);
    expect(withNull.includes(name)).toBe(expected);
    for (const direction of ["request", "response"] as const)
      expect(validator.check(pointer, direction, null).length === 0).toBe(expected);
    const sample = sampleValue(document.json, use, { direction: "request", size: "maximal" });
    const values = [sample, ...boundariesOf(document.json, use, sample).map(({ value }) => value)];
    // What says nothing about its values has none that is extreme.
    if (schema !== true && Object.keys(schema as object).length > 0 && schema !== false)
      expect(values.includes(null)).toBe(expected);
  });
});
