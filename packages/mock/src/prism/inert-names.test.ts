import { buildModel, type JsonObject } from "@facsimile/document";
import { afterEach, expect, it } from "vitest";
import { asDocument } from "../server/as-document.js";
import { type MockServer, openMockServer } from "../server/mock-server.js";
import type { Exchange } from "../wire/exchange.js";

let server: MockServer | undefined;
afterEach(() => server?.close());

/** `/teas/{name}/leaves` and what was seen of its requests. */
async function serve(name: string, style?: JsonObject): Promise<Exchange[]> {
  const tea: JsonObject = {
    parameters: [{ name, in: "path", required: true, schema: { type: "integer" }, ...style }],
    responses: { 200: { description: "A tea.", content: { "application/json": { example: "a tea" } } } },
  };
  const paths = { [`/teas/{${name}}/leaves`]: { get: tea } };
  const { api } = buildModel(asDocument({ openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths }));
  if (api === undefined) throw new Error("no API");
  const exchanges: Exchange[] = [];
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths };
  server = await openMockServer(document, api, { onExchange: (exchange) => exchanges.push(exchange) });
  return exchanges;
}

it.each([
  ["a dot", "tea.id"],
  ["a sign of regular expressions", "id:\\d+"],
  ["a sign of URI templates", "+id"],
  ["a star", "id*"],
  ["a comma", "id,name"],
  ["brackets", "tea[id]"],
  ["letters of another script", "чай"],
])("finds and holds a path parameter whose name has %s, and tells of it by that name", async (_what, name) => {
  const exchanges = await serve(name);
  const right = await fetch(`${server?.url}/teas/5/leaves`);
  expect([right.status, await right.json()]).toEqual([200, "a tea"]);
  const wrong = await fetch(`${server?.url}/teas/five/leaves`);
  expect(wrong.status).toBe(422);
  const message = `Request path parameter ${name} must be integer`;
  expect(await wrong.json()).toMatchObject({ validation: [{ location: ["path", name], message }] });
  const operation = { method: "get", path: `/teas/{${name}}/leaves` };
  expect(exchanges.map((exchange) => exchange.operation)).toEqual([operation, operation]);
});

it.each([
  ["capitals", "teaId"],
  ["a dot", "tea.id"],
  ["letters of another script", "чай"],
])("reads a value that stands behind its name where the name has %s", async (_what, name) => {
  await serve(name, { style: "matrix", schema: { type: "array", items: { type: "integer" } } });
  const statusOf = async (value: string): Promise<number> => {
    return (await fetch(`${server?.url}/teas/;${encodeURIComponent(name)}=${value}/leaves`)).status;
  };
  expect(await Promise.all(["5", "5,6", "five"].map(statusOf))).toEqual([200, 200, 422]);
  await server?.close();
  await serve(name, { style: "matrix", explode: true, schema: { type: "array", items: { type: "integer" } } });
  const next = `;${encodeURIComponent(name)}=`;
  expect(await Promise.all([`5${next}6`, `5${next}six`].map(statusOf))).toEqual([200, 422]);
});
