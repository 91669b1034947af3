import { describe, expect, it } from "vitest";
import type { Operation } from "../operation.js";
import { readAnyBody, readJsonBody, readTextBody } from "../response/read.js";
import { call, rejection } from "../testing/api.js";
import { schema } from "../testing/schema.js";
import { checkAnswers, checkCalls, type Schema, type SchemaKeywords } from "./index.js";

const thing: Schema = schema(() => ({
  type: "object",
  required: ["name"],
  properties: { name: { type: "string" }, next: thing, tags: { type: "array", items: { type: "string" } } },
  additionalProperties: { type: "integer" },
}));
const described = { "getThing GET /thing": { answers: { 200: thing, 404: thing } } };
const responses = {
  200: { content: { "application/json": readJsonBody } },
  404: { content: { "application/json": readJsonBody } },
};
const answered = (status: number, body: unknown) => ({
  validate: (operation: Operation<never>) => checkAnswers(described, operation),
  fetch: async () => Response.json(body, { status }),
});

describe("the option validate", () => {
  it("says in a problem what of an answer does not fit, and hands over what arrived", async () => {
    const result = await call(
      "https://a.example",
      { path: "/thing", responses },
      {},
      answered(200, { name: 1, canary: "x" }),
    );
    const received = "does not fit the document: /name is a number and no string; /* is a string and no integer";
    expect(result).toMatchObject({ ok: true, data: { name: 1 }, problem: { kind: "body", received } });
  });

  it("shows no name that only the value has", async () => {
    const closed = { properties: { a: true }, additionalProperties: false, propertyNames: { pattern: "^a" } };
    const patterned = { patternProperties: [["^c", { type: "string" }]], unevaluatedProperties: false } as const;
    const own = schema(() => ({ properties: { closed, patterned } }));
    const given = { "getThing GET /thing": { answers: { 200: own } } };
    const validate = (operation: Operation<never>) => checkAnswers(given, operation);
    const body = { closed: { canary: 1 }, patterned: { canary: 1, tweet: 2 } };
    const options = { validate, fetch: async () => Response.json(body) };
    const { problem } = await call("https://a.example", { path: "/thing", responses }, {}, options);
    expect(problem?.received).toBe(
      "does not fit the document: /closed/* has a name that does not match ^a; /closed/* is not declared; /patterned/* is a number and no string; and 1 more",
    );
  });

  it("makes it an error where the call is strict", async () => {
    const strict = { ...answered(200, {}), strict: true };
    const error = await rejection(call("https://a.example", { path: "/thing", responses }, {}, strict));
    expect(error).toMatchObject({ name: "ResponseParseError", statusCode: 200 });
    expect(error.message).toContain("its body does not fit the document: /name is missing");
  });

  it("makes a failure that does not fit one that is not documented", async () => {
    const result = await call("https://a.example", { path: "/thing", responses }, {}, answered(404, []));
    expect(result).toMatchObject({ ok: false, status: "undocumented", statusCode: 404, problem: { kind: "body" } });
  });

  it("looks at JSON alone, where the document states other media types too or leaves them open", async () => {
    const content = { "*/*": readAnyBody, "text/plain": readTextBody };
    const open = { path: "/thing", responses: { 200: { content }, 202: {}, 203: { content } } };
    const asked = async (body: BodyInit | null, type: string, status = 200) => {
      const headers = { "content-type": type };
      const fetch = async (): Promise<Response> => new Response(body, { status, headers });
      const given = { "getThing GET /thing": { answers: { 200: thing, 202: thing } } };
      const validate = (operation: Operation<never>) => checkAnswers(given, operation);
      return (await call("https://a.example", open, {}, { validate, fetch })).problem?.received;
    };
    expect(await asked("{}", "application/json")).toBe("does not fit the document: /name is missing");
    expect((await rejection(asked("{", "application/json"))).message).toContain("but its body is not JSON");
    expect(await asked("{}", "text/plain")).toBeUndefined();
    expect(await asked("{}", "text/csv")).toBeUndefined();
    expect(await asked("{}", "application/json", 203)).toBeUndefined();
    expect(await asked(null, "application/json", 202)).toBeUndefined();
  });

  it("says nothing of what fits, and of operations that are not described", async () => {
    const fitting = await call("https://a.example", { path: "/thing", responses }, {}, answered(200, { name: "a" }));
    expect(fitting).toMatchObject({ ok: true, problem: undefined });
    const other = await call("https://a.example", { path: "/other", responses }, {}, answered(200, 5));
    expect(other).toMatchObject({ ok: true, data: 5, problem: undefined });
  });

  it("sends nothing that does not fit, where calls are checked", async () => {
    const input = schema(() => ({ properties: { query: { properties: { q: { maxLength: 1 } } } } }));
    const validate = (operation: Operation<never>) => checkCalls({ "getThing GET /thing": { input } }, operation);
    const given = { path: "/thing", parameters: [{ name: "q", in: "query" as const }], write: [] };
    const error = await rejection(call("https://a.example", given, { query: { q: "ab" } }, { validate }));
    expect(error).toMatchObject({
      name: "InvalidRequestError",
      message: expect.stringContaining("/query/q has more than 1 character"),
    });
  });
});

describe("a schema", () => {
  it("is a Standard Schema, which hands back what fits as it is", () => {
    const value = { name: "a" };
    expect(thing["~standard"]).toMatchObject({ version: 1, vendor: "facsimile" });
    const result = thing["~standard"].validate(value);
    expect("value" in result && result.value).toBe(value);
  });

  it("tells every issue with the path to it, 100 at most", () => {
    const { issues } = thing["~standard"].validate({ next: { name: 1 }, tags: ["a", 2] });
    expect(issues).toEqual([
      { path: ["name"], message: "is missing" },
      { path: ["next", "name"], message: "is a number and no string" },
      { path: ["tags", 1], message: "is a number and no string" },
    ]);
    const many = thing["~standard"].validate({ name: "a", tags: Array.from({ length: 1_000 }, () => 1) });
    expect(many.issues).toHaveLength(100);
  });

  it("demands what it names, not what every object has", () => {
    const own = schema(() => ({ required: ["toString"] }));
    expect(own["~standard"].validate({}).issues).toHaveLength(1);
  });

  it("ends for values that hold themselves, schemas that only refer to themselves, and what is nested without end", () => {
    const value: Record<string, unknown> = { name: "a" };
    value.next = value;
    expect(thing["~standard"].validate(value).issues).toBeUndefined();
    const circle: Schema = schema(() => ({ allOf: [circle] }));
    expect(circle["~standard"].validate(1).issues).toBeUndefined();
    let deep: object = { name: "a" };
    for (let level = 0; level < 100_000; level += 1) deep = { name: "a", next: deep };
    expect(thing["~standard"].validate(deep).issues).toEqual([
      { path: [], message: "is nested too deep to be checked" },
    ]);
  });

  it("compares what holds itself, and what is no JSON", () => {
    const equal = "has equal items";
    const messagesOf = (own: Schema, value: unknown) =>
      own["~standard"].validate(value).issues?.map((one) => one.message);
    const flat = schema(() => ({ uniqueItems: true }));
    const circle: unknown[] = [];
    circle.push(circle);
    expect(messagesOf(flat, [circle, [circle, 1], 1n])).toBeUndefined();
    expect(messagesOf(flat, [circle, circle])).toEqual([equal]);
    expect(messagesOf(flat, [new Blob(["a"]), new Blob(["b"])])).toBeUndefined();
    expect(
      messagesOf(flat, [
        { a: [1], b: 2 },
        { b: 2, c: undefined, a: [1] },
      ]),
    ).toEqual([equal]);
    expect(
      messagesOf(
        schema(() => ({ enum: [{ a: 1 }] })),
        { a: 1n },
      ),
    ).toEqual(['is not {"a":1}']);
  });

  it("looks at a value as often, however many lists of unique items it lies in", () => {
    const lists: Schema = schema(() => ({ uniqueItems: true, items: lists }));
    const readsIn = (levels: number) => {
      let reads = 0;
      let list: unknown = Object.defineProperty({}, "a", { enumerable: true, get: () => reads++ });
      for (let level = 0; level < levels; level += 1) list = [level, list];
      expect(lists["~standard"].validate(list).issues).toBeUndefined();
      return reads;
    };
    expect(readsIn(100)).toBe(readsIn(1));
  });

  it("takes linear time where alternatives lie in alternatives, and where a pattern runs away", () => {
    const tree: Schema = schema(() => ({
      anyOf: [
        { properties: { child: tree, a: { type: "integer" } } },
        { properties: { child: tree, b: { type: "integer" } } },
      ],
    }));
    let value: object = { a: "", b: "" };
    for (let level = 0; level < 200; level += 1) value = { child: value, a: 1, b: 1 };
    expect(tree["~standard"].validate(value).issues).toHaveLength(1);
    const slow = schema(() => ({ pattern: ["^", "a", [1, 3], [1, 4], "$"] }));
    expect(slow["~standard"].validate(`${"a".repeat(50_000)}b`).issues).toHaveLength(1);
  });
});

type Vector = readonly [what: string, node: SchemaKeywords, fitting: readonly unknown[], others: readonly unknown[]];

const vectors: readonly Vector[] = [
  [
    "unevaluatedItems beside contains, which has looked at what it found",
    { contains: { type: "string" }, unevaluatedItems: { type: "integer" } },
    [["a"], ["a", 1, "b"]],
    [[1], ["a", null], [true, "a"]],
  ],
  [
    "unevaluatedItems beside contains in another schema, however many it asks for",
    { allOf: [{ contains: { type: "string" }, minContains: 0 }, { prefixItems: [true] }], unevaluatedItems: false },
    [[], [1], ["a", "b"], [1, "b"]],
    [
      [1, 2],
      ["a", "b", 3],
    ],
  ],
  [
    "unevaluatedItems beside contains in a condition that is not met",
    { condition: [{ contains: { const: 1 }, maxContains: 1 }, true, true], unevaluatedItems: false },
    [[], [1]],
    [[1, 1], [2]],
  ],
  ["multipleOf of decimals", { multipleOf: 0.01 }, [4.02, 0.35, 12_345_678_901.23], [4.025, 12_345_678_901.235]],
  ["multipleOf where the quotient is none", { multipleOf: 0.5 }, [1e308], [0.3]],
];

describe("what Ajv has otherwise", () => {
  it.each(vectors)("is as JSON Schema has it: %s", (_, node, fitting, others) => {
    const own = schema(() => node);
    const fits = (value: unknown) => own["~standard"].validate(value).issues === undefined;
    expect(fitting.filter((value) => !fits(value))).toEqual([]);
    expect(others.filter(fits)).toEqual([]);
  });
});
