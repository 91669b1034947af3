import type { JsonObject } from "@facsimile/document";
import { afterEach, describe, expect, it } from "vitest";
import type { Exchange } from "../wire/exchange.js";
import { type MockServer, type MockServerOptions, openMockServer } from "./mock-server.js";

const open: MockServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** The URL of a server with one path, `/tea`, whose operations have an answer. */
async function start(
  status: string,
  headers: Record<string, string>,
  options: MockServerOptions = {},
): Promise<string> {
  const stated = Object.entries(headers).map(([name, example]) => [name, { schema: { type: "string" }, example }]);
  const content = { "application/json": { example: { tea: "green" } } };
  const operation = { responses: { [status]: { description: "", headers: Object.fromEntries(stated), content } } };
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths: { "/tea": both(operation) } };
  const server = await openMockServer(document, { servers: [], operations: [] }, options);
  open.push(server);
  return `${server.url}/tea`;
}

const both = (operation: JsonObject): JsonObject => ({ get: operation, head: operation });

async function ask(url: string, method = "GET"): Promise<Response> {
  return fetch(url, { method, signal: AbortSignal.timeout(5000) });
}

describe("what the document says of how an answer travels is the server's to say", () => {
  it.each([
    [{ "Content-Length": "3" }],
    [{ "Content-Length": "3000" }],
    [{ "content-length": "15", "Transfer-Encoding": "chunked" }],
    [{ "Transfer-Encoding": "gzip" }],
    [{ "Content-Encoding": "gzip" }],
    [{ Connection: "upgrade", Upgrade: "h2c" }],
  ])("%s", async (headers: Record<string, string>) => {
    const answer = await ask(await start("200", headers));
    expect(await answer.text()).toBe('{"tea":"green"}');
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.get("upgrade")).toBeNull();
    if (Object.keys(headers).some((name) => /length/i.test(name)))
      expect(answer.headers.get("content-length")).toBe("15");
  });

  it("but for the length that a body would have where none is sent", async () => {
    const answer = await ask(await start("200", { "Content-Length": "3000" }), "HEAD");
    expect([answer.status, answer.headers.get("content-length")]).toEqual([200, "3000"]);
  });
});

it("an answer without content has no length", async () => {
  const answer = await ask(await start("204", { "Content-Length": "3" }));
  expect([answer.status, answer.headers.get("content-length")]).toEqual([204, null]);
});

it("an answer of 205 has no content, and is over at once", async () => {
  const exchanges: Exchange[] = [];
  const url = await start("205", { "Content-Length": "3" }, { onExchange: (exchange) => exchanges.push(exchange) });
  const answer = await ask(url);
  expect([answer.status, await answer.text(), answer.headers.get("content-length")]).toEqual([205, "", "0"]);
  expect(exchanges[0]?.answer.body.length).toBe(0);
});

it("an answer has one media type, whatever the document says of the header", async () => {
  const answer = await ask(await start("200", { "Content-Type": "text/plain" }));
  expect(answer.headers.get("content-type")).toBe("application/json");
});

it.each([["101"], ["1000"]])("a status that no answer can have is told: %s", async (status) => {
  const exchanges: Exchange[] = [];
  const answer = await ask(await start(status, {}, { onExchange: (exchange) => exchanges.push(exchange) }));
  expect(answer.status).toBe(500);
  expect(exchanges[0]?.fault).toContain(`the status ${status}`);
});

it("a client hears what went wrong where the exchange could not be told", async () => {
  const onExchange = (): void => {
    throw new Error("the log is full");
  };
  const answer = await ask(await start("200", {}, { onExchange }));
  expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining("the log is full")]);
});
