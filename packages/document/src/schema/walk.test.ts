import { expect, it } from "vitest";
import type { Json } from "../load/document.js";
import { schemaShapes } from "../load/structure/schema-shapes.js";
import type { Shape } from "../load/structure/shape.js";
import { schemaKeywords } from "./keywords.js";
import { modernSchema } from "./modern.js";
import { forEachSchema, mapSubschemas, type SchemaObject } from "./walk.js";

/** The names that schemas have for themselves here, in the order in which they are visited. */
function visited(schema: Json): readonly unknown[] {
  const titles: unknown[] = [];
  forEachSchema(schema, ({ title }) => titles.push(title));
  return titles;
}

function holds(shape: Shape): string | undefined {
  if (shape.kind === "schema") return "schema";
  if (shape.kind === "list" && shape.of.kind === "schema") return "list";
  return shape.kind === "map" && shape.of.kind === "schema" ? "map" : undefined;
}

it("has the keywords that the structure of a document is checked for", () => {
  const checked = Object.entries(schemaShapes.Schema.fields).flatMap(([keyword, shape]) => {
    const kind = holds(shape);
    return kind === undefined ? [] : [[keyword, kind]];
  });
  const known = [...schemaKeywords].filter(([keyword]) => keyword !== "definitions");
  expect(known.map(([keyword, { holds: kind }]) => [keyword, kind]).sort()).toEqual(checked.sort());
});

it("visits the schemas below each keyword that holds some, outer ones first", () => {
  const schema: { [keyword: string]: Json } = { title: "" };
  const kinds = {
    schema: (title: string): Json => ({ title }),
    list: (title: string): Json => [{ title }, true],
    map: (title: string): Json => ({ $ref: { title }, enum: false }),
  };
  for (const [keyword, kind] of schemaKeywords) schema[keyword] = kinds[kind.holds](keyword);
  expect(visited(schema)).toEqual(["", ...schemaKeywords.keys()]);
});

it("takes everything else for data", () => {
  const data = { title: "data", $ref: "#/components/schemas/Data" };
  const schema = {
    title: "",
    default: data,
    example: data,
    examples: [data],
    enum: [data],
    const: data,
    "x-schema": data,
  };
  expect(visited({ title: "all", properties: { enum: schema, default: { title: "property" } } })).toEqual([
    "all",
    "",
    "property",
  ]);
});

it("takes what is no schema for none", () => {
  expect(
    visited({ title: "", items: [{ title: "list" }], allOf: { title: "object" }, properties: ["text"], not: 1 }),
  ).toEqual([""]);
});

it("says every schema in the words of 2020-12 by the version, and leaves data alone", () => {
  const old: SchemaObject = { type: "string", nullable: true };
  const schema = {
    properties: { a: old, nullable: old, b: false },
    items: { $ref: "#/a", nullable: true, description: "It." },
    default: old,
    allOf: [{ type: "number", minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false }, true],
  };
  const limited = [{ type: "number", exclusiveMinimum: 1, maximum: 2 }, true];
  const nullable = { type: ["string", "null"] };
  expect(modernSchema(schema, "3.0")).toEqual({
    properties: { a: nullable, nullable, b: false },
    items: { $ref: "#/a", description: "It." },
    default: old,
    allOf: limited,
  });
  expect(modernSchema(schema, "3.1")).toEqual({
    properties: { a: { type: "string" }, nullable: { type: "string" }, b: false },
    items: { $ref: "#/a", description: "It." },
    default: old,
    allOf: limited,
  });
});

it("stays the same when it is said twice", () => {
  const once = modernSchema({ type: "string", nullable: true, minimum: 1, exclusiveMinimum: true }, "3.0");
  expect(modernSchema(once, "3.0")).toEqual(once);
});

it("says what stands beside null as an alternative to it, once, and leaves the words about it outside", () => {
  const schema = { description: "It.", readOnly: true, nullable: true, allOf: [{ $ref: "#/a" }], maxLength: 3 };
  const modern = {
    description: "It.",
    readOnly: true,
    anyOf: [{ allOf: [{ $ref: "#/a" }], maxLength: 3 }, { type: "null" }],
  };
  expect(modernSchema(schema, "3.0")).toEqual(modern);
  expect(modernSchema(modern, "3.0")).toEqual(modern);
  expect(modernSchema(schema, "3.1")).toEqual({
    description: "It.",
    readOnly: true,
    allOf: schema.allOf,
    maxLength: 3,
  });
});

it("gives a schema itself where no schema below it is replaced, and shares with it what is the same where one is", () => {
  const text = { type: "string" };
  const schema = { properties: { a: text, b: { type: "integer" } }, allOf: [text], examples: [{ a: "x" }] };
  expect(mapSubschemas(schema, (one) => one)).toBe(schema);
  const changed = mapSubschemas(schema, (one) => (one === text ? one : true));
  expect(changed).toEqual({ ...schema, properties: { a: text, b: true } });
  expect([changed.allOf, changed.examples]).toEqual([schema.allOf, schema.examples]);
  expect(changed.allOf).toBe(schema.allOf);
});
