import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../load/document.js";
import { bindSchema } from "./bind.js";
import { Schemas } from "./schemas.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const id = { id: { type: "string", readOnly: true }, name: { type: "string" } };
const schemas = new Schemas(
  {
    components: {
      schemas: { Id: { type: "string", readOnly: true }, Base: { properties: id, required: ["id", "name"] } },
    },
  },
  "3.1",
);

describe("a schema in a request", () => {
  const table: readonly (readonly [what: string, schema: Json, bound: Json])[] = [
    ["a property of its own", { properties: id, required: ["id", "name"] }, { properties: id, required: ["name"] }],
    [
      "a property that is marked elsewhere",
      { properties: { id: ref("Id") }, required: ["id"] },
      { properties: { id: ref("Id") }, required: [] },
    ],
    [
      "a property of what it refers to",
      { ...ref("Base"), required: ["id", "name"] },
      { ...ref("Base"), required: ["name"] },
    ],
    [
      "a property of its parts",
      { allOf: [ref("Base"), { required: ["id", "name"] }], required: ["id"] },
      { allOf: [ref("Base"), { required: ["name"] }], required: [] },
    ],
    [
      "a property that alternatives require",
      { properties: id, anyOf: [{ required: ["id"] }, { required: ["name"] }] },
      { properties: id, anyOf: [{ required: [] }, { required: ["name"] }] },
    ],
    [
      "a property of an inner schema",
      { items: { properties: id, required: ["id"] } },
      { items: { properties: id, required: [] } },
    ],
    [
      "a property of the schema around it",
      { properties: { ...id, inner: { required: ["id"] } } },
      { properties: { ...id, inner: { required: ["id"] } } },
    ],
    [
      "what is data",
      { default: { properties: id, required: ["id"] } },
      { default: { properties: id, required: ["id"] } },
    ],
    ["a property that nobody declares", { required: ["constructor"] }, { required: ["constructor"] }],
    ["no list of names", { properties: id, required: true }, { properties: id, required: true }],
    ["a boolean", false, false],
  ];

  it.each(table)("%s", (_what, schema, bound) => {
    expect(bindSchema(schemas, schema, "request")).toEqual(bound);
  });

  it("is the schema itself in an answer", () => {
    const schema = { allOf: [ref("Base"), { required: ["id", "name"] }] };
    expect(bindSchema(schemas, schema, "response")).toEqual(schema);
  });
});
