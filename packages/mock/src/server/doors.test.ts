import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
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

  it.each([["https://evil.example"], ["http://localhost.evil.example"], ["capacitor://localhost"], ["null"]])(
    "may not where it is of another: %s",
    async (origin) => {
      const { url, exchanges } = await start();
      expect(await ask(url, { ...preflight, Origin: origin }, "OPTIONS")).toMatchObject({ status: 403 });
      expect(exchanges[0]?.fault).toContain("--cors");
      const { headers: answered } = await ask(url, { Origin: origin });
      expect(Object.keys(answered).filter((name) => name.startsWith("access-control-"))).toEqual([]);
    },
  );

  it("is told apart by caches, whoever asked first", async () => {
    const { url } = await start();
    for (const sent of [{}, { Origin: "https://evil.example" }, { Origin: "http://localhost" }] as const)
      expect((await ask(url, sent)).headers.vary).toBe("Origin");
    expect((await ask((await start({ cors: "*" })).url, {})).headers).not.toHaveProperty("vary");
  });

  it("hears that it may ask a server of this machine, where it asks for that and may", async () => {
    const { url } = await start({ cors: ["https://app.test"] });
    const asks = { ...preflight, "Access-Control-Request-Private-Network": "true" };
    const name = "access-control-allow-private-network";
    expect((await ask(url, { ...asks, Origin: "https://app.test" }, "OPTIONS")).headers[name]).toBe("true");
    expect((await ask(url, { ...preflight, Origin: "https://app.test" }, "OPTIONS")).headers).not.toHaveProperty(name);
    expect((await ask(url, { ...asks, Origin: "https://evil.example" }, "OPTIONS")).headers).not.toHaveProperty(name);
  });

  it("may where it is allowed, and all may where that is said", async () => {
    const origins = ["https://app.test", "capacitor://localhost", "null"];
    const listed = await start({ cors: origins });
    for (const origin of origins)
      expect((await ask(listed.url, { Origin: origin })).headers).toMatchObject({
        "access-control-allow-origin": origin,
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
      const { url } = await start({ allowHosts: ["Api.test"] });
      expect((await ask(url, { Host: host })).status).toBe(200);
    },
  );

  it.each([["evil.example"], ["127.0.0.1.evil.example"], ["localhost.evil.example:80"], ["test"], ["localhost:99999"]])(
    "may not name another: %s",
    async (host) => {
      const { url, exchanges } = await start({ allowHosts: ["api.test"] });
      expect((await ask(url, { Host: host })).status).toBe(421);
      expect(exchanges[0]?.fault).toContain("--allow-host");
    },
  );
});

it("a client of HTTP/1.0 need not name a host", async () => {
  const { url } = await start();
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write("GET /tea HTTP/1.0\r\n\r\n");
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
});

it.each([
  [{ cors: ["https://app.test/"] }, '"https://app.test/"'],
  [{ cors: ["app.test"] }, '"app.test"'],
  [{ allowHosts: ["api.test:80"] }, '"api.test:80"'],
  [{ allowHosts: ["http://api.test"] }, '"http://api.test"'],
])("what nobody would ever send is refused at the start: %s", async (options, named) => {
  await expect(start(options)).rejects.toThrow(named);
});
