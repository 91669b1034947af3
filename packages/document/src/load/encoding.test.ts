import { expect, test } from "vitest";
import { find } from "../../test/documents.js";
import { decode } from "./encoding.js";

const text = "openapi: 3.1.0\ninfo: { title: Tée 🫖, version: 1.0.0 }\npaths: {}\n";

/** UTF-16 with its byte order mark. */
function utf16(from: string, isBigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\uFEFF${from}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

test("UTF-8 is read with and without a byte order mark, UTF-16 with one", async () => {
  const all = [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16(text, false), utf16(text, true)];
  for (const bytes of all) {
    expect(decode(bytes)).toEqual({ text });
    expect(await find({ "openapi.yaml": bytes })).toEqual([]);
  }
});

test.each([
  ["ISO 8859-1", Buffer.from("a: 1\nb: T\xe9e\nc: \xe9\n", "latin1"), "UTF-8", 2, 5, "E9"],
  ["a byte that goes on where nothing began", Buffer.from([0x61, 0x80]), "UTF-8", 1, 2, "80"],
  ["a character that is cut off at the end", Buffer.from("a: é").subarray(0, 4), "UTF-8", 1, 4, "C3"],
  ["a character that is cut off at a line's end", Buffer.from("é\rb: \xe9\n", "latin1"), "UTF-8", 1, 1, "E9"],
  ["an archive", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xf0, 0x0a, 0xff]), "UTF-8", 1, 5, "F0"],
  ["half a character of UTF-16", utf16("a\nb\ud800c", false), "UTF-16", 2, 2, "00"],
])("%s is refused with the place", (_, bytes, encoding, line, column, byte) => {
  expect(decode(bytes)).toEqual({
    code: "file-not-utf8",
    missing: false,
    message: `The file is not ${encoding} text: line ${line} has the byte ${byte} where none can be.`,
    fix: "Save it as UTF-8, or name the document and not another kind of file.",
    position: { line, column },
  });
});

test("a mark of replacement that is in the text is no fault", () => {
  const bytes = Buffer.concat([Buffer.from("\uFFFD\uFFFD"), Buffer.from([0xff])]);
  expect(decode(bytes)).toHaveProperty("position", { line: 1, column: 3 });
});

test("what is no text is told from what cannot be read, with its place", async () => {
  expect(await find({ "openapi.yaml": Buffer.from([0xff]) })).toEqual(["openapi.yaml:1:1 file-not-utf8"]);
});
