import { describe, expect, it } from "vitest";
import { asJson, type Responses, read } from "../testing/answer.js";
import { contentOf } from "../testing/api.js";

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
    const answer = [201, asJson, '{"a":1}'] as const;
    const problem = { kind: "status", stated: ["200", "default"], received: "201" };
    expect(await read(responses, answer)).toMatchObject({ ok: true, status: 200, problem, data: { a: 1 } });
    expect(await read(responses, answer, { strict: true })).toMatchObject({
      ok: false,
      status: "undocumented",
      statusCode: 201,
      problem,
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
      expect(result).toMatchObject({ ok: status < 300, status, text: undefined });
      expect(result.ok ? result.data : result.error).toBeUndefined();
    }
    expect(await read(thing, [200, asJson], { method: "HEAD" })).toMatchObject({
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
    const long = await read({ 404: {} }, [404, { "content-type": "text/html" }, "x".repeat(10_001)]);
    expect(long.text).toBe("x".repeat(10_000));
  });
});
