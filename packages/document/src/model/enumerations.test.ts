import { describe, expect, it } from "vitest";
import { build, diagnose } from "../../test/documents.js";
import type { Enumeration } from "./api.js";

function documentOf(schemas: object, operation: object = {}): string {
  const get = { operationId: "listUsers", responses: { "204": { description: "Done." } }, ...operation };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Users", version: "1" },
    paths: { "/users": { get } },
    components: { schemas },
  });
}

async function enumerationsOf(schemas: object, operation?: object): Promise<readonly Enumeration[]> {
  return (await build(documentOf(schemas, operation))).enumerations;
}

async function namesOf(schemas: object, operation?: object): Promise<Record<string, string>> {
  const all = await enumerationsOf(schemas, operation);
  return Object.fromEntries(all.map(({ name, values }) => [name, values.map(({ value }) => value).join()]));
}

const sizes = { enum: ["small", "large"] };
const colours = { enum: ["green", "black"] };

describe("an enumeration is called", () => {
  it.each<[what: string, schemas: object, expected: Record<string, string>]>([
    ["like the type of its component", { "user-status": sizes }, { UserStatus: "small,large" }],
    [
      "by the way to it",
      { User: { properties: { home: { properties: { size: sizes } } } } },
      { UserHomeSize: "small,large" },
    ],
    [
      "like the list that it is an item of",
      { User: { properties: { sizes: { items: sizes } } } },
      { UserSizes: "small,large" },
    ],
    ["like what has it as an alternative", { Size: { anyOf: [{ type: "string" }, sizes] } }, { Size: "small,large" }],
    [
      "by a number where the name is a component's",
      { User: { properties: { size: sizes } }, UserSize: { type: "object" } },
      { UserSize2: "small,large" },
    ],
    [
      "by a number where the name is taken by other values",
      {
        User: {
          oneOf: [{ properties: { size: sizes } }, { properties: { size: colours } }, { properties: { size: sizes } }],
        },
      },
      { UserSize: "small,large", UserSize2: "green,black" },
    ],
  ])("%s", async (_, schemas, expected) => {
    expect(await namesOf(schemas)).toEqual(expected);
  });

  it("by the operation and the parameter, header or property that has it", async () => {
    const answer = {
      description: "Users.",
      headers: { "X-Size": { schema: sizes } },
      content: { "application/json": { schema: { properties: { colour: colours } } } },
    };
    const operation = { parameters: [{ name: "sort_by", in: "query", schema: sizes }], responses: { "200": answer } };
    expect(await namesOf({}, operation)).toEqual({
      ListUsersSortBy: "small,large",
      ListUsersXSize: "small,large",
      ListUsersColour: "green,black",
    });
  });
});

describe("the values", () => {
  it("are texts and numbers, each once, that JavaScript can tell from others", async () => {
    const schemas = { Size: { enum: ["a", 1, null, true, [1], { a: 1 }, "a", 1.5, 2 ** 53] } };
    expect(await namesOf(schemas)).toEqual({ Size: "a,1,1.5" });
  });

  it("are none where a property has one value, which its type tells", async () => {
    expect(await namesOf({ User: { properties: { kind: { enum: ["user"] } } } })).toEqual({});
  });

  it.each([
    ["x-enum-varnames", "x-enum-descriptions"],
    ["x-enumNames", "x-enumDescriptions"],
  ])("are named by %s and described by %s", async (names, descriptions) => {
    const [one] = await enumerationsOf({
      Level: { enum: [1, null, 2], [names]: ["Low", "None", "High"], [descriptions]: ["A", "", "C"] },
    });
    expect(one?.values).toEqual([
      { value: 1, name: "Low", description: "A" },
      { value: 2, name: "High", description: "C" },
    ]);
  });

  it("are described by an object whose keys they are", async () => {
    const [one] = await enumerationsOf({ Size: { ...sizes, "x-enumDescriptions": { large: "Not small." } } });
    expect(one?.values.map(({ description }) => description)).toEqual([undefined, "Not small."]);
  });

  it("are those of alternatives with a constant each", async () => {
    const [one] = await enumerationsOf({
      Level: {
        oneOf: [
          { const: 1, title: "Low" },
          { const: 2, title: "Quite high", description: "Not low." },
          { type: "null" },
        ],
      },
    });
    expect(one?.values).toEqual([
      { value: 1, name: "Low", description: undefined },
      { value: 2, name: undefined, description: "Not low." },
    ]);
  });
});

describe("a list of names that does not fit is not used, and said", () => {
  it.each<[given: unknown, reason: string]>([
    ["Low", "is no list"],
    [["Low"], "has 1 entries, and enum 2"],
    [["Low", 2], "has an entry that is no text"],
    [["Low", "Low"], "has a name twice"],
  ])("%j", async (given, reason) => {
    const text = documentOf({ Level: { enum: [1, 2], "x-enum-varnames": given } });
    const found = await diagnose(text);
    expect(found.filter(({ code }) => code === "extension-invalid")).toMatchObject([
      { pointer: "/components/schemas/Level/x-enum-varnames", message: `"x-enum-varnames" ${reason}; it is not used.` },
    ]);
    expect((await build(text)).enumerations[0]?.values.map(({ name }) => name)).toEqual([undefined, undefined]);
  });
});
