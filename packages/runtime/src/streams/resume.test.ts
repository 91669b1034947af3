import { describe, expect, it, vi } from "vitest";
import { ApiError } from "../errors/api.js";
import { ResponseParseError } from "../errors/response-parse.js";
import { serve } from "../testing/serve.js";
import { dataOf, drain, eventStream, open, serveStream } from "../testing/stream.js";

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
