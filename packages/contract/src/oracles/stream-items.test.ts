import { fileURLToPath } from "node:url";
import { buildModel, loadDocument, type Stream } from "@facsimile/document";
import { createValidator, type Validator } from "@facsimile/samples";
import { beforeAll, describe, expect, it, test } from "vitest";
import { judgeItems, readItems, valueOfItem } from "./stream-items.js";

const streams = new Map<string, Stream>();
let validator: Validator;

beforeAll(async () => {
  const { document } = await loadDocument(fileURLToPath(new URL("../../test/documents/streams.yaml", import.meta.url)));
  const api = document && buildModel(document).api;
  if (document === undefined || api === undefined) throw new Error("streams.yaml is no document");
  validator = createValidator(document, api);
  for (const { name, responses } of api.operations)
    for (const { name: mediaType, stream } of responses[0]?.content ?? [])
      if (stream !== undefined) streams.set(`${name} ${mediaType}`, stream);
});

function streamOf(name: string): Stream {
  const stream = streams.get(name);
  if (stream === undefined) throw new Error(`no stream ${name}; there are ${[...streams.keys()].join(", ")}`);
  return stream;
}

function judge(name: string, body: string): readonly string[] {
  return judgeItems({ status: 200, headers: [], body: Buffer.from(body) }, streamOf(name), validator.check);
}

describe("items are held against the document", () => {
  test.each([
    ["an event as it is described", "watch text/event-stream", 'event: cup\ndata: {"size":1}\n\n', []],
    [
      "data that its schema refuses, with the number of the item",
      "watch text/event-stream",
      'event: note\ndata: {"size":0}\n\nevent: cup\ndata: {"size":0}\n\n',
      ["item 1/size: must be >= 1 (minimum)"],
    ],
    ["null, which is JSON", "watch text/event-stream", "event: cup\ndata: null\n\n", ["item 0: must be object (type)"]],
    ["data that is no JSON", "watch text/event-stream", "event: cup\ndata: one\n\n", ["item 0: it is no JSON"]],
    [
      "a line",
      "listLeaves application/x-ndjson",
      '{"size":1}\n{}\n',
      ["item 1: must have required property 'size' (required)"],
    ],
    [
      "a value of a sequence",
      "listLeaves application/json-seq",
      '\x1e{"size":"1"}\n\x1e{"size":\n2}\n',
      ["item 0/size: must be integer (type)"],
    ],
    ["nothing that follows the end", "brew text/event-stream", 'data: {"size":1}\n\ndata: [DONE]\n\ndata: x\n\n', []],
  ])("%s", (_, name, body, expected) => {
    expect(judge(name, body)).toEqual(expected);
  });
});

it("are read as a client has to read them", () => {
  const body = "\ufeff: hi\r\nevent:note\rdata: two\ndata:  lines\nid: 7\n\n\nevent: cup\n\ndata\n\n";
  const items = readItems(streamOf("watch text/event-stream"), body);
  expect(items).toEqual([
    { event: "note", text: "two\n lines" },
    { event: "message", text: "" },
  ]);
  expect(items.map((item) => valueOfItem(streamOf("watch text/event-stream"), item))[0]).toBe("two\n lines");
});
