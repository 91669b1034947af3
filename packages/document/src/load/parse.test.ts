import { YAMLException } from "js-yaml";
import { describe, expect, test } from "vitest";
import { loadByJsYaml } from "../../test/js-yaml.js";
import type { Json } from "./document.js";
import { parse } from "./parse.js";

/** The value of a text, with the codes of what is said about it. */
function read(text: string): { json: Json | undefined; codes: string[] } {
  const { source, problems } = parse("openapi.yaml", "/openapi.yaml", text);
  return { json: source?.json, codes: problems.map(({ code }) => code) };
}

/** Texts of which neither makes anything. */
test.each([
  ["a tab in the indentation of a block", "a:\n\tb: c", "yaml-syntax"],
  ["a key over lines", "a\n b: c", "yaml-syntax"],
  ["two keys on a line", "a: b: c", "yaml-syntax"],
  ["an item further left", "a:\n   - b\n  - c", "yaml-syntax"],
  ["a block scalar whose first lines are indented further", "a: |\n     \n  b", "yaml-syntax"],
  ["a missing comma", "[a: b\n c: d]", "yaml-syntax"],
  ["a comma too many", "[a,, b]", "yaml-syntax"],
  ["a plain scalar that goes on further left", "a: [b\nc]", "yaml-syntax"],
  ["an unknown escape", '"\\."', "yaml-syntax"],
  ["an alias with a tag", "- &a b\n- !!str *a", "yaml-syntax"],
  ["an unknown handle", "!a!b c", "yaml-syntax"],
  ["a directive without a document", "%YAML 1.2\n", "yaml-syntax"],
  ["another major version", "%YAML 2.0\n---\na", "yaml-syntax"],
  ["two documents", "a\n---\nb", "yaml-several-documents"],
  ["no document", "# a", "file-empty"],
  ["a null character", "a: \0", "yaml-syntax"],
])("%s is refused", (_, text, code) => {
  expect(loadByJsYaml(text)).toHaveProperty("refused");
  expect(read(text).json).toBeUndefined();
  expect(read(text).codes).toContain(code);
});

describe("what js-yaml refuses and is read here", () => {
  test.each<[string, string, Json, string]>([
    ["a key given twice, of which the last counts", "a: 1\nb: 2\n'a': 3", { a: 3, b: 2 }, "yaml-duplicate-key"],
    ["a list as a key, without what has it", "? [a]\n: b\nc: d", { c: "d" }, "yaml-key-not-text"],
    ["a merge of text, which merges nothing", "<<: a\nb: c", { b: "c" }, "yaml-merge-key"],
  ])("%s", (_, text, json, code) => {
    expect(loadByJsYaml(text)).toHaveProperty("refused");
    expect(read(text)).toEqual({ json, codes: [code] });
  });

  test.each<[string, string, Json]>([
    ["a closing brace below its key", "a: {\n  b: c\n}\nd: e", { a: { b: "c" }, d: "e" }],
    ["a closing bracket below its key", "a:\n  b: [\n    c\n  ]\nd: e", { a: { b: ["c"] }, d: "e" }],
    ["lines at the left edge", "a: [b,\n{ c:\nd }\n,\ne]", { a: ["b", { c: "d" }, "e"] }],
    ["lines indented by tabs", "a: {\n\tb: [\n\t\tc\n\t]\n}", { a: { b: ["c"] } }],
    ["quotes", "a: \"b\nc\n\n\td\"\ne: 'f\ng'", { a: "b c\nd", e: "f g" }],
    ["an item of a list", "- {\n  a: b\n}\n- [\nc]", [{ a: "b" }, ["c"]]],
    ["comments between", "a: [ # one\n# two\nb # three\n]", { a: ["b"] }],
    ["an anchor", "a: &a {\n}\nb: *a", { a: {}, b: {} }],
    ["CR LF", "a: {\r\n  b: c\r\n}\r\n", { a: { b: "c" } }],
  ])("indentation inside brackets and quotes: %s", (_, text, json) => {
    expect(loadByJsYaml(text)).toEqual({ refused: "deficient indentation" });
    expect(read(text)).toEqual({ json, codes: ["yaml-indentation"] });
  });

  test.each<[string, Json]>([
    ["!Ref 'users'", "users"],
    ["!include users.yaml", "users.yaml"],
    ["!!timestamp 2020-01-31", "2020-01-31"],
    ["!!binary aGk=", "aGk="],
    ["!!int one", "one"],
    ["!!bool yes", "yes"],
    ["!!map text", "text"],
    ["!!set { a, b }", { a: null, b: null }],
    ["!!omap [a: 1]", [{ a: 1 }]],
    ["!!map [a]", ["a"]],
    ["!!seq { a: 1 }", { a: 1 }],
    ["!<tag:example.com,2000:a> 12", 12],
  ])("a tag that JSON has no value for: %s", (text, json) => {
    expect(loadByJsYaml(text)).toHaveProperty("refused");
    expect(read(text)).toEqual({ json, codes: ["yaml-tag-unsupported"] });
  });
});

test.each([
  ["a list inside itself", "&a [*a]", "yaml-alias-limit"],
  ["nothing but a marker", "---", "file-empty"],
])("js-yaml reads %s, and JSON cannot hold it", (_, text, code) => {
  expect(loadByJsYaml(text)).toHaveProperty("value");
  expect(read(text)).toEqual({ json: undefined, codes: [code] });
});

test.each([
  ["an infinite number", "[.inf]", ".inf"],
  ["no number", "[-.nan, .NaN]", ".NaN"],
])("js-yaml reads %s, and JSON has it as a text", (_, text, content) => {
  expect(loadByJsYaml(text)).toHaveProperty("value");
  expect(read(text)).toMatchObject({ json: expect.arrayContaining([content]), codes: ["yaml-number-not-json"] });
});

test("the lines that stand too far left are counted, and the first one is named", () => {
  const { problems } = parse("a.yaml", "/a.yaml", "a: [\nb,\nc\n]");
  expect(problems).toMatchObject([{ offset: 5, message: expect.stringMatching(/There are 3 such lines\.$/) }]);
});

test("js-yaml is as strict as before after a text in which lines stand too far left", () => {
  const { throwAt } = YAMLException;
  read("a: [\nb]");
  read("a: [\nb");
  expect(YAMLException.throwAt).toBe(throwAt);
});

test("of a thousand problems of one kind the last one says that there may be more", () => {
  const { problems } = parse("a.yaml", "/a.yaml", `[${"*a, ".repeat(5000)}]`);
  expect(problems).toHaveLength(1000);
  expect(problems.filter(({ message }) => message.endsWith("No more of this kind are listed."))).toEqual([
    problems.at(-1),
  ]);
});

test("an alias that is refused is one problem, as the value of a merge key too", () => {
  expect(read("a: { <<: *b }").codes).toEqual(["yaml-syntax"]);
});
