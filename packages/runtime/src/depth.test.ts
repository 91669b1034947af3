import { describe, expect, it } from "vitest";
import { isConnectionError } from "./errors/connection.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { ResponseParseError } from "./errors/response-parse.js";
import { depthLimit } from "./limits.js";
import { mask } from "./masking/mask.js";
import { maskValue } from "./masking/mask-value.js";
import type { Input } from "./request.js";
import { multipart, urlencoded } from "./serialize/index.js";
import { asJson, read } from "./testing/answer.js";
import { type AnyOperation, call, contentOf, rejection } from "./testing/api.js";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
const mixed = (depth: number): string => '{"a":['.repeat(depth / 2) + "]}".repeat(depth / 2);
const responses = { 200: { content: contentOf("application/json") }, 404: { content: contentOf("application/json") } };

describe("an answer", () => {
  it("may be nested 1,000 deep", async () => {
    for (const text of [nested(depthLimit), mixed(depthLimit)]) {
      expect(await read(responses, [200, asJson, text])).toMatchObject({ ok: true, data: JSON.parse(text) });
      expect(await read(responses, [404, asJson, text])).toMatchObject({ status: 404, error: JSON.parse(text) });
    }
  });

  it.each([nested(depthLimit + 1), mixed(depthLimit + 2), nested(100_000), `["__proto__", ${nested(100_000)}]`])(
    "that is deeper is one that cannot be read",
    async (text) => {
      const error = await rejection(read(responses, [200, asJson, text]));
      expect(error).toBeInstanceOf(ResponseParseError);
      expect(error.message).toBe("getThing was answered with 200, but its body is nested deeper than 1000");
      expect(await read(responses, [404, asJson, text])).toMatchObject({ status: "undocumented", statusCode: 404 });
    },
  );
});

describe("what a fetch of the application's own throws", () => {
  it("may be nested however deep, and is cut where JSON would be", async () => {
    const thrown = Object.assign(new Error("canary-1"), { data: JSON.parse(nested(100_000)) });
    const key = { name: "key", type: "http", scheme: "bearer", write: () => {} } as const;
    const error = await rejection(
      call(
        "https://a.example",
        { security: [[{ scheme: key }]] },
        {},
        {
          credentials: { key: "canary-1" },
          fetch: () => Promise.reject(thrown),
        },
      ),
    );
    expect(isConnectionError(error)).toBe(true);
    expect(JSON.stringify(maskValue(JSON.parse(nested(100_000)), ["canary-1"]))).toBe(
      nested(depthLimit + 1).replace("[]", "[null]"),
    );
    expect(mask(nested(100_000), ["canary-1"])).toBe(nested(100_000));
  });
});

describe("a request that is nested 100,000 deep is refused", () => {
  const deep: unknown = JSON.parse(mixed(100_000));
  const objects: unknown = JSON.parse(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`);
  const taking = (mediaType: string, description: object): Partial<AnyOperation> => ({
    method: "POST",
    body: { content: { [mediaType]: description } },
  });
  const asked = (parameter: object): Partial<AnyOperation> => ({
    parameters: [{ name: "deep", in: "query", ...parameter } as never],
  });

  it.each<[string, Partial<AnyOperation>, Input]>([
    ["JSON", taking("application/json", {}), { body: deep }],
    ["JSON with a bigint", taking("application/json", {}), { body: [1n, deep] }],
    ["a multipart form", taking("multipart/form-data", { write: multipart }), { body: { deep } }],
    ["a form", taking("application/x-www-form-urlencoded", { write: urlencoded }), { body: { deep } }],
    ["deepObject", asked({ style: "deepObject" }), { query: { deep: objects } }],
    ["a query that is JSON", asked({ content: "application/json" }), { query: { deep } }],
    ["a header that is JSON", asked({ in: "header", content: "application/json" }), { header: { deep } }],
  ])("as %s", async (_, operation, input) => {
    const error = await rejection(call("https://a.example", operation, input));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error.cause).toBeInstanceOf(RangeError);
    expect(error.message).toMatch(/^getThing: "(body|deep)" in the (request|query|header|body) cannot be written$/);
  });
});
