import { describe, expect, it } from "vitest";
import { writeApiKey } from "../credentials/api-key.js";
import { send } from "../send.js";
import { asJson, type Responses, read } from "../testing/answer.js";
import { call, clientOf, contentOf, operation } from "../testing/api.js";
import { serve } from "../testing/serve.js";

const thing: Responses = { 200: { content: contentOf("application/json") }, 404: {} };
const asText = { "content-type": "text/plain" };

describe("a status of 2xx that the document does not state", () => {
  const problem = { kind: "status", stated: ["200", "404"], received: "201" };

  it("is the stated success, with the number that arrived", async () => {
    expect(await read(thing, [201, asJson, '{"a":1}'])).toMatchObject({
      ok: true,
      status: 200,
      statusCode: 201,
      data: { a: 1 },
      contentType: "application/json",
      problem,
    });
  });

  it("is the one that has the media type that arrived, else the first", async () => {
    const responses: Responses = {
      200: { content: contentOf("application/json") },
      202: { content: contentOf("text/csv") },
      "2XX": { content: contentOf("image/png") },
    };
    const { "2XX": _, ...codes } = responses;
    expect(await read(codes, [201, { "content-type": "text/csv" }, "a,b"])).toMatchObject({ status: 202, data: "a,b" });
    expect(await read(codes, [201, asJson, "1"])).toMatchObject({ status: 200, data: 1 });
    expect(await read(codes, [201, { "content-type": "text/html" }, "<p>"])).toMatchObject({ status: 200 });
    expect((await read(responses, [201, { "content-type": "image/png" }, "x"])).problem).toBeUndefined();
  });

  it("has no data where it has no body", async () => {
    for (const status of [201, 202, 204]) {
      const result = await read(thing, [status, {}]);
      expect(result).toMatchObject({ ok: true, status: 200, statusCode: status, problem: { kind: "status" } });
      expect(result.data).toBeUndefined();
    }
  });

  it("has the headers of the success that it is taken for", async () => {
    const responses: Responses = { 201: { headers: { "X-Left": "integer" } } };
    expect(await read(responses, [200, { "x-left": "3" }])).toMatchObject({ status: 201, headers: { "X-Left": 3 } });
  });

  it("is a success of no status where the document states none", async () => {
    const result = await read({ 404: {} }, [200, asJson, '{"a":1}']);
    expect(result).toMatchObject({ ok: true, status: "undocumented", statusCode: 200, data: { a: 1 } });
    expect(result.problem).toEqual({ kind: "status", stated: ["404"], received: "200" });
    expect(await read({ 404: {} }, [200, asText, "done"])).toMatchObject({ ok: true, data: "done", text: "done" });
    expect(await read({ 404: {} }, [200, asJson, "1"], { strict: true })).toMatchObject({ ok: false, error: 1 });
  });
});

describe("a success whose body is not what the document states", () => {
  it.each([
    ["text/plain", "application/json"],
    ["text/plain; charset=utf-8", "application/json"],
    ["application/hal+json", "application/json"],
    ["text/json", "application/json"],
    ["text/html", "application/json"],
    ["application/octet-stream", "application/json"],
    ["application/json", "application/vnd.things+json"],
    ["application/json", "application/problem+json"],
  ])("is read where it is JSON, as %s for %s", async (received, stated) => {
    const responses: Responses = { 200: { content: contentOf("text/csv", stated) } };
    expect(await read(responses, [200, { "content-type": received }, '\ufeff{"a":1}'])).toMatchObject({
      ok: true,
      status: 200,
      data: { a: 1 },
      contentType: stated,
      problem: { kind: "content-type", stated: ["text/csv", stated], received },
    });
  });

  it.each([{}, { "content-type": "application/json; charset=utf-8" }, { "content-type": "Application/JSON" }])(
    "is just what it states without a media type, and with another spelling of it: %o",
    async (headers) => {
      const result = await read(thing, [200, headers, "1"], { strict: true });
      expect([result.data, result.problem]).toEqual([1, undefined]);
    },
  );

  it.each([200, 201])("has no data where JSON is stated and nothing arrives with %i", async (status) => {
    for (const method of ["GET", "DELETE"] as const) {
      const responses: Responses = { [status]: { content: contentOf("application/json") } };
      const result = await read(responses, [status, asJson, ""], { method });
      expect(result).toMatchObject({ ok: true, status, problem: { kind: "body", received: "is empty" } });
      expect(result.data).toBeUndefined();
    }
  });

  it.each([
    ["OK", asText, "content-type"],
    ["<p>Sign in", { "content-type": "text/html" }, "content-type"],
    ["OK", asJson, "body"],
    ["  ", asJson, "body"],
    ["[info] removed", asText, "content-type"],
  ])("has no data of another kind: %s", async (text, headers, kind) => {
    const result = await read(thing, [200, headers, text]);
    expect(result).toMatchObject({ ok: true, status: 200, text, problem: { kind } });
    expect(result.data).toBeUndefined();
  });

  it("stays bytes where bytes are stated, and text where text is", async () => {
    const pdf: Responses = { 200: { content: contentOf("application/json", "application/pdf") } };
    for (const type of ["application/octet-stream", "text/plain", "application/x-pdf"]) {
      const { data, contentType } = await read(pdf, [200, { "content-type": type }, "%PDF-1.7"]);
      expect(data).toBeInstanceOf(Blob);
      expect([await (data as Blob).text(), (data as Blob).type, contentType]).toEqual([
        "%PDF-1.7",
        type,
        "application/pdf",
      ]);
    }
    const csv: Responses = { 200: { content: contentOf("text/csv") } };
    expect(await read(csv, [200, asJson, "[1]"])).toMatchObject({ ok: true, data: "[1]" });
  });

  it("shows no credential that the API repeats", async () => {
    const { url } = await serve(({ headers: { "x-key": key } }, response) =>
      response.writeHead(200, { "content-type": `text/${key}` }).end(key),
    );
    const scheme = { name: "key", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey } as const;
    const result = await call(url, { security: [[{ scheme }]] }, {}, { credentials: { key: "canary-key" } });
    expect(result).toMatchObject({ ok: true, text: "***", problem: { received: "text/***" } });
  });
});

describe("a problem", () => {
  it("is told to the logger as a warning, and there is none where all is as documented", async () => {
    const lines: unknown[] = [];
    const logger = {
      info: (message: string) => lines.push(message),
      warn: (message: string, { problem }: { problem?: unknown }) => lines.push(message, problem),
    };
    const { url } = await serve((_, response, number) => response.writeHead(number === 1 ? 200 : 201, asJson).end("1"));
    expect((await call(url, {}, {}, { logger })).problem).toBeUndefined();
    await call(url, {}, {}, { logger });
    const problem = { kind: "status", stated: ["200"], received: "201" };
    expect(lines).toEqual(["getThing was answered with 200", "getThing was answered with 201", problem]);
  });

  it("makes a failure with strict, told to a client or to a call", async () => {
    const { url } = await serve((_, response) => response.writeHead(201, asJson).end("1"));
    const strict = clientOf(url, { strict: true });
    expect(await send(strict, operation(), {})).toMatchObject({ ok: false, status: "undocumented" });
    expect(await send(strict, operation(), {}, { strict: false })).toMatchObject({ ok: true });
    expect(await send(clientOf(url), operation(), {}, { strict: true })).toMatchObject({ ok: false });
  });
});
