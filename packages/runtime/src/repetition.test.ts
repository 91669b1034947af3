import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { repeatLost } from "./repeat-lost.js";
import { send } from "./send.js";
import { call, clientOf, operation, rejection } from "./testing/api.js";
import { json, serve, serveBytes, unusedUrl } from "./testing/serve.js";

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const soon = { delay: 1 };
const post = { method: "POST", body: { content: { "application/json": {}, "application/octet-stream": {} } } } as const;

/** A server that fails with these statuses, one after the other, and then answers. */
function failing(...statuses: number[]) {
  return serve((_, response, number) => json(response, number, statuses[number - 1] ?? 200));
}

/** Answers at once with a status and headers, and notes by the fake clock when it was asked. */
function answering(statuses: readonly number[], headers: Record<string, string> = {}) {
  const times: number[] = [];
  const fetch = async () => {
    times.push(Date.now());
    const status = statuses[times.length - 1] ?? 200;
    return new Response("1", { status, headers: { "content-type": "application/json", ...headers } });
  };
  return { times, fetch };
}

describe("a call", () => {
  it("is repeated twice, and then its result comes back", async () => {
    const { url, asked } = await failing(503, 503, 503, 503);
    expect(await call(url, {}, {}, { retry: soon })).toMatchObject({ statusCode: 503 });
    expect(asked).toHaveLength(3);
  });

  it("is repeated after statuses that pass, and after no others", async () => {
    for (const status of [408, 429, 500, 502, 503, 504]) {
      expect(await call((await failing(status)).url, {}, {}, { retry: soon })).toMatchObject({ ok: true });
    }
    for (const status of [400, 401, 409, 425, 501, 505]) {
      expect(await call((await failing(status)).url, {}, {}, { retry: soon })).toMatchObject({ statusCode: status });
    }
  });

  it("is repeated until it succeeds", async () => {
    const { url, asked } = await failing(500, 502);
    expect(await call(url, {}, {}, { retry: soon })).toMatchObject({ ok: true, data: 3 });
    expect(asked).toHaveLength(3);
  });

  it.each([false, 0] as const)("is not repeated with retry: %s", async (retry) => {
    const { url, asked } = await failing(503);
    await call(url, {}, {}, { retry });
    expect(asked).toHaveLength(1);
  });

  it("follows what it is told before what the client is told", async () => {
    const { url, asked } = await failing(503, 503);
    await send(clientOf(url, { retry: false }), operation(), {}, { retry: { ...soon, retries: 1 } });
    expect(asked).toHaveLength(2);
  });

  it("that is not idempotent is repeated after 429, and not after 503 or a broken connection", async () => {
    const busy = await failing(429);
    expect(await call(busy.url, post, { body: 1 }, { retry: soon })).toMatchObject({ ok: true });
    expect(busy.asked.map(({ body }) => body)).toEqual(["1", "1"]);
    const down = await failing(503);
    expect(await call(down.url, post, { body: 1 }, { retry: soon })).toMatchObject({ statusCode: 503 });
    let connections = 0;
    const broken = await serveBytes((socket) => {
      connections++;
      socket.destroy();
    });
    expect(await rejection(call(broken.url, post, { body: 1 }, { retry: soon }))).toMatchObject({
      name: "ConnectionError",
    });
    expect(connections).toBe(1);
  });

  it("is repeated where the document or a key says that it may be, with the same key", async () => {
    const stated = await failing(503);
    expect(await call(stated.url, { ...post, repeat: repeatLost }, { body: 1 }, { retry: soon })).toMatchObject({
      ok: true,
    });
    const keyed = await failing(503, 503);
    await call(keyed.url, post, { body: 1 }, { retry: soon, idempotencyKey: "k" });
    expect(keyed.asked.map(({ headers }) => headers["idempotency-key"])).toEqual(["k", "k", "k"]);
  });

  it("whose connection is refused was never sent, and is repeated whatever it is", async () => {
    let attempts = 0;
    const logger = { debug: () => attempts++ };
    const error = await rejection(call(await unusedUrl(), post, { body: 1 }, { retry: soon, logger }));
    expect(error).toMatchObject({ name: "ConnectionError", message: expect.stringContaining("ECONNREFUSED") });
    expect(attempts).toBe(3);
  });

  it("is repeated after a reset, and after a connection that is lost within the body", async () => {
    const head = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ";
    const { url } = await serveBytes((socket, number) => {
      if (number === 1) socket.resetAndDestroy();
      else if (number === 2) socket.end(`${head}9\r\n\r\n[1`);
      else socket.end(`${head}3\r\n\r\n[1]`);
    });
    expect(await call(url, {}, {}, { retry: soon })).toMatchObject({ data: [1] });
  });

  it("that was answered with 2xx is not repeated, whatever the answer is", async () => {
    const half = gzipSync(JSON.stringify("x".repeat(2_000))).subarray(0, 20);
    const answers: readonly (readonly [number, Record<string, string>, (string | Buffer)?])[] = [
      [200, {}],
      [202, {}],
      [200, { "content-type": "text/html" }, "<p>"],
      [200, { "content-type": "application/json" }, "[1"],
      [200, { "content-type": "application/json", "content-encoding": "gzip" }, half],
      [200, { "content-type": "application/json", "content-encoding": "gzip" }, "no gzip"],
      [200, { "content-type": "application/json", "content-encoding": "br" }, "no brotli"],
    ];
    for (const [status, headers, body] of answers) {
      for (const strict of [false, true]) {
        const { url, asked } = await serve((_, response) => response.writeHead(status, headers).end(body));
        await Promise.allSettled([call(url, { method: "DELETE" }, {}, { retry: soon, strict })]);
        expect(asked).toHaveLength(1);
      }
    }
  });

  it("is not repeated when its answer is too large, or was redirected elsewhere", async () => {
    const large = await serve((_, response) => json(response, "x".repeat(100)));
    await rejection(call(large.url, {}, {}, { retry: soon, maxResponseSize: 10 }));
    const moved = await serve((_, response) =>
      response.writeHead(302, { location: "https://elsewhere.example" }).end(),
    );
    await rejection(call(moved.url, {}, {}, { retry: soon }));
    expect([large.asked.length, moved.asked.length]).toEqual([1, 1]);
  });

  it("never sends a stream twice", async () => {
    const { url, asked } = await failing(429);
    const body = new Blob(["bytes"]).stream();
    expect(await call(url, post, { body, contentType: "application/octet-stream" }, { retry: soon })).toMatchObject({
      statusCode: 429,
    });
    expect(asked).toHaveLength(1);
  });
});

describe("the time between attempts", () => {
  it("is random below half a second and then one", async () => {
    vi.useFakeTimers({ now: 0 });
    vi.spyOn(Math, "random").mockReturnValueOnce(0.5).mockReturnValueOnce(1);
    const { times, fetch } = answering([503, 503, 503]);
    const called = call("https://api.example", {}, {}, { fetch, retry: 2 });
    await vi.runAllTimersAsync();
    await called;
    expect(times).toEqual([0, 250, 1_250]);
  });

  it("is what the server asks for, to the millisecond", async () => {
    vi.useFakeTimers({ now: 0 });
    const { times, fetch } = answering([429, 429], { "retry-after": "1.5" });
    const called = call("https://api.example", {}, {}, { fetch, retry: 2 });
    await vi.advanceTimersByTimeAsync(1_499);
    expect(times).toEqual([0]);
    await vi.runAllTimersAsync();
    expect(await called).toMatchObject({ ok: true });
    expect(times).toEqual([0, 1_500, 3_000]);
  });

  it("is not waited for when it is more than a minute, or more than is left", async () => {
    const { times, fetch } = answering([429, 200], { "retry-after": "61" });
    expect(await call("https://api.example", {}, {}, { fetch, retry: 2 })).toMatchObject({ statusCode: 429 });
    const short = answering([429, 200], { "retry-after": "5" });
    expect(
      await call("https://api.example", {}, {}, { fetch: short.fetch, retry: 2, totalTimeout: 4_000 }),
    ).toMatchObject({ statusCode: 429 });
    expect([times.length, short.times.length]).toEqual([1, 1]);
  });

  it("leaves no timer of its own behind", async () => {
    vi.useFakeTimers({ now: 0 });
    const { fetch } = answering([503, 503]);
    const called = call("https://api.example", {}, {}, { fetch, retry: 2 });
    await vi.runAllTimersAsync();
    await called;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("the budget of a client", () => {
  it("stops a storm in an outage: 1,000 calls send 1,100 requests and not 3,000", async () => {
    const { times, fetch } = answering(Array.from({ length: 3_000 }, () => 503));
    const client = clientOf("https://api.example", { fetch, retry: { delay: 0 } });
    for (let i = 0; i < 1_000; i++) await send(client, operation(), {});
    expect(times).toHaveLength(1_100);
  });

  it("saves nothing up while all goes well", async () => {
    const { times, fetch } = answering([...Array(1_000).fill(200), ...Array(1_000).fill(503)]);
    const client = clientOf("https://api.example", { fetch, retry: { delay: 0 } });
    for (let i = 0; i < 1_200; i++) await send(client, operation(), {});
    expect(times).toHaveLength(1_300);
  });

  it("is filled again by successes, five for a repetition", async () => {
    const statuses = [...Array.from({ length: 300 }, () => 503), ...Array.from({ length: 10 }, () => 200)];
    const { times, fetch } = answering([...statuses, ...Array.from({ length: 9 }, () => 503)]);
    const client = clientOf("https://api.example", { fetch, retry: { delay: 0 } });
    while (times.length < 310) await send(client, operation(), {});
    const before = times.length;
    for (let i = 0; i < 3; i++) await send(client, operation(), {});
    expect(times.length - before).toBe(3 + 2);
  });
});
