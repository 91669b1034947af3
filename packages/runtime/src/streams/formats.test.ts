import { describe, expect, it } from "vitest";
import { chunked, drain, open, type Told } from "../testing/stream.js";
import { jsonLines } from "./json-lines.js";
import { jsonSequence } from "./json-sequence.js";

/** What a stream of these chunks gives. */
async function read(chunks: readonly (string | Uint8Array)[], told: Told = {}): ReturnType<typeof drain<unknown>> {
  const { data } = await open<unknown>("http://a.example", { fetch: chunked(...chunks), ...told });
  return drain(data);
}

const text = { described: { data: "text" } } as const;
const lines = { described: { format: jsonLines }, mediaType: "application/jsonl" } as const;
const sequence = { described: { format: jsonSequence }, mediaType: "application/json-seq" } as const;

const event = { event: "message", id: undefined, retry: undefined };

describe("server-sent events", () => {
  const said =
    ": hi\nretry: 9\nevent: add\nid: 1\ndata: é\ndata:  b\n\ndata: 😀\n\n:\n\nid: 2\nevent: x\n\nunknown: 1\ndata\n\n";
  const meant = [
    { event: "add", data: "é\n b", id: "1", retry: 9 },
    { ...event, data: "😀" },
    { ...event, data: "" },
  ];

  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("with line ends of %s are the same wherever they are cut, with a byte order mark and without", async (_, end) => {
    for (const mark of ["", "\ufeff"]) {
      const bytes = new TextEncoder().encode(mark + said.replaceAll("\n", end));
      for (let at = 0; at <= bytes.length; at++) {
        const found = await read([bytes.subarray(0, at), bytes.subarray(at)], text);
        expect(found, `cut at ${at}`).toEqual({ items: meant });
      }
      const single = await read(
        [...bytes].map((byte) => Uint8Array.of(byte)),
        text,
      );
      expect(single).toEqual({ items: meant });
    }
  });

  it("end a line with one carriage return as soon as it is there", async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (one) => one.enqueue(new TextEncoder().encode("data: 1\r\r")),
    });
    const fetch = async () => new Response(body, { headers: { "content-type": "text/event-stream" } });
    const { data } = await open("http://a.example", { fetch });
    expect(await data[Symbol.asyncIterator]().next()).toMatchObject({ value: { data: 1 } });
    await data.cancel();
  });

  it("hold JSON, which ends with [DONE] where it does", async () => {
    expect(await read(['data: {"a":\ndata: 1}\n\ndata: [DONE]\n\ndata: no\n\n'])).toEqual({
      items: [{ ...event, data: { a: 1 } }],
    });
  });

  it("of text may say [DONE] and mean it", async () => {
    expect(await read(["data: [DONE]\n\ndata: 1\n\n"], text)).toEqual({
      items: [
        { ...event, data: "[DONE]" },
        { ...event, data: "1" },
      ],
    });
  });

  it("hold text or JSON by their names", async () => {
    const described = { dataOf: { note: "text", any: "either" } } as const;
    const found = await read(
      ["event: note\ndata: 1\n\nevent: any\ndata: 1\n\nevent: any\ndata: one\n\nevent: toString\ndata: 2\n\n"],
      { described },
    );
    expect(found.items).toMatchObject([
      { event: "note", data: "1" },
      { event: "any", data: 1 },
      { event: "any", data: "one" },
      { event: "toString", data: 2 },
    ]);
  });
});

describe("JSON lines", () => {
  const said = '{"a":"é"}\r\n\n 1 \n"😀"\n[]';

  it("are the same wherever they are cut", async () => {
    const bytes = new TextEncoder().encode(`\ufeff${said}`);
    for (let at = 0; at <= bytes.length; at++)
      expect(await read([bytes.subarray(0, at), bytes.subarray(at)], lines)).toEqual({
        items: [{ a: "é" }, 1, "😀", []],
      });
  });

  it("that end with half a value are cut", async () => {
    const { items, error } = await read(['1\n{"a":'], lines);
    expect(items).toEqual([1]);
    expect(error).toMatchObject({ name: "ResponseParseError", message: expect.stringContaining("half an item") });
  });
});

describe("a JSON sequence", () => {
  it("is the same wherever it is cut", async () => {
    const bytes = new TextEncoder().encode('\x1e{"a":\n\n "é"}\n\x1e1\n\x1e\x1e"b"\x1e[\n]');
    for (let at = 0; at <= bytes.length; at++)
      expect(await read([bytes.subarray(0, at), bytes.subarray(at)], sequence)).toEqual({
        items: [{ a: "é" }, 1, "b", []],
      });
  });

  it.each([["\x1e1\n\x1e12"], ["\x1e1\n\x1etru\x1e2\n"], ['\x1e1\n\x1e{"a"'], ["\x1e1\n\x1e12\x1e3\n"]])(
    "that holds half a value (%j) is cut",
    async (said) => {
      const { items, error } = await read([said], sequence);
      expect(items).toEqual([1]);
      expect(error).toMatchObject({ message: expect.stringContaining("half an item") });
    },
  );

  it("of one value on many lines takes linear time", async () => {
    // Each piece ends with a line, at which the value could be whole: to try it there takes minutes.
    const pieces = Array.from({ length: 20_000 }, () => "1111111111,\n".repeat(10));
    const began = Date.now();
    const { items } = await read(["\x1e[", ...pieces, "1]\n"], sequence);
    expect(items).toHaveLength(1);
    expect(Date.now() - began).toBeLessThan(20_000);
  });
});

describe.each([
  ["an event", "data: 1\n\ndata: ", "\n\n", {}],
  ["an event of many lines", "data: 1\n\ndata: ", "\ndata: x", {}],
  ["a line of JSON", "1\n", "", lines],
  ["a value of a sequence", "\x1e1\n\x1e", "", sequence],
])("%s", (_, before, after, told) => {
  const big = `"${"a".repeat(2_000)}"`;

  it("is refused where it is larger than maxItemSize, in one chunk or in many", async () => {
    for (const chunks of [[before + big + after], [before, ...big, after]]) {
      const { items, error } = await read(chunks, { ...told, maxItemSize: 1_000 });
      expect(items).toHaveLength(1);
      expect(error).toMatchObject({ name: "ResponseParseError", tooLarge: true });
    }
  });
});

it("takes events of 10 MB", async () => {
  const big = "a".repeat(10_000_000);
  const pieces = Array.from({ length: 200 }, (_, i) => big.slice(i * 50_000, (i + 1) * 50_000));
  const { items, error } = await read(['data: "', ...pieces, '"\n\n']);
  expect(error).toBeUndefined();
  expect(items.map((item) => `${Reflect.get(Object(item), "data")}`.length)).toEqual([10_000_000]);
});
