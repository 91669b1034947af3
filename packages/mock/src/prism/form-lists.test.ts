import type { JsonObject } from "@facsimile/document";
import { afterEach, describe, expect, it } from "vitest";
import { type MockServer, openMockServer } from "../server/mock-server.js";

let server: MockServer | undefined;
afterEach(() => server?.close());

const schema: JsonObject = {
  allOf: [
    { type: "object", properties: { name: { type: "string" }, grams: { type: "integer" } } },
    {
      properties: {
        kinds: { type: ["array", "null"], maxItems: 2, items: { enum: ["green", "black & white"] } },
        sizes: { type: "array", items: { type: "integer" } },
        notes: { type: "array", items: { type: "string", maxLength: 1 } },
      },
    },
  ],
};

/** The status of a form, in which `notes` are one pair. */
async function statusOf(form: string): Promise<number> {
  const content = {
    "application/x-www-form-urlencoded": { schema, encoding: { notes: { style: "form", explode: false } } },
  };
  const paths = { "/teas": { post: { requestBody: { content }, responses: { 204: { description: "Kept." } } } } };
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths };
  server = await openMockServer(document, { servers: [], operations: [] });
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  return (await fetch(`${server.url}/teas`, { method: "POST", headers, body: form })).status;
}

/** The status of a multipart form of these parts. */
async function statusOfParts(...parts: readonly (readonly [string, string])[]): Promise<number> {
  const leaf = { type: "object", properties: { size: { type: "integer" } }, required: ["size"] };
  const content = {
    "multipart/form-data": {
      schema: {
        type: "object",
        properties: { kinds: { type: "array", maxItems: 2, items: { enum: ["a", "b"] } }, leaf },
      },
    },
  };
  const paths = { "/teas": { post: { requestBody: { content }, responses: { 204: { description: "Kept." } } } } };
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths };
  server = await openMockServer(document, { servers: [], operations: [] });
  const body = new FormData();
  for (const [name, text] of parts) body.append(name, text);
  return (await fetch(`${server.url}/teas`, { method: "POST", body })).status;
}

describe("a multipart form", () => {
  it("has a part for each item of a list, and JSON for an object", async () => {
    expect(await statusOfParts(["kinds", "a"], ["leaf", '{"size":1}'], ["kinds", "b"])).toBe(204);
    expect(await statusOfParts(["kinds", "a"])).toBe(204);
    expect(await statusOfParts(["kinds", "a"], ["kinds", "c"])).toBe(422);
    expect(await statusOfParts(["kinds", "c"], ["kinds", "a"])).toBe(422);
    expect(await statusOfParts(["kinds", "a"], ["kinds", "a"], ["kinds", "a"])).toBe(422);
    expect(await statusOfParts(["leaf", '{"size":"big"}'])).toBe(422);
    expect(await statusOfParts(["leaf", "no JSON"])).toBe(422);
  });
});

describe("a list in a form", () => {
  it.each([
    "kinds=green",
    "kinds=green&kinds=black+%26+white&name=a",
    "sizes=1&name=b&sizes=2",
    "notes=a%2Cb",
    "name=a+b&grams=1",
  ])("may be %s", async (form) => {
    expect(await statusOf(form)).toBe(204);
  });

  it.each([
    "kinds=red",
    "kinds=green&kinds=red",
    "kinds=red&kinds=green",
    "kinds=green&kinds=green&kinds=green",
    "sizes=1&sizes=x",
    "notes=a%2Cbc",
    "grams=1&grams=2",
  ])("is not %s", async (form) => {
    expect(await statusOf(form)).toBe(422);
  });
});
