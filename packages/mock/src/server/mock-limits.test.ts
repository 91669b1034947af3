import { request as httpRequest } from "node:http";
import { Readable } from "node:stream";
import type { Json, JsonObject } from "@facsimile/document";
import { afterEach, describe, expect, it } from "vitest";
import type { Exchange } from "../wire/exchange.js";
import { type MockServer, openMockServer } from "./mock-server.js";

const open: MockServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(
  paths: JsonObject,
  components: JsonObject = {},
  timeoutMs = 5000,
): Promise<{ url: string; exchanges: Exchange[] }> {
  const exchanges: Exchange[] = [];
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths, components };
  const options = { timeoutMs, onExchange: (exchange: Exchange): void => void exchanges.push(exchange) };
  const server = await openMockServer(document, { servers: [], operations: [] }, options);
  open.push(server);
  return { url: server.url, exchanges };
}

/** A path whose GET has that answer. */
function answering(schema: Json, more: JsonObject = {}): JsonObject {
  return { get: { responses: { 200: { description: "", content: { "application/json": { schema } }, ...more } } } };
}

async function bodyOf(url: string): Promise<unknown> {
  const answer = await fetch(url);
  expect(answer.status).toBe(200);
  return answer.json();
}

describe("an answer without an example", () => {
  const customer = {
    type: "object",
    required: ["id"],
    properties: {
      id: { type: "integer" },
      firstName: { type: "string" },
      billing_city: { type: "string" },
      email: { type: "string", format: "email" },
      born: { type: "string", format: "date" },
      age: { type: "integer", maximum: 20 },
      price: { type: "number" },
      code: { type: "string", pattern: "^VA[0-9]{4}$" },
      friend: { $ref: "#/components/schemas/Customer" },
    },
  };

  it("is made from its schema, looks real, stays inside the limits, and is the same each time", async () => {
    const { url } = await start(
      { "/ann": answering({ $ref: "#/components/schemas/Customer" }) },
      { schemas: { Customer: customer } },
    );
    const value = await bodyOf(`${url}/ann`);
    expect(value).toMatchObject({
      id: 1,
      firstName: "Ann",
      billing_city: "London",
      email: "ann@example.com",
      born: "2026-01-02",
      age: 1,
      price: 19.5,
      code: expect.stringMatching(/^VA[0-9]{4}$/),
    });
    expect(await bodyOf(`${url}/ann`)).toEqual(value);
  });

  it("meets conditions too", async () => {
    const { url } = await start({
      "/tea": answering({
        type: "object",
        required: ["kind"],
        properties: { kind: { enum: ["green"] }, grams: { type: "integer", minimum: 5 } },
        dependentRequired: { kind: ["grams"] },
      }),
    });
    expect(await bodyOf(`${url}/tea`)).toEqual({ kind: "green", grams: 5 });
  });
});

it("invents values where a request prefers that", async () => {
  const schema = {
    type: "object",
    required: ["word"],
    properties: { word: { type: "string", "x-faker": "lorem.word" } },
  };
  // The words that are invented take a while to load.
  const { url } = await start({ "/tea": answering(schema) }, {}, 60_000);
  const ask = async (): Promise<unknown> => (await fetch(`${url}/tea`, { headers: { Prefer: "dynamic=true" } })).json();
  expect(await ask()).toMatchObject({ word: expect.stringMatching(/^[a-z]+$/) });
  expect(new Set((await Promise.all([1, 2, 3, 4, 5].map(ask))).map((one) => JSON.stringify(one))).size).toBeGreaterThan(
    1,
  );
});

describe("one operation costs no other", () => {
  it("where a reference of it leads nowhere", async () => {
    const { url, exchanges } = await start({
      "/broken": answering({ $ref: "#/components/schemas/Lost" }),
      "/whole": answering({ const: 1 }),
    });
    expect((await fetch(`${url}/broken`)).status).toBe(500);
    expect(exchanges[0]?.fault).toContain("#/components/schemas/Lost leads nowhere");
    expect(await bodyOf(`${url}/whole`)).toBe(1);
  });

  it("where its example or an extension has what looks like a reference to a file", async () => {
    const { url } = await start({
      "/whole": { ...answering({ const: 1 }), "x-samples": [{ $ref: "samples/curl.yml" }] },
    });
    expect(await bodyOf(`${url}/whole`)).toBe(1);
  });
});

describe("what others write cannot keep a server busy", () => {
  it("by a pattern that runs away", async () => {
    const { url } = await start({
      "/teas": {
        get: {
          parameters: [{ name: "name", in: "query", schema: { type: "string", pattern: "^(a+)+$" } }],
          responses: { 204: { description: "" } },
        },
      },
    });
    expect((await fetch(`${url}/teas?name=${"a".repeat(60)}!`)).status).toBe(422);
    expect((await fetch(`${url}/teas?name=${"a".repeat(60)}`)).status).toBe(204);
  });

  it.each([
    [
      "texts that a pattern runs away with",
      { type: "string", pattern: "^(?=a)(a+)+$" },
      (n: number) => `${"a".repeat(40)}${n}`,
    ],
    ["items that are all compared", { type: "object", properties: { n: {} } }, (n: number) => ({ n })],
  ])("by %s, and it goes on afterwards", async (_, items, make) => {
    const schema = { type: "array", uniqueItems: true, items } as JsonObject;
    const post = {
      requestBody: { content: { "application/json": { schema } } },
      responses: { 204: { description: "" } },
    };
    const { url, exchanges } = await start({ "/teas": { post } }, {}, 1000);
    const send = async (values: unknown): Promise<number> => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch(`${url}/teas`, { method: "POST", body: JSON.stringify(values), headers })).status;
    };
    const begun = performance.now();
    expect(await send(Array.from({ length: 50_000 }, (_, n) => make(n)))).toBe(504);
    expect(performance.now() - begun).toBeLessThan(4000);
    expect(exchanges[0]?.fault).toContain("no answer within 1000 ms");
    expect(await send([])).toBe(204);
    expect(await send([1, 1])).toBe(422);
  });

  it("by a path with many parameters in a segment", async () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const parameters = names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
    const path = `/teas/${names.map((name) => `{${name}}`).join("-")}.x`;
    const { url } = await start({ [path]: { parameters, get: { responses: { 204: { description: "" } } } } }, {}, 1000);
    const begun = performance.now();
    const { status } = await fetch(`${url}/teas/${"-".repeat(12_000)}`);
    expect([status === 404 || status === 504, performance.now() - begun < 4000]).toEqual([true, true]);
    expect((await fetch(`${url}/teas/1-2-3-4-5-6.x`)).status).toBe(204);
  });

  it("by a body without end", async () => {
    const { url } = await start({ "/teas": { post: { responses: { 204: { description: "" } } } } });
    const asked = httpRequest(`${url}/teas`, { method: "POST" });
    const status = new Promise((resolve) => asked.on("response", (answer) => resolve(answer.statusCode)));
    const endless = new Readable({ read: () => void endless.push(Buffer.alloc(1024 * 1024)) });
    // The server hangs up.
    asked.on("error", () => {});
    endless.pipe(asked);
    expect(await status).toBe(413);
    endless.destroy();
    asked.destroy();
  });

  it("by a body that is too long", async () => {
    const { url, exchanges } = await start({ "/teas": { post: { responses: { 204: { description: "" } } } } });
    const answer = await fetch(`${url}/teas`, { method: "POST", body: new Uint8Array(17 * 1024 * 1024) });
    expect([answer.status, answer.headers.get("connection")]).toEqual([413, "close"]);
    expect(exchanges[0]).toMatchObject({
      request: { body: Buffer.alloc(0) },
      fault: expect.stringContaining("longer than 16777216 bytes"),
    });
  });
});

it("a header that no server can send is told, with its name and value", async () => {
  const headers = { "X-Tea": { schema: { type: "string" }, example: "green\r\nX-Other: 1" } };
  const { url, exchanges } = await start({ "/tea": answering({ const: 1 }, { headers }) });
  expect((await fetch(`${url}/tea`)).status).toBe(500);
  expect(exchanges[0]?.fault).toBe(
    'the answer has a header that cannot be sent: "X-Tea" with the value "green\\r\\nX-Other: 1".',
  );
});

it("the answer to a body that is too long has one length, whatever stands between changes of it", async () => {
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths: {} };
  const server = await openMockServer(
    document,
    { servers: [], operations: [] },
    {
      interceptor: {
        request: (request) => request,
        answer: (answer) => ({ ...answer, headers: [...answer.headers, ["Content-Length", "3"]] }),
      },
    },
  );
  open.push(server);
  const asked = httpRequest(`${server.url}/teas`, { method: "POST" });
  const lengths = new Promise((resolve) => {
    asked.on("response", ({ rawHeaders }) => resolve(rawHeaders.filter((one) => /^content-length$/i.test(one)).length));
  });
  asked.on("error", () => {});
  asked.end(Buffer.alloc(17 * 1024 * 1024));
  expect(await lengths).toBe(1);
});
