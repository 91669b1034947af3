import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { writeApiKey } from "../credentials/api-key.js";
import { ResponseParseError } from "../errors/response-parse.js";
import { type AnyOperation, call, contentOf, rejection } from "../testing/api.js";
import { json, serve, serveBytes } from "../testing/serve.js";

type Responses = AnyOperation["responses"];

/** What a call makes of one answer. */
async function read(
  responses: Responses,
  [status, headers, body]: readonly [number, Record<string, string>, (string | Buffer)?],
  method: AnyOperation["method"] = "GET",
) {
  const { url } = await serve((_, response) => response.writeHead(status, headers).end(body));
  return call(url, { responses, method });
}

const asJson = { "content-type": "application/json" };
const thing: Responses = { 200: { content: contentOf("application/json") } };

describe("the response that the document states", () => {
  it("is told by its status", async () => {
    const responses = { ...thing, 404: { content: contentOf("application/json") } };
    expect(await read(responses, [200, asJson, '{"a":1}'])).toMatchObject({
      ok: true,
      status: 200,
      statusCode: 200,
      data: { a: 1 },
    });
    expect(await read(responses, [404, asJson, '{"b":2}'])).toMatchObject({
      ok: false,
      status: 404,
      statusCode: 404,
      error: { b: 2 },
    });
  });

  it("is the status before its range, and the range before default", async () => {
    const content = contentOf("application/json");
    const responses = { 404: { content }, "4XX": { content }, default: { content } };
    expect(await read(responses, [404, asJson, "1"])).toMatchObject({ status: 404, statusCode: 404, error: 1 });
    expect(await read(responses, [409, asJson, "2"])).toMatchObject({ status: "4XX", statusCode: 409, error: 2 });
    expect(await read(responses, [500, asJson, "3"])).toMatchObject({ status: "default", statusCode: 500, error: 3 });
    expect(await read(responses, [200, asJson, "4"])).toMatchObject({
      ok: true,
      status: "default",
      statusCode: 200,
      data: 4,
    });
  });

  it("is not default for a success where the document states another success", async () => {
    const responses = { ...thing, default: { content: contentOf("application/json") } };
    expect(await read(responses, [201, asJson, '{"a":1}'])).toMatchObject({
      ok: false,
      status: "undocumented",
      statusCode: 201,
      reason: "status",
      error: { a: 1 },
      text: '{"a":1}',
    });
  });

  it.each([
    ["0", 0],
    ["false", false],
    ["null", null],
    ['""', ""],
  ])("may be the error %s", async (text, error) => {
    expect(await read({ 500: { content: contentOf("application/json") } }, [500, asJson, text])).toMatchObject({
      status: 500,
      error,
    });
  });

  it("has no body with 204, 205 and 304, to HEAD, and where the document states none", async () => {
    const content = contentOf("application/json");
    for (const status of [204, 205, 304]) {
      const result = await read({ [status]: { content } }, [status, {}]);
      expect(result).toMatchObject({ ok: status < 300, status });
      expect(result.ok ? result.data : result.error).toBeUndefined();
    }
    expect(await read(thing, [200, asJson], "HEAD")).toMatchObject({
      ok: true,
      data: undefined,
      contentType: "application/json",
    });
    expect(await read({ 401: {} }, [401, {}])).toMatchObject({
      ok: false,
      status: 401,
      error: undefined,
      contentType: "",
    });
  });

  it("keeps the text of a body that the document does not state", async () => {
    const result = await read({ 404: {} }, [404, { "content-type": "text/html" }, "<h1>gone</h1>"]);
    expect(result).toMatchObject({ status: 404, error: undefined, text: "<h1>gone</h1>" });
  });
});

describe("a media type", () => {
  const responses = { 200: { content: contentOf("application/json", "text/csv", "image/*") } };

  it("tells the responses of one status apart, under the document's name", async () => {
    expect(await read(responses, [200, { "content-type": "application/json; charset=utf-8" }, "[1]"])).toMatchObject({
      contentType: "application/json",
      data: [1],
    });
    expect(await read(responses, [200, { "content-type": "Text/CSV" }, "a,b"])).toMatchObject({
      contentType: "text/csv",
      data: "a,b",
    });
    const image = await read(responses, [200, { "content-type": "image/png" }, Buffer.from([0, 255])]);
    expect(image).toMatchObject({ contentType: "image/*" });
    expect(new Uint8Array(await (image.data as Blob).arrayBuffer())).toEqual(new Uint8Array([0, 255]));
    expect((image.data as Blob).type).toBe("image/png");
  });

  it("that the document does not state makes the answer undocumented, JSON or not", async () => {
    expect(await read(responses, [200, { "content-type": "text/html" }, "<p>login"])).toMatchObject({
      ok: false,
      status: "undocumented",
      reason: "content-type",
      statusCode: 200,
      contentType: "text/html",
      error: "<p>login",
    });
    const problem = { 400: { content: contentOf("application/json") } };
    expect(await read(problem, [400, { "content-type": "application/problem+json" }, '{"title":"no"}'])).toMatchObject({
      status: "undocumented",
      error: { title: "no" },
    });
  });

  it("that is missing is taken for the first", async () => {
    expect(await read(responses, [200, {}, "[2]"])).toMatchObject({ contentType: "application/json", data: [2] });
  });

  it("ending in +json is JSON", async () => {
    const problem = { 400: { content: contentOf("application/problem+json") } };
    expect(await read(problem, [400, { "content-type": "application/problem+json" }, '{"title":"no"}'])).toMatchObject({
      status: 400,
      error: { title: "no" },
    });
  });
});

describe("headers", () => {
  it("are decoded as the document states, under its spelling, and left out where they are something else", async () => {
    const types = {
      "X-Text": "string",
      "X-Count": "integer",
      "X-Half": "integer",
      "X-Share": "number",
      "X-Is": "boolean",
      "X-List": "array",
      "X-Map": "object",
      "X-Exploded": "object",
      "X-Json": "json",
      "X-None": "string",
    } as const;
    const sent = {
      ...asJson,
      "x-text": "12",
      "x-count": "12",
      "x-half": "1.5",
      "x-share": "1.5",
      "x-is": "true",
      "x-list": "a, b",
      "x-map": "R,100,G,200",
      "x-exploded": "R=100,G=2=3",
      "x-json": '{"a":[1]}',
      "x-request-id": "r-1",
    };
    const result = await read({ 200: { content: contentOf("application/json"), headers: types } }, [200, sent, "1"]);
    expect(result.headers).toEqual({
      "X-Text": "12",
      "X-Count": 12,
      "X-Share": 1.5,
      "X-Is": true,
      "X-List": ["a", "b"],
      "X-Map": { R: "100", G: "200" },
      "X-Exploded": { R: "100", G: "2=3" },
      "X-Json": { a: [1] },
    });
    expect(result.response).toMatchObject({ operation: "getThing", method: "GET", status: 200, requestId: "r-1" });
    expect(result.response.headers.get("x-half")).toBe("1.5");
  });
});

describe("JSON", () => {
  it("may begin with a byte order mark", async () => {
    expect(await read(thing, [200, asJson, "\ufeff[1]"])).toMatchObject({ data: [1] });
  });

  it.each(['{"a":{"__proto__":{"evil":1},"b":2}}', '{"a":{"\\u005f_proto__":{"evil":1},"b":2}}'])(
    "cannot change a prototype: %s",
    async (text) => {
      const { data } = (await read(thing, [200, asJson, text])) as { data: { a: object } };
      expect(Object.hasOwn(data.a, "__proto__")).toBe(false);
      expect(Object.assign({}, data.a)).toEqual({ b: 2 });
      expect(({} as Record<string, unknown>).evil).toBeUndefined();
    },
  );

  it.each([
    ["half of it", "[1,", "is not JSON"],
    ["nothing", "", "is empty"],
    ["blanks", "  ", "is not JSON"],
    ["HTML", "<html>", "is not JSON"],
  ])("of a success that is %s is an error with status, type and snippet", async (_, body, reason) => {
    const error = await rejection(read(thing, [200, { ...asJson, "x-request-id": "r" }, body]));
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(error).toMatchObject({
      statusCode: 200,
      contentType: "application/json",
      snippet: body,
      operation: "getThing",
    });
    expect(error.message).toBe(`getThing was answered with 200, but its body ${reason}`);
    expect(error.cause).toBeInstanceOf(SyntaxError);
  });

  it("of a failure that cannot be read leaves the status and the text", async () => {
    expect(await read({ 500: { content: contentOf("application/json") } }, [500, asJson, "<oops>"])).toMatchObject({
      ok: false,
      status: "undocumented",
      statusCode: 500,
      reason: "body",
      error: "<oops>",
      text: "<oops>",
    });
  });

  it("keeps 10,000 characters of text and 1,000 of a snippet", async () => {
    const long = "x".repeat(20_000);
    expect((await read({}, [500, asJson, long])) as { text: string }).toMatchObject({
      text: "x".repeat(10_000),
      error: "x".repeat(10_000),
    });
    expect(await rejection(read(thing, [200, asJson, long]))).toMatchObject({ snippet: "x".repeat(1_000) });
  });
});

describe("a body", () => {
  it("that breaks off is an error with what arrived of it", async () => {
    const { url } = await serveBytes((socket) =>
      socket.end("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n[1,2"),
    );
    const error = await rejection(call(url));
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(error).toMatchObject({
      statusCode: 200,
      snippet: "[1,2",
      message: expect.stringContaining("broke off after 4 bytes"),
    });
    expect(error.cause).toBeInstanceOf(Error);
  });

  it("that breaks off under a failure leaves the status", async () => {
    const { url } = await serveBytes((socket) =>
      socket.end("HTTP/1.1 500 No\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n[1,2"),
    );
    expect(await call(url, { responses: { 500: { content: contentOf("application/json") } } })).toMatchObject({
      status: "undocumented",
      reason: "body",
      statusCode: 500,
      text: "[1,2",
    });
  });

  it("in broken gzip, or in half of it, is an error", async () => {
    const zipped = gzipSync(JSON.stringify({ text: Array.from({ length: 2_000 }, (_, i) => i) }));
    for (const body of [zipped.subarray(0, zipped.length / 2), Buffer.from("not gzip")]) {
      const error = await rejection(read(thing, [200, { ...asJson, "content-encoding": "gzip" }, body]));
      expect(error).toBeInstanceOf(ResponseParseError);
    }
  });

  it("is asked for as the description says: without compression where nobody would see that half of it is missing", async () => {
    const { url, asked } = await serve((_, response) =>
      response.writeHead(200, { "content-type": "text/csv" }).end("a,b"),
    );
    const responses = { 200: { content: contentOf("text/csv", "application/json") } };
    const headers = { accept: "text/csv, application/json", "accept-encoding": "identity" };
    await call(url, { responses, headers });
    await call(url, { responses, headers: { accept: "text/csv" } });
    expect(asked[0]?.headers).toMatchObject(headers);
    expect(asked[1]?.headers).toMatchObject({ accept: "text/csv", "accept-encoding": "gzip, deflate" });
  });

  it("larger than maxResponseSize is refused while it arrives, decompressed or not", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(200, { ...asJson, "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(5_000_000, " ")));
    });
    const error = await rejection(call(url, {}, {}, { maxResponseSize: 1_000_000 }));
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(error).toMatchObject({ tooLarge: true, message: expect.stringContaining("is larger than 1000000 bytes") });
  });

  it("of a failure is cleared of the credential that the API repeats", async () => {
    const { url } = await serve((asked, response) => json(response, { said: asked.headers["x-key"] }, 401));
    const security = [
      [{ scheme: { name: "key", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey } as const }],
    ];
    const result = await call(
      url,
      { security, responses: { 401: { content: contentOf("application/json") } } },
      {},
      { credentials: { key: "canary-key" } },
    );
    expect(result.error).toEqual({ said: "***" });
  });
});
