import { buildModel, type Document, essence, type Json, type JsonObject } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { RunningEdition } from "../operations/edition.js";
import { whyMisread } from "./languages.js";

const text: Json = { type: "string" };

function object(properties: JsonObject): JsonObject {
  return { type: "object", properties };
}

function list(items: Json): JsonObject {
  return { type: "array", items };
}

function form(properties: JsonObject, encoding: JsonObject = {}): JsonObject {
  return { schema: object(properties), encoding };
}

const locate: Document["locate"] = (pointer) => ({ file: "openapi.json", pointer, line: 1, column: 1 });
const document: Document = {
  file: "openapi.json",
  dialect: "3.1",
  json: { openapi: "3.1.1", info: { title: "Things", version: "1" }, paths: {} },
  omissions: [],
  locate,
};
const { api } = buildModel(document);
if (api === undefined) throw new Error("The document of the bodies is none.");
const edition = new RunningEdition(document, api);

/** What one who knows an edition makes of a body, with the bodies that the specification itself shows. */
const mediaTypes: Readonly<Record<string, readonly [type: string, media: JsonObject]>> = {
  form: ["application/x-www-form-urlencoded", form({ id: text, address: object({ city: text }), tags: list(text) })],
  "form of reserved characters": [
    "application/x-www-form-urlencoded",
    form({ url: text, id: text }, { url: { allowReserved: true }, id: { style: "form" } }),
  ],
  "styled form": [
    "application/x-www-form-urlencoded",
    form(
      { address: object({ city: text }), tags: list(text) },
      { address: { style: "deepObject", explode: true }, tags: { style: "pipeDelimited" } },
    ),
  ],
  parts: [
    "multipart/form-data",
    form(
      { id: text, image: {} },
      { image: { contentType: "image/png, image/jpeg", headers: { "X-Mark": { required: true, schema: text } } } },
    ),
  ],
  xml: [
    "application/xml",
    {
      schema: {
        ...object({
          id: { type: "integer", xml: { attribute: true } },
          name: { type: "string", xml: { namespace: "https://example.com/schema/sample", prefix: "sample" } },
          animals: { ...list({ type: "string", xml: { name: "animal" } }), xml: { name: "aliens", wrapped: true } },
        }),
        xml: { name: "Person" },
      },
    },
  ],
  base64: ["image/png", { schema: { type: "string", contentEncoding: "base64" } }],
};

const image = 'Content-Disposition: form-data; name="image"; filename="a"';

describe.each<[string, string, Json, string, (string | undefined)?]>([
  ["form", "objects are JSON", { id: "f8", address: { city: "Here" } }, "id=f8&address=%7B%22city%22%3A%22Here%22%7D"],
  ["form", "each item is a pair", { tags: ["a", "b"] }, "tags=a&tags=b"],
  ["form", "one value is a list of one", { tags: "a" }, "tags=a"],
  ["form", "an object is no brackets", { address: { city: "Here" } }, "address%5Bcity%5D=Here", "read as {}"],
  ["form of reserved characters", "as they are", { url: "a/b:c" }, "url=a/b:c"],
  ["form of reserved characters", "percent-encoded", { url: "a/b:c" }, "url=a%2Fb%3Ac"],
  ["form of reserved characters", "not where they are to be encoded", { id: "a/b" }, "id=a/b", "id is not percent-enc"],
  [
    "styled form",
    "brackets and pipes",
    { address: { city: "Here" }, tags: ["a", "b"] },
    "address%5Bcity%5D=Here&tags=a%7Cb",
  ],
  ["styled form", "no pair for each item", { tags: ["a", "b"] }, "tags=a&tags=b", "tags more than once"],
  ["parts", "one of the media types", { image: "x" }, `${image}\r\nX-Mark: m\r\nContent-Type: image/jpeg\r\n\r\nx`],
  [
    "parts",
    "another media type",
    { image: "x" },
    `${image}\r\nX-Mark: m\r\nContent-Type: text/csv\r\n\r\nx`,
    "image is text/csv",
  ],
  [
    "parts",
    "a header that is missing",
    { image: "x" },
    `${image}\r\nContent-Type: image/png\r\n\r\nx`,
    "image has no header X-Mark",
  ],
  ["xml", "an attribute", { id: 123 }, '<Person id="123"></Person>'],
  ["xml", "no element in place of an attribute", { id: 123 }, "<Person><id>123</id></Person>", "read as {}"],
  [
    "xml",
    "a namespace, whatever its prefix",
    { name: "example" },
    '<Person xmlns:a="https://example.com/schema/sample"><a:name>example</a:name></Person>',
  ],
  ["xml", "no name without its namespace", { name: "example" }, "<Person><name>example</name></Person>", "read as {}"],
  [
    "xml",
    "a list in its element",
    { animals: ["one", "two"] },
    "<Person><aliens><animal>one</animal><animal>two</animal></aliens></Person>",
  ],
  ["xml", "no list without its element", { animals: ["one"] }, "<Person><animal>one</animal></Person>", "read as {}"],
  ["xml", "another root", { id: 1 }, '<person id="1"></person>', "<person>, not <Person>"],
  ["base64", "text", "YWJj", "YWJj"],
  ["base64", "no bytes", "é", "é", "no base64"],
])("%s: %s", (name, _, meant, body, refusal) => {
  it(refusal === undefined ? "is read as it was meant" : "is not read", () => {
    const [type = "", media = {}] = mediaTypes[name] ?? [];
    const sent = type.startsWith("multipart/")
      ? { header: `${type}; boundary=b`, text: `--b\r\n${body}\r\n--b--\r\n` }
      : { header: type, text: body };
    const why = whyMisread(edition, { [essence(type)]: media }, { sent, meant }, "request");
    if (refusal === undefined) expect(why).toBeUndefined();
    else expect(why).toContain(refusal);
  });
});
