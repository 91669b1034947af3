import type { JsonObject } from "@facsimile/document";
import { afterEach, expect, it, vi } from "vitest";
import { type MockServer, openMockServer } from "../server/mock-server.js";

let server: MockServer | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await server?.close();
});

it("prints nothing where no value can be made for an answer", async () => {
  // No engine of JavaScript knows that group.
  const leaf: JsonObject = { type: "string", pattern: "(?x)^oolong$" };
  const schema: JsonObject = { type: "array", allOf: [{ items: leaf }, { type: "object" }] };
  const responses: JsonObject = { 200: { description: "Leaves.", content: { "application/json": { schema } } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Tea", version: "1" },
    paths: { "/leaves": { get: { responses } } },
  };
  const warn = vi.spyOn(console, "warn");
  server = await openMockServer(document, { servers: [], operations: [] });
  await (await fetch(`${server.url}/leaves`)).text();
  expect(warn.mock.calls).toEqual([]);
});
