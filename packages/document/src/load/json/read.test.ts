import { expect, test } from "vitest";
import type { Json } from "../document.js";
import { parse } from "../parse.js";
import { child, splitLast, valueAt } from "../pointer.js";
import { readJson } from "./read.js";

/** Every pointer of a value, with the text of a number, boolean or null where the pointer leads to one. */
function pointersOf(value: Json, pointer = ""): string[] {
  if (value === null || typeof value !== "object") return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([key, inner]) => pointersOf(inner, child(pointer, key)))];
}

/** What is said of a text, and where everything in it stands. A line break before it keeps it from being read as JSON. */
function read(text: string, before: string): unknown {
  const { source, problems } = parse("a.json", "/a.json", before + text);
  const said = problems.map(({ offset, ...problem }) => ({ ...problem, offset: offset - before.length }));
  if (source === undefined) return { said };
  const places = pointersOf(source.json).map((pointer) => {
    const { line, ...place } = source.locate(pointer);
    return { ...place, line: line - before.length };
  });
  return { said, places, json: JSON.stringify(source.json), numbers: numbersOf(source.json) };
}

/** JSON.stringify makes 0 of -0. */
function numbersOf(value: Json): string[] {
  if (typeof value === "number") return [Object.is(value, -0) ? "-0" : String(value)];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(numbersOf);
}

const plain: Record<string, string> = {
  "nothing in it": "{}",
  lists: "[[], [[1, 2], [3]], {}, [{}]]",
  "every kind of value": '{"a": "b", "c": 1, "d": true, "e": false, "f": null, "g": [], "h": {}}',
  "no spaces": '{"a":{"b":[1,{"c":"d"}],"e":2},"f":[[],"g"]}',
  "spaces and line breaks everywhere": '{\n\t"a" \r\n : \r [ 1\n,\n2 ] \n, "b"\n:\n{ }\n}\n\n',
  "whole numbers as keys": '{"404": 1, "a": 2, "200": 3}',
  "keys that objects inherit": '{"__proto__": {"a": 1}, "constructor": 2, "toString": {"__proto__": 3}}',
  "empty keys and texts": '{"": {"": ""}, "a": ["", ""]}',
  escapes:
    '{"\\u0061\\n\\"": "\\\\", "\\/users~": {"\\\\": "\\"[{"}, "\\ud83d\\ude00": "\\ud83d \\ude00 \\b\\f\\r\\t"}',
  "brackets, colons and quotes in texts": '{"a:": "{[,\\":", "]}": ["}]", ": 1"], "\\\\": "\\\\"}',
  "characters beyond ASCII": '{"ä": "€", "😀": ["\u2028\u0085\u007f\ufeff", "\uffff"]}',
  numbers: "[0, -0, 1.0, -1.5e3, 1E+2, 1e-400, 12345678901234567890, 0.1]",
  "what YAML would read otherwise without quotes":
    '{"<<": {"a": 1}, "*b": "&c", "!d": "~", "# e": "null", "- f": ".inf", "g": "1"}',
  "many keys": JSON.stringify(Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, index]))),
  "a long key": JSON.stringify({ ["k".repeat(3000)]: 1 }),
  "keys whose marks are the same": '{"Aa": 1, "BB": 2}',
  "100 levels": "[".repeat(100) + "]".repeat(100),
};

test.each(Object.entries(plain))("%s: read at once, as YAML reads it", (_, text) => {
  expect(readJson(text)).toBeDefined();
  expect(read(text, "")).toEqual(read(text, "\n"));
});

const notable: Record<string, string> = {
  "a key that is given twice": '{"a": 1, "b": 2, "a": 3}',
  "a key that is given twice, once with an escape": '{"a": {"b/": 1, "\\u0062\\/": 2}}',
  "one of many keys that is given twice": `{${Array.from({ length: 50 }, (_, index) => `"k${index % 49}": ${index}`).join()}}`,
  "a number that is too large": '{"a": [1e999, -1E+999]}',
  "a whole number that is too large": `[${"9".repeat(400)}]`,
  "180 levels": "[".repeat(180) + "]".repeat(180),
  "too many levels": "[".repeat(300) + "]".repeat(300),
  "a comma too many": '{"a": [1, 2,],}',
  "a comment": '{"a": 1 # one\n}',
  "a key without quotes": "{a: 1}",
  "two values": "{} {}",
  "a bracket too few": '{"a": [1, 2}',
};

test.each(Object.entries(notable))("%s: left to the YAML parser", (_, text) => {
  expect(readJson(text)).toBeUndefined();
  expect(read(text, "")).toEqual(read(text, "\n"));
});

test.each(["", " {}", "\n[1]", '"a"', "1", "null", "\ufeff{}", "---\n{}"])(
  "%j does not begin with a bracket",
  (text) => {
    expect(readJson(text)).toBeUndefined();
  },
);

test("a text that is nested 100,000 levels deep is read no further than it has to be", () => {
  const depth = 100_000;
  expect(readJson("[".repeat(depth) + "]".repeat(depth))).toBeUndefined();
  expect(parse("a.json", "/a.json", '{"a":'.repeat(depth)).problems).toMatchObject([{ code: "document-too-deep" }]);
});

test("numbers and booleans can be asked for as they are written", () => {
  const { source } = parse("a.json", "/a.json", '{"a": [1.0, true , {"b":-1E2}], "c": null}');
  const text = (pointer: string) => {
    const holder = valueAt(source?.json ?? null, splitLast(pointer)?.parent ?? "");
    return source?.textAt(Object(holder), pointer);
  };
  expect(["/a/0", "/a/1", "/a/2/b", "/c"].map(text)).toEqual(["1.0", "true", "-1E2", "null"]);
  expect(text("/a/3")).toBeUndefined();
  expect(source?.textAt([1], "/a/0")).toBeUndefined();
});
