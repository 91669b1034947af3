import { getEventListeners } from "node:events";
import { afterEach, describe, expect, it, vi } from "vitest";
import { writeToken } from "./credentials/token.js";
import { AbortedError } from "./errors/aborted.js";
import { TimeoutError } from "./errors/timeout.js";
import { send } from "./send.js";
import { call, clientOf, operation, rejection } from "./testing/api.js";
import { json, serve, serveBytes } from "./testing/serve.js";

const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n[1";

const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;

afterEach(() => {
  vi.useRealTimers();
});

describe("timeout", () => {
  it("ends an attempt that gets no answer", async () => {
    const { url } = await serveBytes(() => {});
    const error = await rejection(call(url, {}, {}, { timeout: 50 }));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({
      message: "getThing took longer than timeout, 50 ms",
      operation: "getThing",
      url: `${url}/thing`,
    });
  });

  it("ends an attempt whose body does not end", async () => {
    const { url } = await serveBytes((socket) => socket.write(head));
    expect(await rejection(call(url, {}, {}, { timeout: 100 }))).toBeInstanceOf(TimeoutError);
  });

  it("holds for a fetch and for credentials that know no signal", async () => {
    const never = () => new Promise<never>(() => {});
    expect(await rejection(call("https://api.example", {}, {}, { timeout: 20, fetch: never }))).toBeInstanceOf(
      TimeoutError,
    );
    const security = [[{ scheme: { name: "key", type: "oauth2", write: writeToken } }]] as const;
    const waiting = call("https://api.example", { security }, {}, { timeout: 20, credentials: { key: never } });
    expect(await rejection(waiting)).toBeInstanceOf(TimeoutError);
  });

  it("is one minute where nothing else is said", async () => {
    vi.useFakeTimers();
    const fetch = () => new Promise<never>(() => {});
    const ended = vi.fn();
    const error = rejection(call("https://api.example", {}, {}, { fetch, retry: false })).finally(ended);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect((await error).message).toBe("getThing took longer than timeout, 60000 ms");
  });

  it("begins anew with each attempt, and totalTimeout does not", async () => {
    const { url } = await serve(() => {});
    let attempts = 0;
    const logger = { debug: () => attempts++ };
    const limits = { logger, retry: { retries: 2, delay: 0 } };
    expect((await rejection(call(url, {}, {}, { ...limits, timeout: 30 }))).message).toContain("timeout, 30 ms");
    expect(attempts).toBe(3);
    const error = await rejection(
      call(url, {}, {}, { ...limits, timeout: Number.POSITIVE_INFINITY, totalTimeout: 60 }),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.message).toBe("getThing took longer than totalTimeout, 60 ms");
    expect(attempts).toBe(4);
  });

  it("of any length is taken", async () => {
    const { url } = await serve((_, response) => json(response, 1));
    for (const timeout of [Number.POSITIVE_INFINITY, 2 ** 31, 1e12]) {
      expect(await call(url, {}, {}, { timeout, totalTimeout: timeout })).toMatchObject({ ok: true });
    }
  });
});

describe("signal", () => {
  const reason = new Error("the caller's own");

  it.each<[string, (socket: import("node:net").Socket) => void]>([
    ["while there is no answer", () => {}],
    ["in the middle of the headers", (socket) => socket.write(head.slice(0, 30))],
    ["in the middle of the body", (socket) => socket.write(head)],
  ])("ends a call %s", async (_, speak) => {
    const controller = new AbortController();
    const { url } = await serveBytes((socket) => {
      speak(socket);
      setTimeout(() => controller.abort(reason), 20);
    });
    const error = await rejection(call(url, {}, {}, { signal: controller.signal }));
    expect(error).toBeInstanceOf(AbortedError);
    expect(error.cause).toBe(reason);
    expect(error.message).toBe("getThing was aborted");
  });

  it("ends the wait between two attempts", async () => {
    const controller = new AbortController();
    const { url, asked } = await serve((_, response) => {
      json(response, 1, 503, { "retry-after": "30" });
      setTimeout(() => controller.abort(reason), 50);
    });
    const lines: string[] = [];
    const logger = { debug: (line: string) => lines.push(line) };
    const error = await rejection(call(url, {}, {}, { signal: controller.signal, retry: 2, logger }));
    expect(error).toMatchObject({ name: "AbortedError", cause: reason });
    expect(asked).toHaveLength(1);
    expect(lines).toEqual(["getThing is sent"]);
  });

  it("that is aborted already sends nothing, and no line says that it does", async () => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const logger = { debug: log, info: log, warn: log, error: log };
    const error = await rejection(call(url, {}, {}, { signal: AbortSignal.abort(), logger }));
    expect(lines).toEqual([]);
    expect(error).toBeInstanceOf(AbortedError);
    expect((error.cause as Error).name).toBe("AbortError");
    expect(asked).toHaveLength(0);
  });

  it("that is aborted when the first line is logged sends nothing", async () => {
    const controller = new AbortController();
    const { url, asked } = await serve((_, response) => json(response, 1));
    const logger = { debug: () => controller.abort(reason) };
    const error = await rejection(call(url, {}, {}, { signal: controller.signal, logger }));
    expect(error).toMatchObject({ name: "AbortedError", cause: reason });
    expect(asked).toHaveLength(0);
  });

  it("that aborts while `fetch` is being called leaves no timer", async () => {
    const controller = new AbortController();
    const before = timers();
    const fetch = (): Promise<never> => {
      controller.abort(reason);
      return new Promise(() => {});
    };
    const error = await rejection(call("https://api.example", {}, {}, { signal: controller.signal, fetch }));
    expect(error).toMatchObject({ name: "AbortedError", cause: reason });
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it("of the platform's own time limit keeps its reason", async () => {
    const { url } = await serveBytes(() => {});
    const error = await rejection(call(url, {}, {}, { signal: AbortSignal.timeout(20) }));
    expect(error).toBeInstanceOf(AbortedError);
    expect((error.cause as Error).name).toBe("TimeoutError");
  });

  it("closes the connection of the call that it ends", async () => {
    const controller = new AbortController();
    const closed = new Promise((resolve) => {
      serveBytes((socket) => {
        socket.once("close", resolve);
        controller.abort();
      }).then(({ url }) => rejection(call(url, {}, {}, { signal: controller.signal })));
    });
    await closed;
  });
});

it("leaves no timer and no listener after 1,000 calls, whatever became of them", async () => {
  const { url } = await serve((_, response, number) => {
    if (number % 10 === 0) response.destroy();
    else if (number % 10 === 3) response.writeHead(200, { "content-type": "application/json" }).end("[");
    else json(response, 1, number % 10 === 2 ? 500 : 200);
  });
  const { signal } = new AbortController();
  const client = clientOf(url, { retry: { retries: 1, delay: 1 }, timeout: 60_000, totalTimeout: 120_000 });
  await send(client, operation(), {});
  const before = timers();
  for (let i = 0; i < 100; i++) {
    await Promise.allSettled(Array.from({ length: 10 }, () => send(client, operation(), {}, { signal })));
  }
  expect(timers()).toBeLessThanOrEqual(before);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});
