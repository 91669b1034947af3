import { describe, expect, it } from "vitest";
import { read } from "../testing/answer.js";
import { contentOf } from "../testing/api.js";

describe("a media type", () => {
  const responses = { 200: { content: contentOf("application/json", "text/csv", "image/*") } };

  it("tells the responses of one status apart, under the document's name", async () => {
    expect(await read(responses, [200, { "content-type": "application/json; charset=utf-8" }, "[1]"])).toMatchObject({
      contentType: "application/json",
      data: [1],
    });
    expect(await read(responses, [200, { "content-type": "Text/CSV" }, "a,b"])).toMatchObject({
      contentType: "text/csv",
      data: "a,b",
    });
    const image = await read(responses, [200, { "content-type": "image/png" }, Buffer.from([0, 255])]);
    expect(image).toMatchObject({ contentType: "image/*" });
    expect(new Uint8Array(await (image.data as Blob).arrayBuffer())).toEqual(new Uint8Array([0, 255]));
    expect((image.data as Blob).type).toBe("image/png");
  });

  it("that the document does not state makes a failure or a strict answer undocumented, JSON or not", async () => {
    const html = [200, { "content-type": "Text/HTML; charset=utf-8" }, "<p>login"] as const;
    expect(await read(responses, html, { strict: true })).toMatchObject({
      ok: false,
      status: "undocumented",
      problem: {
        kind: "content-type",
        stated: ["application/json", "text/csv", "image/*"],
        received: "Text/HTML; charset=utf-8",
      },
      statusCode: 200,
      contentType: "text/html",
      error: "<p>login",
    });
    const problem = { 400: { content: contentOf("application/json") } };
    expect(await read(problem, [400, { "content-type": "application/problem+json" }, '{"title":"no"}'])).toMatchObject({
      status: "undocumented",
      error: { title: "no" },
    });
  });

  it("that falls into a range is read by what it is: JSON, text or bytes", async () => {
    const open = { 200: { content: contentOf("image/*", "*/*") } };
    for (const [type, body, data] of [
      ["application/problem+json", '{"a":1}', { a: 1 }],
      ["text/html", "<p>", "<p>"],
      ["application/atom+xml; charset=utf-8", "<feed/>", "<feed/>"],
      ["application/x-www-form-urlencoded", "a=b", "a=b"],
    ] as const) {
      expect(await read(open, [200, { "content-type": type }, body])).toMatchObject({ contentType: "*/*", data });
    }
    const { data } = await read(open, [200, { "content-type": "application/zip" }, "PK"]);
    expect([data instanceof Blob, await (data as Blob).text()]).toEqual([true, "PK"]);
  });

  it("is told from others by its parameters, where the document has them", async () => {
    const versions = { 200: { content: contentOf("application/json; v=1", "application/json; v=2") } };
    const received = async (type: string) => (await read(versions, [200, { "content-type": type }, "1"])).contentType;
    expect(await received("application/json; v=2")).toBe("application/json; v=2");
    expect(await received("application/json; v=3")).toBe("application/json; v=1");
  });

  it("that is missing is taken for the first", async () => {
    expect(await read(responses, [200, {}, "[2]"])).toMatchObject({ contentType: "application/json", data: [2] });
  });

  it("ending in +json is JSON", async () => {
    const problem = { 400: { content: contentOf("application/problem+json") } };
    expect(await read(problem, [400, { "content-type": "application/problem+json" }, '{"title":"no"}'])).toMatchObject({
      status: 400,
      error: { title: "no" },
    });
  });
});
