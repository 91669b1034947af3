import type { JsonObject } from "@facsimile/document";
import { afterEach, expect, it } from "vitest";
import { type MockServer, openMockServer } from "../server/mock-server.js";

let server: MockServer | undefined;
afterEach(() => server?.close());

const reading = (name: string, schema: JsonObject): JsonObject => ({
  get: {
    parameters: [{ name, in: "path", required: true, schema }],
    responses: { 200: { description: "A tea.", content: { "application/json": { example: `by ${name}` } } } },
  },
});

it("tells operations apart by their path parameters where their paths are the same but for names", async () => {
  const paths = {
    "/teas/{label}": reading("label", { type: "string", maxLength: 40, description: "Any text." }),
    "/teas/{id}": reading("id", { type: "string", format: "uuid" }),
    "/teas/{number}": reading("number", { type: "integer", minimum: 1 }),
    "/teas/{name}": reading("name", { type: "string", pattern: "^[a-z]+$" }),
  };
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths };
  server = await openMockServer(document, { servers: [], operations: [] });
  const get = async (text: string): Promise<unknown> => {
    const answer = await fetch(`${server?.url}/teas/${text}`);
    return answer.ok ? answer.json() : answer.status;
  };
  expect(await get("6f3f2c1e-8d2b-4c53-9a55-0d9a6f3f2c1e")).toBe("by id");
  expect(await get("12")).toBe("by number");
  expect(await get("oolong")).toBe("by name");
  expect(await get("OOLONG")).toBe("by label");
  expect(await get("O".repeat(41))).toBe(422);
});
