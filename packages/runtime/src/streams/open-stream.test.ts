import { describe, expect, it } from "vitest";
import { InvalidRequestError } from "../errors/invalid-request.js";
import type { Middleware } from "../middleware.js";
import { contentOf } from "../testing/api.js";
import { json, serve, serveBytes } from "../testing/serve.js";
import { dataOf, drain, eventStream, open, pause, serveStream } from "../testing/stream.js";
import { readStream, serverSentEvents } from "./index.js";

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
