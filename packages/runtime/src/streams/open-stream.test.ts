import { describe, expect, it, vi } from "vitest";
import { writeApiKey } from "../credentials/api-key.js";
import { ApiError } from "../errors/api.js";
import { InvalidRequestError } from "../errors/invalid-request.js";
import { ResponseParseError } from "../errors/response-parse.js";
import { TimeoutError } from "../errors/timeout.js";
import type { Middleware } from "../middleware.js";
import { contentOf } from "../testing/api.js";
import { json, serve, serveBytes } from "../testing/serve.js";
import { textsOf } from "../testing/shown.js";
import { drain, eventStream, open, pause, serveStream } from "../testing/stream.js";
import { readStream, StreamError, serverSentEvents } from "./index.js";

const dataOf = (items: readonly { readonly data: unknown }[]): readonly unknown[] => items.map(({ data }) => data);

describe("a stream", () => {
  it("is there with the headers, and gives each item when it comes", async () => {
    const { url } = await serveStream(async (response) => {
      for (const number of [1, 2, 3]) {
        await pause(30);
        response.write(`data: ${number}\n\n`);
      }
      response.end();
    });
    const { data, statusCode, contentType, problem } = await open(url);
    expect({ statusCode, contentType, problem }).toEqual({
      statusCode: 200,
      contentType: eventStream,
      problem: undefined,
    });
    const times: number[] = [];
    for await (const event of data) {
      event satisfies { data: unknown };
      times.push(Date.now());
    }
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(40);
  });

  it("is a ReadableStream too, which asks for no more than is read", async () => {
    const { url } = await serveStream((response) => void response.end("data: 1\n\ndata: 2\n\n"));
    const { data } = await open<{ data: number }>(url);
    const reader = data.toReadableStream().getReader();
    expect([(await reader.read()).value?.data, (await reader.read()).value?.data, (await reader.read()).done]).toEqual([
      1,
      2,
      true,
    ]);
  });

  it("is read once", async () => {
    const { url } = await serveStream((response) => void response.end("data: 1\n\n"));
    const { data } = await open(url);
    await drain(data);
    expect(() => data[Symbol.asyncIterator]()).toThrow(InvalidRequestError);
    expect(() => data.toReadableStream()).toThrow("getThing has a stream that is read already");
  });

  it("may be longer than timeout, totalTimeout and maxResponseSize", async () => {
    const { url } = await serveStream(async (response) => {
      for (let number = 0; number < 5; number++) {
        response.write(`data: "${"a".repeat(1_000)}"\n\n`);
        await pause(100);
      }
      response.end();
    });
    const { data } = await open(url, { timeout: 400, totalTimeout: 400, maxResponseSize: 10 });
    expect((await drain(data)).items).toHaveLength(5);
  });

  it("is described by what the answer is: a failure is a failure", async () => {
    const { url } = await serve((_, response) => json(response, { message: "no" }, 400));
    const responses = {
      200: { content: { [eventStream]: readStream }, streams: { [eventStream]: { format: serverSentEvents } } },
      400: { content: contentOf("application/json") },
    };
    await expect(open(url, { operation: { responses } })).rejects.toThrow("answered with 400");
  });

  it("is none where a failure has the media type of streams, though one response states both", async () => {
    const { url } = await serve((_, response) => {
      response.writeHead(500, { "content-type": eventStream }).end("data: no\n\n");
    });
    const responses = {
      default: { content: { [eventStream]: readStream }, streams: { [eventStream]: { format: serverSentEvents } } },
    };
    const retry = { operation: { responses }, retry: false } as const;
    await expect(open(url, retry)).rejects.toThrow("answered with 500: data: no");
  });

  it("is no stream where the answer is the other media type, and one where it has another that nobody states", async () => {
    const responses = {
      200: {
        content: { ...contentOf("application/json"), [eventStream]: readStream },
        streams: { [eventStream]: { format: serverSentEvents } },
      },
    };
    const whole = await serve((_, response) => json(response, { a: 1 }));
    expect(await open(whole.url, { operation: { responses } })).toMatchObject({
      data: { a: 1 },
      contentType: "application/json",
    });
    const other = await serveStream((response) => void response.end("data: 1\n\n"), "text/plain");
    const { data, problem } = await open(other.url, { operation: { responses } });
    expect(problem).toMatchObject({ kind: "content-type", received: "text/plain" });
    expect(dataOf((await drain(data)).items)).toEqual([1]);
  });
});

describe("a server that is", () => {
  it("slow to begin is given up after firstItemTimeout", async () => {
    const { url, closed } = await serveStream(() => {});
    const { error } = await drain((await open(url, { firstItemTimeout: 50 })).data);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error?.message).toBe("getThing had a stream in which nothing came for longer than firstItemTimeout, 50 ms");
    await closed;
  });

  it("dead in the middle is given up after itemTimeout, though bytes without a line come", async () => {
    const { url, closed } = await serveStream(async (response) => {
      response.write("data: 1\n\n");
      for (let number = 0; number < 20; number++) {
        await pause(20);
        response.write("d");
      }
    });
    const { items, error } = await drain((await open(url, { itemTimeout: 80 })).data);
    expect(dataOf(items)).toEqual([1]);
    expect(error).toBeInstanceOf(TimeoutError);
    await closed;
  });

  it("alive, and says so by comments, is waited for", async () => {
    const { url } = await serveStream(async (response) => {
      for (let number = 0; number < 8; number++) {
        response.write(": here\n\n");
        await pause(25);
      }
      response.end("data: 1\n\n");
    });
    expect(dataOf((await drain((await open(url, { firstItemTimeout: 120 })).data)).items)).toEqual([1]);
  });

  it("waiting for an application that takes its time is not given up", async () => {
    const { url } = await serveStream(async (response) => {
      response.write("data: 1\n\n");
      await pause(120);
      response.end("data: 2\n\n");
    });
    let count = 0;
    for await (const _ of (await open(url, { itemTimeout: 60, firstItemTimeout: 60 })).data) {
      count++;
      if (count === 1) await pause(110);
    }
    expect(count).toBe(2);
  });
});

describe("a stream that", () => {
  it("breaks off is an error behind its items, and not asked for again", async () => {
    const { url, asked } = await serveStream((response, _) => {
      response.write("data: 1\n\n");
      setTimeout(() => response.destroy(), 20);
    });
    const { items, error } = await drain((await open(url)).data);
    expect(dataOf(items)).toEqual([1]);
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(error).toMatchObject({
      statusCode: 200,
      contentType: eventStream,
      message: expect.stringContaining("its stream broke off"),
    });
    expect(error?.cause).toBeInstanceOf(Error);
    expect(asked).toHaveLength(1);
  });

  it.each(["data: 1\n\ndata: 2\n", "data: 1\n\ndata: 2", "data: 1\n\nda", "data: 1\n\nevent: a\ndata: 2\r"])(
    "ends with half an event (%j) is an error",
    async (said) => {
      const { url } = await serveStream((response) => void response.end(said));
      const { items, error } = await drain((await open(url)).data);
      expect(dataOf(items)).toEqual([1]);
      expect(error).toMatchObject({
        name: "ResponseParseError",
        message: expect.stringContaining("ended with half an item"),
      });
    },
  );

  it.each(["data: 1\n\n: comment", "data: 1\n\nid: 7\n", "data: 1\n\n\r\n\r"])(
    "ends with what is no event (%j) has ended",
    async (said) => {
      const { url } = await serveStream((response) => void response.end(said));
      expect(await drain((await open(url)).data)).toMatchObject({ items: [{ data: 1 }] });
    },
  );

  it("has an end mark ends with it, and has broken off without it", async () => {
    const described = { end: "that is all" };
    const whole = await serveStream((response) => void response.write("data: 1\n\ndata: that is all\n\n"));
    expect(await drain((await open(whole.url, { described })).data)).toMatchObject({ items: [{ data: 1 }] });
    await whole.closed;
    const cut = await serveStream((response) => void response.end("data: 1\n\n"));
    const { items, error } = await drain((await open(cut.url, { described })).data);
    expect(dataOf(items)).toEqual([1]);
    expect(error?.message).toContain("ended without that is all");
  });

  it("holds what is no JSON, or says that it failed, shows what it says without credentials", async () => {
    const scheme = { name: "key", type: "apiKey", in: "header", parameter: "x-key", write: writeApiKey } as const;
    const told = { credentials: { key: "canary-1" }, operation: { security: [[{ scheme }]] } };
    const broken = await serveStream((response) => void response.end("data: {canary-1}\n\n"));
    const { error } = await drain((await open(broken.url, told)).data);
    expect(error).toMatchObject({ name: "ResponseParseError", snippet: "{***}" });
    expect(error?.message).toContain("is not JSON");
    const failing = await serveStream(
      (response) => void response.end('event: error\ndata: {"message":"canary-1"}\n\n'),
    );
    const failed = await drain((await open(failing.url, { ...told, described: { error: { event: "error" } } })).data);
    expect(failed.error).toMatchObject({ name: "StreamError", data: { message: "***" } });
    for (const text of [...textsOf(error), ...textsOf(failed.error)]) expect(text).not.toContain("canary");
  });

  it("fails by an event, or by a property, is a StreamError with what the API says", async () => {
    const said = 'data: {"error":null}\n\nevent: error\ndata: {"error":{"message":"too much"}}\n\n';
    for (const mark of [{ event: "error" }, { property: "error" }, { event: "other", property: "error" }]) {
      const { url, closed } = await serveStream((response) => void response.write(said));
      const { items, error } = await drain((await open(url, { described: { error: mark } })).data);
      expect(items).toHaveLength(1);
      expect(error).toBeInstanceOf(StreamError);
      expect(error).toMatchObject({
        operation: "getThing",
        event: "error",
        data: { error: { message: "too much" } },
        message: "getThing was answered with 200, and failed in its stream: too much",
      });
      await closed;
    }
  });
});

describe("a stream that is to be resumed", () => {
  it("is asked for again from the last event, and again", async () => {
    const ids: (string | undefined)[] = [];
    const { url } = await serveStream((response, number, lastId) => {
      ids.push(lastId);
      response.write(`id: ${number}é\nretry: 5\ndata: ${number}\n\n`);
      if (number === 3) response.end();
      else setTimeout(() => response.destroy(), 10);
    });
    const warn = vi.fn();
    const { items, error } = await drain((await open(url, { resume: true, logger: { warn } })).data);
    expect(error).toBeUndefined();
    expect(dataOf(items)).toEqual([1, 2, 3]);
    expect(ids.map((id) => id && Buffer.from(id, "latin1").toString())).toEqual([undefined, "1é", "2é"]);
    expect(warn).toHaveBeenCalledWith("getThing is asked for again", expect.objectContaining({ attempt: 1, wait: 5 }));
  });

  it("is not where its events have no id, nor more often than allowed", async () => {
    for (const [id, count] of [
      ["", 1],
      ["id: 1\n", 3],
    ] as const) {
      const { url, asked } = await serveStream((response, number) => {
        if (number === 1) response.write(`${id}retry: 1\ndata: 1\n\n`);
        setTimeout(() => response.destroy(), 10);
      });
      const { items, error } = await drain((await open(url, { resume: 2 })).data);
      expect(items).toHaveLength(1);
      expect(error).toBeInstanceOf(ResponseParseError);
      expect(asked).toHaveLength(count);
    }
  });

  it("ends with 204, and fails with what is no success", async () => {
    for (const status of [204, 403]) {
      const { url } = await serve((_, response, number) => {
        if (number > 1) return void response.writeHead(status).end();
        response.writeHead(200, { "content-type": eventStream }).write("id: 1\nretry: 1\ndata: 1\n\n");
        setTimeout(() => response.destroy(), 10);
      });
      const { error } = await drain((await open(url, { resume: true })).data);
      if (status === 204) expect(error).toBeUndefined();
      else expect(error).toBeInstanceOf(ApiError);
    }
  });
});

describe("the middleware of a call", () => {
  it("sees the body of a stream, and may replace it or answer itself", async () => {
    const { url } = await serveStream((response) => void response.end("data: 1\n\n"));
    const twice: Middleware = {
      onResponse: ({ response }) => {
        const double = new TransformStream<Uint8Array, Uint8Array>({
          transform(chunk, controller) {
            controller.enqueue(chunk);
            controller.enqueue(chunk);
          },
        });
        return new Response(response.body?.pipeThrough(double) ?? null, response);
      },
    };
    expect(dataOf((await drain((await open(url, { middleware: [twice] })).data)).items)).toEqual([1, 1]);
    const own: Middleware = {
      onRequest: () => new Response("data: 7\n\n", { headers: { "content-type": eventStream } }),
    };
    expect(dataOf((await drain((await open(url, { middleware: [own] })).data)).items)).toEqual([7]);
  });
});

it("reads a body that the platform gives as a whole, and one whose bytes come one by one from a socket", async () => {
  const fetch = async () => ({
    status: 200,
    headers: { "content-type": eventStream },
    text: async () => "data: 1\n\n",
  });
  expect(dataOf((await drain((await open("http://a.example", { fetch })).data)).items)).toEqual([1]);
  const { url } = await serveBytes(async (socket) => {
    socket.setNoDelay(true);
    socket.write("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n");
    for (const byte of Buffer.from('\ufeffdata: "é"\r\n\r\ndata: 2\r\n\r\n')) {
      socket.write(Uint8Array.of(byte));
      await pause(1);
    }
    socket.end();
  });
  expect(dataOf((await drain((await open(url)).data)).items)).toEqual(["é", 2]);
});
