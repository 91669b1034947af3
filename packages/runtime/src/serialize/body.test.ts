import { describe, expect, it, vi } from "vitest";
import type { MediaType } from "../operation.js";
import { type SerializedBody, serializeBody } from "../testing/serialize.js";
import { multipart, urlencoded } from "./index.js";

/** The body as a server reads it. */
function sent({ body, contentType }: SerializedBody): Request {
  const headers = contentType === undefined ? undefined : { "content-type": contentType };
  return new Request("http://localhost", { method: "POST", body: body ?? null, ...(headers && { headers }) });
}

function entriesOf(form: FormData): [string, unknown][] {
  const entries: [string, unknown][] = [];
  form.forEach((value, name) => {
    entries.push([name, value]);
  });
  return entries;
}

describe("JSON", () => {
  const json = (value: unknown, type = "application/json"): unknown => serializeBody(type, {}, value).body;

  it("is written for application/json and +json, with parameters too", () => {
    expect(
      ["application/json", "application/merge-patch+json", "Application/JSON; charset=utf-8"].map((type) =>
        json({ a: 1 }, type),
      ),
    ).toEqual(['{"a":1}', '{"a":1}', '{"a":1}']);
    expect(serializeBody("application/problem+json", {}, 1)).toEqual({
      body: "1",
      contentType: "application/problem+json",
      repeatable: true,
    });
  });

  it("keeps falsy values", () => {
    expect([null, false, 0, ""].map((value) => json(value))).toEqual(["null", "false", "0", '""']);
  });

  it("writes bigints exactly, next to texts that look like its marks", () => {
    expect(json({ id: 9007199254740993n, list: [-1n], text: "#1", other: "##2" })).toBe(
      '{"id":9007199254740993,"list":[-1],"text":"#1","other":"##2"}',
    );
  });

  it("refuses a cycle and a function, with the cause", () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    for (const value of [cycle, () => 1]) {
      expect(() => json(value)).toThrowError(
        expect.objectContaining({ name: "InvalidRequestError", cause: expect.any(TypeError) }),
      );
    }
  });
});

describe("urlencoded", () => {
  const form = (value: unknown, encoding: MediaType["encoding"] = {}): unknown =>
    serializeBody("application/x-www-form-urlencoded", { write: urlencoded, encoding }, value).body;

  it("writes primitives as text, objects as JSON, a list as one field an item, null as empty", () => {
    expect(form({ a: "x y+~*", b: [1, true], c: { d: "é" }, e: null, f: undefined })).toBe(
      "a=x+y%2B%7E*&b=1&b=true&c=%7B%22d%22%3A%22%C3%A9%22%7D&e=",
    );
  });

  it("writes exactly what URLSearchParams would", () => {
    const text = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)).join("");
    expect(form({ [text]: text })).toBe(new URLSearchParams([[text, text]]).toString());
  });

  it("follows the encoding of a property: style, explode, allowReserved, or its media type", () => {
    const encoding: MediaType["encoding"] = {
      list: { explode: false },
      deep: { style: "deepObject", explode: true },
      open: { allowReserved: true },
      id: { contentType: "application/json" },
    };
    expect(form({ list: ["a b", "c,d"], deep: { x: 1 }, open: "/?", id: "7" }, encoding)).toBe(
      "list=a%20b,c%2Cd&deep%5Bx%5D=1&open=/?&id=%227%22",
    );
  });

  it("refuses what is no object, and names the property that cannot be written", () => {
    expect(() => form("a=b")).toThrow("must be an object");
    expect(() => form({ a: new Map() })).toThrow('"a" in the body');
    expect(() => form({ a: "\ud800" })).toThrowError(expect.objectContaining({ name: "InvalidRequestError" }));
  });

  it("sends URLSearchParams as they are", async () => {
    const body = new URLSearchParams({ a: "b" });
    const request = sent(serializeBody("application/x-www-form-urlencoded", { write: urlencoded }, body));
    expect([request.headers.get("content-type"), await request.text()]).toEqual([
      "application/x-www-form-urlencoded",
      "a=b",
    ]);
  });
});

describe("multipart", () => {
  const send = (value: unknown, encoding: MediaType["encoding"] = {}): Request =>
    sent(serializeBody("multipart/form-data", { write: multipart, encoding }, value));

  it("is read back by the platform's own parser: texts, files with names and types, lists, bytes", async () => {
    const file = new File(["%PDF"], 'a"b\r\n.pdf', { type: "application/pdf" });
    const form = await send({
      'na"me': "é\n",
      n: 1,
      tags: ["a", "b"],
      file,
      bytes: new Uint8Array([0, 13, 10, 255]),
      gone: undefined,
    }).formData();
    expect(entriesOf(form).map(([name]) => name)).toEqual(['na"me', "n", "tags", "tags", "file", "bytes"]);
    expect(form.get('na"me')).toBe("é\n");
    expect(form.getAll("tags")).toEqual(["a", "b"]);
    const [read, bytes] = [form.get("file") as File, form.get("bytes") as File];
    expect([read.name, read.type, await read.text()]).toEqual(['a"b\r\n.pdf', "application/pdf", "%PDF"]);
    expect([bytes.type, [...new Uint8Array(await bytes.arrayBuffer())]]).toEqual([
      "application/octet-stream",
      [0, 13, 10, 255],
    ]);
  });

  it("gives each part the media type that the document states, else that of its value", async () => {
    const encoding: MediaType["encoding"] = {
      id: { contentType: "application/json" },
      image: { contentType: "image/png" },
      photo: { contentType: "image/png, image/jpeg" },
      note: { contentType: "text/markdown", headers: { "X-Kind": "note" } },
    };
    const text = await send(
      {
        id: "7",
        object: { a: 1n },
        image: new Blob(["x"]),
        photo: new Blob(["y"], { type: "image/jpeg" }),
        note: "# hi",
      },
      encoding,
    ).text();
    const parts = text.split(/\r\n?--form-[^\r]*\r\n|^--form-[^\r]*\r\n/).filter(Boolean);
    expect(parts).toEqual([
      'Content-Disposition: form-data; name="id"\r\nContent-Type: application/json\r\n\r\n"7"',
      'Content-Disposition: form-data; name="object"\r\nContent-Type: application/json\r\n\r\n{"a":1}',
      'Content-Disposition: form-data; name="image"; filename="blob"\r\nContent-Type: image/png\r\n\r\nx',
      'Content-Disposition: form-data; name="photo"; filename="blob"\r\nContent-Type: image/jpeg\r\n\r\ny',
      'Content-Disposition: form-data; name="note"\r\nContent-Type: text/markdown\r\nX-Kind: note\r\n\r\n# hi',
    ]);
  });

  it("follows a style, without percent-encoding", async () => {
    const form = await send(
      { list: ["a", "b"], deep: { "x y": 1 } },
      { list: { explode: false }, deep: { style: "deepObject", explode: true } },
    ).formData();
    expect(entriesOf(form)).toEqual([
      ["list", "a,b"],
      ["deep[x y]", "1"],
    ]);
  });

  it("cannot be split by a value that holds line ends, and takes a new boundary for each body", async () => {
    const form = await send({ a: '\r\n--form-x\r\nContent-Disposition: form-data; name="evil"\r\n\r\n1' }).formData();
    expect(entriesOf(form).map(([name]) => name)).toEqual(["a"]);
    expect(send({ a: 1 }).headers.get("content-type")).not.toBe(send({ a: 1 }).headers.get("content-type"));
  });

  it("sends FormData as it is", async () => {
    const body = new FormData();
    body.set("a", "b");
    const form = await sent(serializeBody("multipart/form-data", { write: multipart }, body)).formData();
    expect(entriesOf(form)).toEqual([["a", "b"]]);
  });
});

describe("text, bytes and streams", () => {
  it("writes primitives as text, and refuses objects that the media type cannot hold", () => {
    expect(serializeBody("text/csv", {}, "a,b").body).toBe("a,b");
    expect(serializeBody("text/plain", {}, 5n).body).toBe("5");
    expect(() => serializeBody("text/csv", {}, { a: 1 })).toThrowError(
      expect.objectContaining({ name: "InvalidRequestError" }),
    );
    expect(() => serializeBody("application/xml", {}, null)).toThrowError(
      expect.objectContaining({ name: "InvalidRequestError" }),
    );
  });

  it("sends bytes and blobs as they are, and the blob's type where the document has a range only", () => {
    const png = new Blob(["x"], { type: "image/png" });
    expect(serializeBody("image/*", {}, png)).toEqual({ body: png, contentType: "image/png", repeatable: true });
    expect(serializeBody("application/pdf", {}, png).contentType).toBe("application/pdf");
    expect(serializeBody("*/*", {}, new Uint8Array(2)).contentType).toBe("application/octet-stream");
    expect(serializeBody("*/*", {}, "x").contentType).toBe("text/plain");
  });

  it.each(["Blob", "FormData", "URLSearchParams"] as const)("sends a %s as it is where it is a plain class", (name) => {
    // In React Native, none of them has a `Symbol.toStringTag`.
    const Plain = class {
      readonly a = "b";
    };
    vi.stubGlobal(name, Plain);
    try {
      const body = new Plain();
      const contentType = name === "FormData" ? undefined : "application/x-www-form-urlencoded";
      expect(serializeBody("application/x-www-form-urlencoded", { write: urlencoded }, body)).toEqual({
        body,
        contentType,
        repeatable: true,
      });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it("says that a stream cannot be sent twice", () => {
    const stream = new Blob(["x"]).stream();
    expect(serializeBody("application/octet-stream", {}, stream)).toEqual({
      body: stream,
      contentType: "application/octet-stream",
      repeatable: false,
    });
    const chunks = (async function* () {
      yield new Uint8Array(1);
    })();
    expect(serializeBody("application/octet-stream", {}, chunks).repeatable).toBe(false);
  });
});
