import { request as httpRequest } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { Exchange } from "../wire/exchange.js";
import { type MockServer, type MockServerOptions, openMockServer } from "./mock-server.js";

const headers = {
  "X-Total": { schema: { type: "integer" }, example: 3 },
  "Access-Control-Allow-Origin": { schema: { type: "string" }, example: "https://tea.example" },
};
const document = {
  openapi: "3.1.0",
  info: { title: "Tea", version: "1" },
  paths: { "/tea": { get: { responses: { 200: { description: "It.", headers } } } } },
};

const open: MockServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function start(options: MockServerOptions = {}): Promise<{ url: string; exchanges: Exchange[] }> {
  const exchanges: Exchange[] = [];
  const onExchange = (exchange: Exchange): void => void exchanges.push(exchange);
  const server = await openMockServer(document, { servers: [], operations: [] }, { ...options, onExchange });
  open.push(server);
  return { url: server.url, exchanges };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
}

/** Asks as a page in a browser does, which `fetch` of Node does not. */
function ask(url: string, sent: Record<string, string>, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${url}/tea`, { method, headers: sent }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers }));
    });
    asked.on("error", reject).end();
  });
}

describe("a page of another origin", () => {
  const preflight = { "Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "authorization" };

  it.each([["http://localhost:5173"], ["https://app.localhost"], ["http://[::1]:80"], ["http://127.0.0.1:3000"]])(
    "may read the answers where it is of this machine: %s",
    async (origin) => {
      const { url } = await start();
      expect(await ask(url, { ...preflight, Origin: origin }, "OPTIONS")).toMatchObject({
        status: 204,
        headers: {
          "access-control-allow-origin": origin,
          "access-control-allow-methods": "PATCH",
          "access-control-allow-headers": "authorization",
          "access-control-allow-credentials": "true",
        },
      });
      expect(await ask(url, { Origin: origin })).toMatchObject({
        status: 200,
        headers: {
          "access-control-allow-origin": origin,
          "access-control-expose-headers": expect.stringContaining("x-total"),
          vary: "Origin",
        },
      });
    },
  );

  it.each([["https://evil.example"], ["http://localhost.evil.example"], ["null"]])(
    "may not where it is of another: %s",
    async (origin) => {
      const { url, exchanges } = await start();
      expect(await ask(url, { ...preflight, Origin: origin }, "OPTIONS")).toMatchObject({ status: 403 });
      expect(exchanges[0]?.fault).toContain("--cors");
      expect((await ask(url, { Origin: origin })).headers).not.toHaveProperty("access-control-allow-credentials");
    },
  );

  it("may where it is allowed, and all may where that is said", async () => {
    const listed = await start({ cors: ["https://app.test"] });
    expect((await ask(listed.url, { Origin: "https://app.test" })).headers).toMatchObject({
      "access-control-allow-origin": "https://app.test",
    });
    const all = await start({ cors: "*" });
    const { headers: answered } = await ask(all.url, { Origin: "https://evil.example" });
    expect(answered["access-control-allow-origin"]).toBe("*");
    expect(answered).not.toHaveProperty("access-control-allow-credentials");
  });

  it("is left to the document where nothing is to be said", async () => {
    const { url } = await start({ cors: "off" });
    expect(await ask(url, { ...preflight, Origin: "http://localhost" }, "OPTIONS")).toMatchObject({ status: 405 });
    expect((await ask(url, { Origin: "http://localhost" })).headers).toMatchObject({
      "access-control-allow-origin": "https://tea.example",
    });
  });
});

describe("the header Host", () => {
  it.each([["localhost:1"], ["api.localhost"], ["[::1]:80"], ["127.0.0.1"], ["API.test:4010"]])(
    "may name this machine, and what is allowed: %s",
    async (host) => {
      const { url } = await start({ allowHosts: ["api.test"] });
      expect((await ask(url, { Host: host })).status).toBe(200);
    },
  );

  it.each([["evil.example"], ["127.0.0.1.evil.example"], ["localhost.evil.example:80"], ["test"]])(
    "may not name another: %s",
    async (host) => {
      const { url, exchanges } = await start({ allowHosts: ["api.test"] });
      expect((await ask(url, { Host: host })).status).toBe(421);
      expect(exchanges[0]?.fault).toContain("--allow-host");
    },
  );
});
