import { describe, expect, it } from "vitest";
import { writeApiKey } from "../credentials/api-key.js";
import { ResponseParseError } from "../errors/response-parse.js";
import { textsOf } from "../testing/shown.js";
import { dataOf, drain, eventStream, open, serveStream } from "../testing/stream.js";
import { StreamError } from "./index.js";

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
