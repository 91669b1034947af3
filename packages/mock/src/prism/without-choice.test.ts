import type { JsonObject } from "@facsimile/document";
import { afterEach, expect, it } from "vitest";
import { type MockServer, openMockServer } from "../server/mock-server.js";

let server: MockServer | undefined;
afterEach(() => server?.close());

/** The status of a request with that text for a parameter. */
async function statusOf(schema: JsonObject, text: string): Promise<number> {
  const parameters = [{ name: "id", in: "path", required: true, schema }];
  const paths = { "/teas/{id}": { get: { parameters, responses: { 204: { description: "A tea." } } } } };
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths };
  server = await openMockServer(document, { servers: [], operations: [] });
  return (await fetch(`${server.url}/teas/${text}`)).status;
}

const numberOrName: JsonObject = { oneOf: [{ type: "integer" }, { type: "string", maxLength: 3 }] };

it.each([
  [numberOrName, "12", 204],
  [numberOrName, "12345", 204],
  [numberOrName, "abc", 204],
  [numberOrName, "abcd", 422],
  [{ oneOf: [{ type: "integer" }, { type: "number", minimum: 5 }] }, "7", 422],
  [{ oneOf: [{ type: "integer" }, { type: "number", minimum: 5 }] }, "3", 204],
])("a parameter of %j may be %s, or not: %i", async (schema, text, status) => {
  expect(await statusOf(schema, text)).toBe(status);
});
