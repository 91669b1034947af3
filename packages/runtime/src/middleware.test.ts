import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { writeApiKey } from "./credentials/api-key.js";
import type { Middleware } from "./middleware.js";
import { send } from "./send.js";
import { call, clientOf, operation, rejection } from "./testing/api.js";
import { json, serve, serveBytes } from "./testing/serve.js";

const key = { name: "key", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey } as const;
const queryKey = { name: "queryKey", type: "apiKey", in: "query", parameter: "key", write: writeApiKey } as const;
const credentials = { key: "canary-key", queryKey: "canary-query" };

describe("middleware", () => {
  it("sees each attempt with the operation's description, the request without credentials, and the answer", async () => {
    const { url } = await serve((_, response, number) => json(response, number, number === 1 ? 503 : 200));
    const seen: unknown[] = [];
    const watch: Middleware = {
      onRequest: ({ operation, request, attempt }) => {
        seen.push([attempt, operation.path, request.method, request.url, request.headers.get("accept")]);
        expect(inspect(request, { depth: Infinity, showHidden: true })).not.toContain("canary");
      },
      onResponse: async ({ attempt, response }) => {
        seen.push([attempt, response.status, await response.clone().text()]);
      },
    };
    const security = [[{ scheme: key }, { scheme: queryKey }]];
    await call(url, { security }, {}, { credentials, middleware: [watch], retry: { delay: 1 } });
    expect(seen).toEqual([
      [1, "/thing", "GET", `${url}/thing`, "application/json"],
      [1, 503, "1"],
      [2, "/thing", "GET", `${url}/thing`, "application/json"],
      [2, 200, "2"],
    ]);
  });

  it("may change headers, but not the credentials", async () => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    const change: Middleware = {
      onRequest({ request }) {
        request.headers.set("X-Trace", "t-1");
        request.headers.set("X-Key", "other");
      },
    };
    await call(url, { security: [[{ scheme: key }]] }, {}, { credentials, middleware: [change] });
    expect(asked[0]?.headers).toMatchObject({ "x-trace": "t-1", "x-key": "canary-key" });
  });

  it("may answer in place of the server, and change an answer", async () => {
    const { url, asked } = await serve((_, response) => json(response, "server"));
    const cached: Middleware = { onRequest: () => Response.json("cache") };
    const changed: Middleware = { onResponse: () => Response.json("changed") };
    expect(await call(url, {}, {}, { middleware: [cached] })).toMatchObject({
      data: "cache",
      response: { url: `${url}/thing` },
    });
    expect(asked).toHaveLength(0);
    expect(await call(url, {}, {}, { middleware: [changed] })).toMatchObject({ data: "changed" });
  });

  it("may answer for an error, or replace it", async () => {
    const { url } = await serveBytes((socket) => socket.destroy());
    const answers: Middleware = { onError: () => Response.json("offline") };
    expect(await call(url, {}, {}, { middleware: [answers] })).toMatchObject({ data: "offline" });
    const replaced = new Error("replaced");
    const seen: unknown[] = [];
    const replaces: Middleware = {
      onError: ({ error }) => {
        seen.push((error as Error).name);
        return replaced;
      },
    };
    expect(await rejection(call(url, {}, {}, { middleware: [replaces], retry: 2 }))).toBe(replaced);
    expect(seen).toEqual(["ConnectionError"]);
  });

  it("of the client is outside of the call's", async () => {
    const { url } = await serve((_, response) => json(response, 1));
    const seen: string[] = [];
    const note = (name: string): Middleware => ({
      onRequest: () => void seen.push(`${name} request`),
      onResponse: () => void seen.push(`${name} response`),
    });
    await send(clientOf(url, { middleware: [note("client")] }), operation(), {}, { middleware: [note("call")] });
    expect(seen).toEqual(["client request", "call request", "call response", "client response"]);
  });

  it("keeps its `this`", async () => {
    const { url } = await serve((_, response) => json(response, 1));
    class Counter implements Middleware {
      #count = 0;
      onRequest() {
        this.#count++;
      }
      get count() {
        return this.#count;
      }
    }
    const counter = new Counter();
    await call(url, {}, {}, { middleware: [counter] });
    expect(counter.count).toBe(1);
  });

  it("that throws ends the call with what it threw", async () => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    const error = new Error("not today");
    const throws: Middleware = {
      onRequest: () => {
        throw error;
      },
    };
    expect(await rejection(call(url, {}, {}, { middleware: [throws], retry: 2 }))).toBe(error);
    expect(asked).toHaveLength(0);
  });
});

describe("logger", () => {
  it("is told of requests, answers, repetitions and failures, with times and without credentials", async () => {
    const { url } = await serveBytes((socket, number) => {
      if (number === 1) socket.end("HTTP/1.1 503 No\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
      else socket.destroy();
    });
    const lines: unknown[] = [];
    const log = (level: string) => (message: string, details: object) => lines.push([level, message, details]);
    const logger = { debug: log("debug"), info: log("info"), warn: log("warn"), error: log("error") };
    const security = [[{ scheme: key }, { scheme: queryKey }]];
    const parameters = [
      { name: "token", in: "query" },
      { name: "q", in: "query" },
    ] as const;
    const query = { token: "canary-token", q: "a" };
    await rejection(
      call(url, { security, parameters }, { query }, { credentials, logger, retry: { retries: 1, delay: 1 } }),
    );
    const line = { operation: "getThing", method: "GET", url: `${url}/thing?token=***&q=a` };
    const milliseconds = expect.any(Number);
    const problem = { kind: "status", stated: ["200"], received: "503" };
    expect(lines).toEqual([
      ["debug", "getThing is sent", { ...line, attempt: 1, milliseconds }],
      ["info", "getThing was answered with 503", { ...line, attempt: 1, status: 503, problem, milliseconds }],
      ["warn", "getThing is repeated", { ...line, attempt: 1, wait: expect.any(Number), milliseconds }],
      ["debug", "getThing is sent", { ...line, attempt: 2, milliseconds }],
      [
        "error",
        expect.stringMatching(/^ConnectionError: getThing got no answer/),
        { ...line, attempt: 2, milliseconds },
      ],
    ]);
    expect(JSON.stringify(lines)).not.toContain("canary");
  });
});
