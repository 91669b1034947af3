import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { writeApiKey } from "../credentials/api-key.js";
import { ResponseParseError } from "../errors/response-parse.js";
import { asJson, type Responses, read } from "../testing/answer.js";
import { call, contentOf, rejection } from "../testing/api.js";
import { json, serve, serveBytes } from "../testing/serve.js";

const thing: Responses = { 200: { content: contentOf("application/json") } };

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
      problem: { kind: "body", stated: ["application/json"], received: "broke off after 4 bytes" },
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

  it("may have 64 MiB where nothing else is said", async () => {
    const most = 64 * 1_024 * 1_024;
    const whole = new Uint8Array(most).fill(0x20);
    whole[0] = 0x31;
    const answered = (...bytes: Uint8Array<ArrayBuffer>[]) => ({
      fetch: async () => new Response(new Blob(bytes), { headers: asJson }),
    });
    expect(await call("https://api.example", {}, {}, answered(whole))).toMatchObject({ ok: true, data: 1 });
    const error = await rejection(call("https://api.example", {}, {}, answered(whole, Uint8Array.of(0x20))));
    expect(error).toMatchObject({ tooLarge: true, message: expect.stringContaining(`is larger than ${most} bytes`) });
  });

  it.each([200, 500])("of a %i that has no end is not waited for once it is larger", async (status) => {
    let closed: Promise<unknown> | undefined;
    const { url } = await serve((_, response) => {
      closed = new Promise((resolve) => response.once("close", resolve));
      response.writeHead(status, asJson).write("x".repeat(100));
    });
    await Promise.allSettled([call(url, {}, {}, { maxResponseSize: 10 })]);
    await closed;
  });

  it("in pieces is put together", async () => {
    const { url } = await serveBytes((socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5\r\n\r\n[1");
      setTimeout(() => socket.end(",2]"), 20);
    });
    expect(await call(url)).toMatchObject({ data: [1, 2] });
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
