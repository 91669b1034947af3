import { describe, expect, it } from "vitest";
import { mockFetch } from "../src/index.js";
import { said } from "./said.js";

const json = (schema: object, more: object = {}) => ({
  description: "",
  content: { "application/json": { schema }, ...more },
});

/** A document that is in no file. */
const tea = {
  openapi: "3.1.0",
  info: { title: "Tea", version: "1" },
  paths: {
    "/tea": {
      get: {
        operationId: "getTea",
        responses: {
          200: json(
            { type: "object", properties: { at: { type: "string", format: "date-time" } } },
            { "text/csv": {}, "image/*": {} },
          ),
          default: { description: "", content: { "*/*": {} } },
        },
      },
    },
  },
};

async function answered(reply: readonly unknown[]): Promise<Response> {
  const api = await mockFetch(tea);
  // A cast because an operation that is named by a text has answers of any type.
  (api.on("getTea").reply as (...given: readonly unknown[]) => unknown)(...reply);
  return (await api.fetch("http://localhost/tea", {})) as Response;
}

describe("a document that is in no file", () => {
  it("is taken as an object, and its places are JSON pointers", async () => {
    expect(await (await answered([200, {}])).json()).toEqual({});
    expect(await said(answered([200, { at: 1 }]))).toBe(
      "the body of getTea 200: /at must be string (document#/paths/~1tea/get/responses/200/content/application~1json/schema)",
    );
  });

  it("is refused where it is none, with what is wrong", async () => {
    const circle: Record<string, unknown> = { ...tea };
    circle.paths = circle;
    expect(await said(mockFetch(circle))).toMatch(/circular|holds itself/);
    expect(await said(mockFetch({ openapi: "3.1.0" }))).toContain("document");
    expect(await said(mockFetch(new URL("https://example.com/openapi.json")))).toContain("https: URLs are not read");
  });
});

describe("an answer", () => {
  it("is of the media type that its content type names", async () => {
    const csv = await answered([200, "a,b", { headers: { "Content-Type": "text/csv; charset=utf-8" } }]);
    expect([csv.headers.get("content-type"), await csv.text()]).toEqual(["text/csv; charset=utf-8", "a,b"]);
    const bytes = new Uint8Array([255, 0]);
    const image = await answered([200, bytes, { headers: { "content-type": "image/png" } }]);
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(bytes);
    expect(await said(answered([200, "a", { headers: { "content-type": "video/mp4" } }]))).toBe(
      "the body of getTea 200: it is video/mp4, and the document states application/json, text/csv, image/*",
    );
  });

  it("has a content type where the document has only a range", async () => {
    const text = await answered([500, "no tea"]);
    expect([text.headers.get("content-type"), await text.text()]).toEqual(["text/plain", "no tea"]);
    const object = await answered([500, { title: "no tea" }]);
    expect([object.headers.get("content-type"), await object.json()]).toEqual([
      "application/json",
      { title: "no tea" },
    ]);
  });

  it("has dates as texts, and a status that an answer can have", async () => {
    const { at } = (await (await answered([200, { at: new Date(0) }])).json()) as { at: string };
    expect(at).toBe("1970-01-01T00:00:00.000Z");
    expect(await said(answered([199]))).toBe("getTea: 199 is no status of an answer; those are 200 to 599");
  });
});
