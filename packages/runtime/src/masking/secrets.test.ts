import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { writeApiKey } from "../credentials/api-key.js";
import { writeBasic } from "../credentials/basic.js";
import { createRaw } from "../raw.js";
import type { AnyResult } from "../result.js";
import type { SecurityScheme } from "../security.js";
import { send } from "../send.js";
import { type AnyOperation, clientOf, operation } from "../testing/api.js";
import { json, serve, serveBytes, unusedUrl } from "../testing/serve.js";
import { unwrap } from "../unwrap.js";

const schemes: readonly SecurityScheme[] = [
  { name: "basic", type: "http", scheme: "basic", write: writeBasic },
  { name: "header", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey },
  { name: "query", type: "apiKey", in: "query", parameter: "key", write: writeApiKey },
  { name: "cookie", type: "apiKey", in: "cookie", parameter: "session", write: writeApiKey },
];
const credentials = {
  basic: { username: "ann", password: "canary-basic" },
  header: "canary-header",
  query: "canary-query",
  cookie: () => "canary-cookie",
};
const encoded = btoa("ann:canary-basic");

/** All ways in which a value is shown to somebody. */
function shown(value: unknown): string {
  const { message = "", stack = "" } = Object(value) as Error;
  const whole = inspect(value, { depth: Infinity, showHidden: true, getters: true });
  return [whole, JSON.stringify(value), String(value), message, stack].join("\n");
}

const secured = (more: Partial<AnyOperation> = {}) =>
  operation({ security: [schemes.map((scheme) => ({ scheme }))], ...more });

/** Calls a server, and gives everything that a person could see of the call. */
async function everything(url: string, called = secured(), options = {}, input = {}): Promise<string> {
  const lines: unknown[] = [];
  const log = (...line: unknown[]) => lines.push(line);
  const logger = { debug: log, info: log, warn: log, error: log };
  const client = clientOf(url, { credentials, logger, retry: { retries: 1, delay: 1 } });
  const [settled] = await Promise.allSettled([send(client, called, input, options)]);
  const result: unknown = settled.status === "fulfilled" ? settled.value : settled.reason;
  const unwrapped = await unwrap(settled.status === "fulfilled" ? (result as AnyResult) : Promise.reject(result)).catch(
    (error: unknown) => error,
  );
  return [client, createRaw(client), result, unwrapped, lines].map(shown).join("\n");
}

describe("a credential is shown nowhere", () => {
  it.each<[string, () => Promise<string>]>([
    ["success", async () => (await serve((_, response) => json(response, 1))).url],
    [
      "refusal that repeats it",
      async () => (await serve((asked, response) => json(response, [asked.url, asked.headers], 401))).url,
    ],
    [
      "redirect to itself",
      async () =>
        (
          await serve((asked, response, number) =>
            number > 1 ? json(response, 1) : response.writeHead(302, { location: `/x${asked.url}` }).end(),
          )
        ).url,
    ],
    [
      "redirect elsewhere",
      async () =>
        (
          await serve((asked, response) =>
            response.writeHead(302, { location: `https://canary-header.example${asked.url}` }).end(),
          )
        ).url,
    ],
    [
      "half JSON that repeats it",
      async () =>
        (
          await serve((asked, response) =>
            response
              .writeHead(200, { "content-type": "application/json" })
              .end(`[${JSON.stringify([asked.url, asked.headers])}`),
          )
        ).url,
    ],
    [
      "refusal that repeats a password by itself",
      async () =>
        (
          await serve((asked, response) =>
            json(response, atob(asked.headers.authorization?.replace("Basic ", "") ?? "").split(":"), 401),
          )
        ).url,
    ],
    ["reset", async () => (await serveBytes((socket) => socket.resetAndDestroy())).url],
    ["no HTTP, but what was asked", async () => (await serveBytes((socket, _, request) => socket.end(request))).url],
    [
      "HTTP that goes wrong",
      async () => (await serveBytes((socket, _, request) => socket.end(`HTTP/1.1 200 OK\r\n\0${request}`))).url,
    ],
    [
      "headers and a reason that repeat it",
      async () =>
        (
          await serve((asked, response) =>
            response.writeHead(404, String(asked.headers["x-key"]), { "x-said": asked.headers.cookie ?? "" }).end(),
          )
        ).url,
    ],
    [
      "a page that repeats it",
      async () =>
        (
          await serve((asked, response) =>
            response.writeHead(200, { "content-type": "text/html" }).end(asked.headers["x-key"]),
          )
        ).url,
    ],
    [
      "no JSON, but the key",
      async () =>
        (
          await serve((asked, response) =>
            response.writeHead(200, { "content-type": "application/json" }).end(asked.headers["x-key"]),
          )
        ).url,
    ],
    [
      "broken body",
      async () => (await serveBytes((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n1"))).url,
    ],
    ["nobody listens", unusedUrl],
  ])("after: %s", async (_, start) => {
    const all = await everything(await start());
    expect(all).toContain("getThing");
    expect(all).not.toContain("canary");
    expect(all).not.toContain(encoded);
  });

  it("when the call is given up", async () => {
    const { url } = await serveBytes(() => {});
    for (const options of [{ timeout: 20 }, { totalTimeout: 20 }, { signal: AbortSignal.timeout(20) }]) {
      expect(await everything(url, secured(), options)).not.toContain("canary");
    }
  });

  it("when the request is refused before it is sent", async () => {
    const parameters = [{ name: "id", in: "path" }] as const;
    const all = await everything(
      "https://api.example",
      secured({ path: "/{id}", parameters }),
      {},
      { path: { id: ".." } },
    );
    expect(all).toContain("InvalidRequestError");
    expect(all).not.toContain("canary");
  });
});
