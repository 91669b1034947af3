import { request as httpRequest } from "node:http";
import type { JsonObject } from "@facsimile/document";
import { afterEach, describe, expect, it } from "vitest";
import type { Exchange } from "../wire/exchange.js";
import { headerOf } from "../wire/exchange.js";
import { type MockServer, openMockServer } from "./mock-server.js";

const place = { type: "object", required: ["city"], properties: { city: { type: "string", minLength: 2 } } };

const document: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Tea", version: "1" },
  paths: {
    "/teas/{name}": {
      get: {
        operationId: "getTea",
        security: [{ key: [] }],
        parameters: [
          { name: "name", in: "path", required: true, schema: { type: "string" } },
          { name: "grams", in: "query", schema: { type: "integer", maximum: 10 } },
          { name: "kinds", in: "query", schema: { type: "array", items: { enum: ["green", "black"] } } },
          {
            name: "sizes",
            in: "query",
            style: "spaceDelimited",
            schema: { type: "array", items: { type: "integer" } },
          },
          { name: "from", in: "query", style: "deepObject", schema: place },
          { name: "to", in: "query", schema: place },
          { name: "Leaves", in: "header", schema: { type: "array", items: { type: "string", minLength: 2 } } },
        ],
        responses: {
          200: {
            description: "The tea.",
            headers: {
              Leaves: { schema: { type: "array", items: { type: "string" } }, example: ["oolong", "pu-erh"] },
              Fresh: { schema: { type: "boolean" } },
            },
            content: { "application/json": { schema: { type: "object" }, example: { name: "oolong" } } },
          },
          404: { description: "No such tea." },
        },
      },
      put: {
        operationId: "putTea",
        parameters: [{ name: "name", in: "path", required: true, schema: { type: "string" } }],
        requestBody: {
          content: {
            "application/json": {
              schema: { type: "object", required: ["grams"], unevaluatedProperties: false, properties: { grams: {} } },
            },
          },
        },
        responses: { 204: { description: "Kept." } },
      },
    },
  },
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
};

const servers = [
  {
    url: "https://{host}/v2/",
    name: undefined,
    description: undefined,
    variables: [{ name: "host", default: "tea.example", enum: undefined, description: undefined, required: false }],
  },
];

const open: MockServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(): Promise<{ url: string; exchanges: Exchange[] }> {
  const exchanges: Exchange[] = [];
  const server = await openMockServer(
    document,
    { servers, operations: [] },
    { onExchange: (exchange) => exchanges.push(exchange) },
  );
  open.push(server);
  return { url: server.url, exchanges };
}

/** Sends a target as it is: fetch would mend it first. */
function sendRaw(url: string, target: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = httpRequest({ hostname, port, path: target, headers: { "X-Key": "k" } }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode ?? 0));
    });
    sent.on("error", reject).end();
  });
}

describe("a mock server", () => {
  it("serves the operations of a document under the path of its first server", async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v2$/);
    const answer = await fetch(`${url}/teas/oolong`, { headers: { "X-Key": "k" } });
    expect([answer.status, await answer.json()]).toEqual([200, { name: "oolong" }]);
    const outside = await fetch(new URL("/teas/oolong", url), { headers: { "X-Key": "k" } });
    expect(outside.status).toBe(404);
  });

  it("records what came over the wire and which operation it was", async () => {
    const { url, exchanges } = await start();
    await fetch(`${url}/teas/pu%2Derh`, {
      method: "PUT",
      body: '{ "grams":5}',
      headers: { "Content-Type": "application/json" },
    });
    const [exchange] = exchanges;
    expect(exchange?.request).toMatchObject({ method: "PUT", target: "/v2/teas/pu%2Derh" });
    expect(exchange?.request.body.toString()).toBe('{ "grams":5}');
    expect(headerOf(exchange?.request.headers ?? [], "content-type")).toBe("application/json");
    expect(exchange?.operation).toEqual({ method: "put", path: "/teas/{name}" });
    expect(exchange?.answer.status).toBe(204);
    expect(exchange?.violations).toEqual([]);
  });

  it("answers the status that is preferred", async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/teas/oolong`, { headers: { "X-Key": "k", Prefer: "code=404" } });
    expect(answer.status).toBe(404);
  });

  it("refuses a request without its credential", async () => {
    const { url } = await start();
    expect((await fetch(`${url}/teas/oolong`)).status).toBe(401);
  });

  it("records what is invalid about a request", async () => {
    const { url, exchanges } = await start();
    const answer = await fetch(`${url}/teas/oolong?grams=11`, { headers: { "X-Key": "k" } });
    expect(answer.status).toBe(422);
    expect(exchanges[0]?.operation).toEqual({ method: "get", path: "/teas/{name}" });
  });

  it("reads lists and objects of a query and of headers in the style that they have, where they are given", async () => {
    const { url } = await start();
    const statusOf = async (query: string, leaves?: string): Promise<number> => {
      const headers = { "X-Key": "k", ...(leaves === undefined ? {} : { Leaves: leaves }) };
      return (await fetch(`${url}/teas/oolong${query}`, { headers })).status;
    };
    expect(await statusOf("")).toBe(200);
    expect(await statusOf("?kinds=green&kinds=black&sizes=1%202&from[city]=Wuyi&city=London", "ab,cd")).toBe(200);
    for (const wrong of ["?kinds=red&kinds=black", "?sizes=1%20b", "?from[city]=W", "?city=L"])
      expect([wrong, await statusOf(wrong)]).toEqual([wrong, 422]);
    expect(await statusOf("", "ab,c")).toBe(422);
  });

  it("validates OpenAPI 3.1 by draft 2020-12, which the document need not name", async () => {
    const { url } = await start();
    const put = (body: string): Promise<Response> =>
      fetch(`${url}/teas/oolong`, { method: "PUT", body, headers: { "Content-Type": "application/json" } });
    expect((await put('{"grams":1,"kettle":1}')).status).toBe(422);
    expect((await put('{"grams":')).status).toBe(400);
  });

  it("sends array headers in the simple style and leaves out headers that have no value", async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/teas/oolong`, { headers: { "X-Key": "k" } });
    expect(answer.headers.get("leaves")).toBe("oolong,pu-erh");
    expect(answer.headers.has("fresh")).toBe(false);
  });

  it.each([["%zz"], ["%E0%A4%A"]])("refuses a path that is not encoded as URLs are, and goes on: %s", async (name) => {
    const { url } = await start();
    expect(await sendRaw(url, `/v2/teas/${name}`)).toBe(400);
    expect(await sendRaw(url, "/v2/teas/oolong")).toBe(200);
  });

  it("frees its port when it is closed", async () => {
    const { url } = await start();
    await open.splice(0)[0]?.close();
    await expect(fetch(url)).rejects.toThrow();
  });
});

it.each([
  ["text", { schema: { type: "string", minLength: 5 } }, "a,b,c", "a,b"],
  ["a list", { schema: { type: "array", items: { type: "integer" } } }, "1,2", "1,b"],
  ["an object", { schema: { type: "object", required: ["x"] } }, "x,1", "y,1"],
  ["an exploded object", { schema: { type: "object", required: ["x"] }, explode: true }, "x=1,y=2", "y=1,z=2"],
  ["a list with a label", { schema: { type: "array", items: { type: "integer" } }, style: "label" }, ".1,2", ".1,b"],
  ["a list by name", { schema: { type: "array", items: { type: "integer" } }, style: "matrix" }, ";id=1,2", ";id=1,b"],
])("reads %s with commas in a path", async (_, parameter, right, wrong) => {
  const get = { operationId: "get", responses: { "200": { description: "A thing." } } };
  const parameters = [{ name: "id", in: "path", required: true, ...parameter }];
  const paths = { "/things/{id}": { parameters, get } };
  const document = { openapi: "3.1.0", info: { title: "Things", version: "1.0.0" }, paths };
  const server = await openMockServer(document, { servers: [], operations: [] });
  open.push(server);
  const statuses = [right, wrong].map(async (id) => (await fetch(`${server.url}/things/${id}`)).status);
  expect(await Promise.all(statuses)).toEqual([200, 422]);
});

it.each([
  ['{"grams":1}', 204],
  ["{}", 422],
  ["grams", 400],
])("a body of text/json is JSON: %s is answered with %i", async (body, status) => {
  const schema = { type: "object", required: ["grams"], properties: { grams: { type: "integer" } } };
  const content = { "application/json": { schema }, "text/json": { schema } };
  const put = { operationId: "put", requestBody: { content }, responses: { 204: { description: "Kept." } } };
  const server = await openMockServer(
    { openapi: "3.1.0", info: { title: "Teas", version: "1.0.0" }, paths: { "/teas": { put } } },
    { servers: [], operations: [] },
  );
  open.push(server);
  const headers = { "content-type": "text/json; charset=utf-8" };
  expect((await fetch(`${server.url}/teas`, { method: "PUT", headers, body })).status).toBe(status);
});

it.each([
  ["what the document describes without saying how it is written", "text/plain"],
  ["JSON of a type of another family", "text/json"],
  ["JSON of a family that is misspelt", "applications/json"],
])("%s is written as JSON, and HEAD has no content", async (_what, type) => {
  const thing = { type: "object", properties: { a: { type: "integer" } } };
  const content = { [type]: { schema: thing, example: { a: 1 } } };
  const responses = { "200": { description: "A thing.", content } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths: { "/things": { get: { operationId: "get", responses }, head: { operationId: "head", responses } } },
  };
  const exchanges: Exchange[] = [];
  const server = await openMockServer(
    document,
    { servers: [], operations: [] },
    { onExchange: (exchange) => exchanges.push(exchange) },
  );
  open.push(server);
  const answer = await fetch(`${server.url}/things`);
  expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([200, type, '{"a":1}']);
  const head = await fetch(`${server.url}/things`, { method: "HEAD" });
  expect([head.status, exchanges.flatMap(({ violations }) => violations)]).toEqual([200, []]);
});

it("operations of every method are answered", async () => {
  const responses = { "204": { description: "Done." } };
  const document = {
    openapi: "3.2.0",
    info: { title: "Things", version: "1.0.0" },
    paths: {
      "/things": {
        query: { operationId: "find", responses },
        additionalOperations: { COPY: { operationId: "copy", responses } },
      },
    },
  };
  const server = await openMockServer(document, { servers: [], operations: [] });
  open.push(server);
  const statusOf = async (method: string): Promise<number> => (await fetch(`${server.url}/things`, { method })).status;
  expect([await statusOf("QUERY"), await statusOf("COPY"), await statusOf("LINK")]).toEqual([204, 204, 405]);
});

it("keeps a connection for as long as its client does, which may be about to use it", async () => {
  const server = await openMockServer(document, { servers: [], operations: [] });
  try {
    const { headers } = await fetch(`${server.url}/teas/oolong`, { headers: { "X-Key": "k" } });
    expect(headers.get("connection")).toBe("keep-alive");
    expect(headers.get("keep-alive")).toBeNull();
  } finally {
    await server.close();
  }
});
