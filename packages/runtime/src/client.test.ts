import { describe, expect, it } from "vitest";
import { type Client, createClient } from "./client.js";
import { writeApiKey } from "./credentials/api-key.js";
import { AbortedError } from "./errors/aborted.js";
import { InvalidRequestError } from "./errors/invalid-request.js";
import { RedirectError } from "./errors/redirect.js";
import type { ConnectionOptions } from "./options.js";
import { createRaw, type RawClient } from "./raw.js";
import type { SecurityAlternative } from "./security.js";
import { send } from "./send.js";
import { operation, rejection } from "./testing/api.js";
import { json, serve } from "./testing/serve.js";

interface Paths {
  "/things/{id}": {
    get: {
      parameters: { path: { id: string } };
      responses: { 200: { content: { "application/json": { method: string; body: string } } } };
    };
    post: {
      parameters: { path: { id: string } };
      requestBody: { content: { "application/json": { a: number } } };
      responses: { 200: { content: { "application/json": { method: string; body: string } } } };
    };
  };
}

const security: readonly SecurityAlternative[] = [
  [{ scheme: { name: "key", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey } }],
  [{ scheme: { name: "queryKey", type: "apiKey", in: "query", parameter: "key", write: writeApiKey } }],
];

function clientOf(baseUrl: string, options: ConnectionOptions = {}): Client<"Test"> {
  return createClient({ name: "Test", server: undefined }, { baseUrl, ...options });
}

function rawOf(baseUrl: string, options?: ConnectionOptions): RawClient<Paths> {
  return createRaw<Paths>(clientOf(baseUrl, options), security);
}

function abortedIn(milliseconds: number, reason: Error): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), milliseconds);
  return controller.signal;
}

function echo() {
  return serve(({ method, body }, response) => json(response, { method, body }));
}

describe("raw", () => {
  it("is openapi-fetch's client at the same place, with headers and credentials", async () => {
    const { url, asked } = await echo();
    const raw = rawOf(`${url}/api/`, { credentials: { key: "k" }, headers: { "X-App": "a" } });
    const { data } = await raw.GET("/things/{id}", { params: { path: { id: "1" } } });
    expect(data).toEqual({ method: "GET", body: "" });
    expect(asked[0]).toMatchObject({ url: "/api/things/1", headers: { "x-key": "k", "x-app": "a" } });
    await raw.POST("/things/{id}", { params: { path: { id: "1" } }, body: { a: 1 } });
    expect(asked[1]).toMatchObject({
      method: "POST",
      body: '{"a":1}',
      headers: { "content-type": "application/json" },
    });
  });

  it("sends a key in the query, through redirects too", async () => {
    const { url, asked } = await serve((_, response, number) =>
      number === 1 ? response.writeHead(307, { location: "/moved" }).end() : json(response, { method: "", body: "" }),
    );
    const raw = rawOf(url, { credentials: { queryKey: "q" } });
    await raw.POST("/things/{id}", { params: { path: { id: "1" } }, body: { a: 1 } });
    expect(asked.map((one) => [one.url, one.body])).toEqual([
      ["/things/1?key=q", '{"a":1}'],
      ["/moved?key=q", '{"a":1}'],
    ]);
  });

  it("uses the same fetch", async () => {
    const fetch = async () => Response.json({ method: "fake", body: "" });
    const raw = rawOf("https://api.example", { fetch, credentials: { key: "k" } });
    expect((await raw.GET("/things/{id}", { params: { path: { id: "1" } } })).data?.method).toBe("fake");
  });

  it("shows credentials neither to middleware nor to a fetch that replaces the client's in one call", async () => {
    const { url, asked } = await echo();
    const raw = rawOf(url, { credentials: { key: "k" } });
    const shown: (string | null)[] = [];
    raw.use({ onRequest: ({ request }) => void shown.push(request.headers.get("x-key")) });
    const params = { path: { id: "1" } };
    await raw.GET("/things/{id}", { params });
    await raw.GET("/things/{id}", { params, fetch: (request) => fetch(request) });
    expect(shown).toEqual([null, null]);
    expect(asked.map(({ headers }) => headers["x-key"])).toEqual(["k", undefined]);
  });

  it("hands fetch what a call tells it, after what the client tells it", async () => {
    const asked: RequestInit[] = [];
    const fetch = async (_: string, init: RequestInit) => {
      asked.push(init);
      return Response.json({ method: "", body: "" });
    };
    const credentials = { key: "k" };
    const fetchOptions = { cache: "no-cache", dispatcher: "own" } as const;
    const raw = rawOf("https://api.example", { fetch, credentials, fetchOptions });
    const params = { path: { id: "1" } };
    await raw.GET("/things/{id}", { params });
    await raw.GET("/things/{id}", { params, cache: "no-store", credentials: "omit", keepalive: true });
    expect(asked[0]).toMatchObject({ cache: "no-cache", dispatcher: "own", redirect: "manual" });
    expect(asked[0]).not.toHaveProperty("mode");
    expect(asked[0]).not.toHaveProperty("credentials");
    const told = { cache: "no-store", credentials: "omit", keepalive: true, dispatcher: "own", redirect: "manual" };
    expect(asked[1]).toMatchObject(told);
  });

  it("is aborted by a signal as other calls are", async () => {
    const { url } = await serve(() => {});
    const raw = rawOf(url, { credentials: { key: "k" } });
    const params = { path: { id: "1" } };
    const reason = new Error("enough");
    for (const signal of [AbortSignal.abort(reason), abortedIn(20, reason)]) {
      const error = await rejection(raw.GET("/things/{id}", { params, signal }));
      expect(error).toBeInstanceOf(AbortedError);
      expect(error).toMatchObject({ operation: "raw", method: "GET", cause: reason });
    }
  });

  it("turns a POST that is redirected into a GET where the Fetch standard does", async () => {
    const { url, asked } = await serve((_, response, number) =>
      number === 1 ? response.writeHead(302, { location: "/moved" }).end() : json(response, { method: "", body: "" }),
    );
    await rawOf(url, { credentials: { key: "k" } }).POST("/things/{id}", {
      params: { path: { id: "1" } },
      body: { a: 1 },
    });
    expect(asked.map(({ method, body }) => [method, body])).toEqual([
      ["POST", '{"a":1}'],
      ["GET", ""],
    ]);
  });

  it("sends credentials to no other origin", async () => {
    const { url } = await echo();
    const other = await echo();
    const raw = rawOf(url, { credentials: { key: "k" } });
    const elsewhere = raw.GET("/things/{id}", { params: { path: { id: "1" } }, baseUrl: other.url });
    expect(await rejection(elsewhere)).toBeInstanceOf(InvalidRequestError);
    const moving = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    const moved = rawOf(moving.url, { credentials: { key: "k" } }).GET("/things/{id}", {
      params: { path: { id: "1" } },
    });
    expect(await rejection(moved)).toBeInstanceOf(RedirectError);
    expect(other.asked).toHaveLength(0);
  });
});

describe("a client", () => {
  it("uses the fetch that it is given, else the platform's at the time of the call", async () => {
    const called: string[] = [];
    const fake = (name: string) => async (url: string | URL | Request) => {
      called.push(`${name} ${url}`);
      return Response.json(1);
    };
    const own = clientOf("https://api.example", { fetch: fake("own") });
    const platforms = clientOf("https://api.example");
    const { fetch } = globalThis;
    globalThis.fetch = fake("platform");
    try {
      await send(own, operation(), {});
      await send(platforms, operation(), {});
    } finally {
      globalThis.fetch = fetch;
    }
    expect(called).toEqual(["own https://api.example/thing", "platform https://api.example/thing"]);
  });

  it("does not notice what is done to its options afterwards", async () => {
    const { url, asked } = await echo();
    const credentials = { key: "before" };
    const client = clientOf(url, { credentials });
    credentials.key = "after";
    await send(client, operation({ security }), {});
    expect(asked[0]?.headers["x-key"]).toBe("before");
  });

  it("serves calls of every number at once", async () => {
    const { url } = await serve((asked, response) => json(response, asked.url));
    const client = clientOf(url);
    const called = operation({ parameters: [{ name: "n", in: "query" }] });
    const results = await Promise.all(Array.from({ length: 50 }, (_, n) => send(client, called, { query: { n } })));
    expect(results.map((result) => result.data)).toEqual(Array.from({ length: 50 }, (_, n) => `/thing?n=${n}`));
  });
});
