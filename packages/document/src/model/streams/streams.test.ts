import { describe, expect, it, test } from "vitest";
import { buildOperation, find } from "../../../test/documents.js";
import type { Stream } from "../api.js";

const document = (content: string, request = ""): string => `openapi: 3.1.0
info: { title: Chats, version: 1.0.0 }
paths:
  /chats:
    post:
      operationId: chat
      ${request}
      responses:
        200: { description: Said., content: ${content} }
        400: { description: No., content: { text/event-stream: { schema: { type: string } } } }
components:
  schemas:
    Delta: { type: object, properties: { text: { type: string } } }
    Event:
      oneOf:
        - { properties: { event: { const: delta }, data: { contentMediaType: application/json, contentSchema: { $ref: "#/components/schemas/Delta" } } } }
        - { properties: { event: { enum: [note, ping] }, data: { type: string } } }
    Base: { type: object, required: [data], properties: { data: { type: string }, id: { type: integer } } }
`;

async function streamOf(content: string, request?: string): Promise<Stream | undefined> {
  const { responses } = await buildOperation(document(content, request));
  return responses[0]?.content.at(-1)?.stream;
}

const delta = { component: "Delta", json: { $ref: "#/components/schemas/Delta" } };

describe("events", () => {
  test.each([
    ["without a schema are text", "", { content: "text", schema: undefined }],
    [
      "are what the schema says of their data",
      'schema: { $ref: "#/components/schemas/Delta" }',
      { content: "json", schema: delta },
    ],
    ["are text where that is all that they may be", "schema: { type: string }", { content: "text" }],
    ["are JSON or text where they may be both", "schema: { type: [string, object] }", { content: "either" }],
    ["may be anything where the schema says nothing", "schema: {}", { content: "either" }],
    [
      "are JSON in a text where the schema says so",
      'schema: { type: string, contentMediaType: application/json, contentSchema: { $ref: "#/components/schemas/Delta" } }',
      { content: "json", schema: delta },
    ],
  ])("%s", async (_, schema, expected) => {
    const stream = await streamOf(`{ text/event-stream: { ${schema} } }`);
    expect(stream?.format).toBe("server-sent-events");
    expect(stream?.items).toMatchObject([{ events: [], ...expected }]);
    expect(stream?.items).toHaveLength(1);
  });

  it("are told apart by their names where the schema is of the event itself", async () => {
    const items = [
      { events: ["delta"], content: "json", schema: delta },
      { events: ["note", "ping"], content: "text", schema: { json: { type: "string" } } },
    ];
    const itemSchema = 'itemSchema: { $ref: "#/components/schemas/Event" }';
    const told = 'schema: { $ref: "#/components/schemas/Event" }, x-stream: { describes: event }';
    for (const media of [itemSchema, told]) {
      expect((await streamOf(`{ text/event-stream: { ${media} } }`))?.items).toMatchObject(items);
      expect(await find(document(`{ text/event-stream: { ${media} } }`))).toEqual([]);
    }
  });

  it("are told apart by their names too where the schema has name and data of an event, and nothing else", async () => {
    const kind = (name: string, more = ""): string =>
      `{ type: object, properties: { event: { const: ${name} }, data: { $ref: "#/components/schemas/Delta" }${more} } }`;
    const content = (one: string): string => `{ text/event-stream: { schema: { oneOf: [${kind("a")}, ${one}] } } }`;
    expect((await streamOf(content(kind("b", ", id: {}"))))?.items).toMatchObject([
      { events: ["a"], content: "json", schema: delta },
      { events: ["b"], content: "json", schema: delta },
    ]);
    expect((await streamOf(content(kind("b", ", time: {}"))))?.items).toHaveLength(1);
    expect((await find(document(content(kind("b")))))[0]).toContain("media-type-stream");
  });

  it("have in each alternative what is said beside the alternatives, however these are nested", async () => {
    const event = (name: string): string => `{ properties: { event: { const: ${name} } } }`;
    const json = "{ properties: { event: { const: c }, data: { contentSchema: { type: number } } } }";
    const media = `itemSchema: { $ref: "#/components/schemas/Base", anyOf: [{ oneOf: [${event("a")}, ${event("b")}] }, ${json}] }`;
    expect((await streamOf(`{ text/event-stream: { ${media} } }`))?.items).toMatchObject([
      { events: ["a"], content: "text" },
      { events: ["b"], content: "text" },
      { events: ["c"], content: "json", schema: { json: { type: "number" } } },
    ]);
  });

  it("have data that is JSON in one alternative and text in another", async () => {
    const data = "{ type: string, oneOf: [{ contentSchema: { type: number } }, { const: end }] }";
    expect(
      (await streamOf(`{ text/event-stream: { itemSchema: { properties: { data: ${data} } } } }`))?.items,
    ).toMatchObject([
      { events: [], content: "either", schema: { json: { anyOf: [{ type: "number" }, { const: "end" }] } } },
    ]);
  });

  it("of too many kinds are taken for one", async () => {
    const group = `{ oneOf: [${Array.from({ length: 30 }, (_, i) => `{ title: "${i}" }`).join(", ")}] }`;
    const media = `itemSchema: { allOf: [${group}, ${group}, ${group}] }`;
    expect((await streamOf(`{ text/event-stream: { ${media} } }`))?.items).toEqual([
      { events: [], content: "either", schema: undefined },
    ]);
  });
});

describe("values", () => {
  test.each([
    ["application/jsonl", "json-lines"],
    ["application/x-ndjson; charset=utf-8", "json-lines"],
    ["application/stream+json", "json-lines"],
    ["application/vnd.acme+ndjson", "json-lines"],
    ["application/json-seq", "json-sequence"],
    ["application/geo+json-seq", "json-sequence"],
  ])("come in %s", async (name, format) => {
    expect(await streamOf(`{ "${name}": { itemSchema: { type: number } } }`)).toMatchObject({
      format,
      items: [{ events: [], content: "json", schema: { json: { type: "number" } } }],
    });
  });

  test.each([
    ["are as the schema says", "schema: { type: object }", { json: { type: "object" } }],
    ["are the items of an array", "schema: { type: array, items: { type: number } }", { json: { type: "number" } }],
    ["are unknown where the whole is described as a text", "schema: { type: string }", undefined],
    [
      "are arrays where that is said",
      "schema: { type: array }, x-stream: { describes: data }",
      { json: { type: "array" } },
    ],
    ["are unknown without a schema", "", undefined],
  ])("%s", async (_, media, schema) => {
    const [item, ...others] = (await streamOf(`{ application/jsonl: { ${media} } }`))?.items ?? [];
    expect(others).toEqual([]);
    expect(item?.content).toBe("json");
    if (schema === undefined) expect(item?.schema).toBeUndefined();
    else expect(item?.schema).toMatchObject(schema);
  });
});

describe("x-stream", () => {
  const body =
    "requestBody: { content: { application/json: { schema: { properties: { stream: { type: boolean } } } } } }";

  it("says how a stream ends, fails and is asked for", async () => {
    const told =
      "{ describes: data, end: '[DONE]', error: { event: error, property: fault }, when: { body: { stream: true } } }";
    expect(await streamOf(`{ text/event-stream: { schema: {}, x-stream: ${told} } }`, body)).toMatchObject({
      end: "[DONE]",
      errorEvent: "error",
      errorProperty: "fault",
      condition: { in: "body", name: "stream", value: true },
    });
  });

  test.each([
    ["a flag may be the other one", "stream: { type: boolean }", "true", { others: [false], isDefault: false }],
    ["a flag may be null", "stream: { type: [boolean, 'null'] }", "true", { others: [false, null] }],
    [
      "it is what comes without being asked for",
      "stream: { type: boolean, default: true }",
      "true",
      { isDefault: true },
    ],
    ["the default is the other one", "stream: { type: boolean, default: false }", "true", { isDefault: false }],
    ["a word is one of those listed", "stream: { enum: [a, b, c] }", "b", { others: ["a", "c"] }],
    ["a word may be null", "stream: { enum: [a, b, null] }", "b", { others: ["a", null] }],
    ["a word may be any", "stream: { type: string }", "b", { others: [] }],
  ])("knows what asks for something else: %s", async (_, property, value, expected) => {
    const asked = `requestBody: { content: { application/json: { schema: { properties: { ${property} } } } } }`;
    const content = `{ text/event-stream: { schema: {}, x-stream: { when: { body: { stream: ${value} } } } } }`;
    expect((await streamOf(content, asked))?.condition).toMatchObject(expected);
  });

  it("makes a stream of any media type, and none of one", async () => {
    expect((await streamOf("{ application/json: { x-stream: { format: json-lines } } }"))?.format).toBe("json-lines");
    expect(await streamOf("{ text/event-stream: { schema: {}, x-stream: false } }")).toBeUndefined();
  });

  test.each([
    ["yes", ""],
    ["{ ends: x }", "/ends"],
    ["{ end: 1 }", "/end"],
    ["{ format: lines }", "/format"],
    ["{ describes: item }", "/describes"],
    ["{ error: error }", "/error"],
    ["{ error: { event: 1 } }", "/error/event"],
    ["{ when: { header: { a: 1 } } }", "/when"],
    ["{ when: { body: { a: 1, b: 1 } } }", "/when"],
    ["{ when: { body: { stream: [] } } }", "/when"],
    ["{ when: { body: { other: true } } }", "/when"],
    ["{ when: { query: { stream: true } } }", "/when"],
  ])("that is wrong (%s) is reported and not used", async (told, place) => {
    const content = `{ text/event-stream: { itemSchema: {}, x-stream: ${told} } }`;
    const [found = "", ...others] = await find(document(content, body));
    expect(others).toEqual([]);
    expect(found).toContain("extension-invalid");
    expect(found.endsWith(`/x-stream${place}`)).toBe(true);
    expect(await streamOf(content, body)).toMatchObject({
      end: undefined,
      errorEvent: undefined,
      condition: undefined,
    });
  });
});

it("is a success: a failure is read to its end", async () => {
  const { responses } = await buildOperation(document("{ text/event-stream: {} }"));
  expect(responses[0]?.content[0]?.stream).toBeDefined();
  expect(responses[1]?.content[0]?.stream).toBeUndefined();
});
