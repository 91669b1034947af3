import type { JsonObject } from "@facsimile/document";
import { afterEach, expect, it } from "vitest";
import { type MockServer, openMockServer } from "../server/mock-server.js";
import type { Violation } from "../wire/exchange.js";

let server: MockServer | undefined;
afterEach(() => server?.close());

const tea = (property: string): JsonObject => ({ type: "object", required: [property] });

it("holds each body against the schema of its own media type, where others end alike", async () => {
  const content = {
    "application/json": { schema: tea("name"), example: { name: "oolong" } },
    "application/vnd.tea+json": { schema: tea("grams"), example: { grams: 1 } },
  };
  const operation = { requestBody: { content }, responses: { 200: { description: "The tea.", content } } };
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths: { "/tea": { put: operation } } };
  const seen: Violation[] = [];
  const onExchange = ({ violations }: { violations: readonly Violation[] }): void => void seen.push(...violations);
  server = await openMockServer(document, { servers: [], operations: [] }, { onExchange });
  const put = async (type: string, body: JsonObject): Promise<number> => {
    const headers = { "Content-Type": type, Accept: type };
    return (await fetch(`${server?.url}/tea`, { method: "PUT", headers, body: JSON.stringify(body) })).status;
  };
  expect(await put("application/json", { name: "oolong" })).toBe(200);
  expect(await put("application/vnd.tea+json", { grams: 1 })).toBe(200);
  expect(seen).toEqual([]);
  expect(await put("application/vnd.tea+json", { name: "oolong" })).toBe(422);
});
