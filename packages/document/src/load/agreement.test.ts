import { describe, expect, test } from "vitest";
import { loadByJsYaml } from "../../test/js-yaml.js";
import { parse } from "./parse.js";

/** Texts that are read as js-yaml's own `load` reads them, in silence, members in the same order. */
describe.each<[string, Record<string, string>]>([
  [
    "tabs",
    {
      "before a comment": "a: b\t# c",
      "between key and value": "a:\tb\nc\t:\t\td",
      "after a dash": "-\ta\n-\tb",
      "on an empty line": "a:\n\t\n  b: c",
      "inside brackets": "a: [\n \t\t1,\t2\n \t]",
      "in JSON": '{\n\t"a": {\n\t\t"b": [\n\t\t\t1\n\t\t]\n\t}\n}',
      "in a block scalar": "a: |\n  b\n  \tc\n",
      "in quotes": 'a: "b\tc \t\n  \td"',
    },
  ],
  [
    "brackets",
    {
      "a trailing comma": "a: [b, c, ]\nd: { e: f, }",
      "a pair in a list": "[a: b, { c: d }, ? e : f]",
      "keys without a value": "{ a, b: , c: d }",
      "no space after the colon of a quoted key": '{"a":1, "b":[2]}',
      "a URL": "[http://example.com:80/a?b=c, a:b]",
      comments: "a: [ # one\n  b, # two\n  c # three\n  ]",
      "further left than what they contain": "a:\n    - [\n      b\n     ]\n    - {\n          c: d\n      }",
      "at the left edge of the document": "{\na: b,\nc: [\nd\n]\n}",
      "a plain scalar over lines": "[a\n b\n\n c, d]",
    },
  ],
  [
    "keys",
    {
      "a question mark": "? a\n: b\n? c\n: - d",
      "a question mark without a value": "? a\n? b",
      "a question mark before text over lines": "? a\n  b\n: c",
      "a question mark before a block scalar": "? |\n  a\n  b\n: c",
      "no key": ": a",
      quotes: '"a": 1\n\'b\': 2\n"c d" : 3',
      "what looks like something else": "200: a\n1.10: b\ntrue: c\nnull: d\n~: e\n0x1F: f\n-0: g\n2020-01-31: h",
      "two spellings of one number": "1: a\n1.0: b\n01: c",
      "an alias": "- &a key\n- *a : b",
      long: `${"k".repeat(2000)}: v`,
      "a tag": "!!str 200: a",
      __proto__: "__proto__: { a: 1 }\nconstructor: b",
      "colons, dashes and hashes": "a:b: c\n-a: b\na#b: c\n:a: b\n?a: b",
      "sequences no further right": "a:\n- b\n- c\nd:\n- e",
    },
  ],
  [
    "plain scalars",
    {
      "over lines": "a: b\n  c\n\n  d\ne: f",
      "below their key": "a:\n  b\n  c",
      "that look like indicators": "- -a\n- :b\n- ?c\n- a - b\n- a:b\n- 'a # b'\n- a#b",
      numbers: "[0, -0, +1, 1., .5, 1e3, -1.5E-3, 0o17, 0xFf, 0777, 12345678901234567890, 1_000, 0b1, 0x, 1e, +.5]",
      "numbers that are too large": `[1e999, -7e12345, ${"9".repeat(400)}, 0x${"f".repeat(400)}]`,
      words: "[true, True, TRUE, tRUE, yes, no, on, off, y, null, Null, NULL, nULL, ~, '']",
      dates: "[2020-01-31, 2020-01-31T12:00:00Z, 12:30:45]",
      nothing: "a:\nb:\n  -\n  - c\nd: ''",
      "merge key as a value": "a: <<",
      "characters beyond the first plane": "a: 😀é\u2028b",
    },
  ],
  [
    "quoted scalars",
    {
      escapes: '"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\"\\/\\\\\\N\\_\\L\\P\\x41\\u00e9\\U0001F600"',
      "surrogates in JSON": '"\\ud83d\\ude00"',
      "over lines": "a: 'b\n  c\n\n  d'\ne: \"f \\\n  g\\n\\\n  \\  h\"",
      "two single quotes": "'it''s'",
      numbers: "['1', \"true\", '~']",
    },
  ],
  [
    "block scalars",
    {
      chomping: "- |\n a\n\n- |-\n b\n\n- |+\n c\n\n- d",
      folding: "a: >\n  b\n  c\n\n  d\n    e\n    f\n  g\n\n\nh: i",
      "an explicit indentation": "a: |2\n    b\n  c\nd: >1-\n   e\n  f",
      "an indentation and chomping, either way around": "- |2-\n   a\n- |-2\n   b",
      "further right than their neighbours": "a: |\n        b\n       \n        c\nd: e",
      "no further right at the top": "--- |\na\nb\n",
      nothing: "a: |\nb: >\n\nc: |+\n\n",
      "lines of spaces": "a: |\n  b\n   \n\n  c\n     \n",
      "what looks like comments and keys": "a: |\n  # b\n  c: d\n# e\nf: g",
      "no line break at the end": "a: |\n  b",
      "hyphens and dots": "a: |\n  ---\n  ...\n",
      "in sequences in sequences": "- - |\n   a\n  - >\n   b\n   c",
    },
  ],
  [
    "anchors",
    {
      "on nothing": "a: &a\nb: *a\nc: [&c , *c]",
      "on keys": "&a a: b\nc: *a",
      "on brackets and blocks": "a: &a [1]\nb: &b\n  c: *a\nd: *b",
      "given twice": "- &a 1\n- *a\n- &a 2\n- *a",
      "before and after a tag": "- &a !!str 1\n- !!str &b 2\n- [*a, *b]",
      "with odd names": "- &a:b/c 1\n- *a:b/c",
      "before a block scalar": "a: &a |\n  b\nc: *a",
    },
  ],
  [
    "merge keys",
    {
      "in their place": "a: &a { b: 1, c: 2 }\nd: { e: 0, <<: *a, c: 3, f: 4 }",
      "after what they would overwrite": "a: &a { b: 1 }\nd: { b: 0, <<: *a }",
      lists: "- &a { b: 1, c: 2 }\n- &d { b: 3, e: 4 }\n- { <<: [*a, *d], f: 5 }",
      "two of them": "- &a { b: 1, c: 2 }\n- &d { b: 3, e: 4 }\n- { <<: *a, <<: *d, b: 5 }",
      "of a mapping that merges": "- &a { b: 1 }\n- &c { <<: *a, d: 2 }\n- { <<: *c }",
      "written out": "a: { <<: { b: 1 }, c: 2 }",
      "in quotes": "a: { '<<': { b: 1 } }",
      "with tags": "a: { !!str <<: b }\nc: { !!merge <<: { d: e } }",
    },
  ],
  [
    "tags",
    {
      text: "[!!str 1, !!str true, !!str , !!str ~, ! 1, ! true]",
      numbers: "[!!int '1', !!int 0x1F, !!int -0b11, !!float 1, !!float '1.5', !!bool 'true', !!null '', !!null ~]",
      collections: "a: !!map { b: c }\nd: !!seq [e]\nf: !!map\n  g: h\ni: !!seq\n- j\nk: ! { l: m }",
      "empty collections": "a: !!map\nb: !!seq",
      "in full": "[!<tag:yaml.org,2002:str> 1, !<tag:yaml.org,2002:int> '2']",
      "percent-encoded": "!!%73tr 1",
      "by a handle": "%TAG !y! tag:yaml.org,2002:\n---\n[!y!str 1, !y!int '2']",
      "by another meaning of a handle": "%TAG ! tag:yaml.org,2002:\n---\n[!str 1]",
    },
  ],
  [
    "document markers",
    {
      "start and end": "---\na: b\n...\n",
      "a value beside the start": "--- [a]",
      "comments around": "# a\n---\n# b\nc: d # e\n... # f\n# g\n",
      directives: "%YAML 1.2\n---\na: b",
      "an older version": "%YAML 1.1\n---\na: yes",
      "an unknown directive": "%FOO bar\n---\na: b",
    },
  ],
  [
    "characters",
    {
      "a byte order mark": "\ufeffa: b",
      "a byte order mark before directives": "\ufeff%YAML 1.2\n---\na: b",
      "CR LF": "a: |\r\n  b\r\n  c\r\nd:\r\n  - e\r\n\r\n  - 'f\r\n    g'\r\n",
      CR: "a: |\r  b\r  c\rd:\r  - e\r",
      "no line break at the end": "a: b",
      "spaces at the end": "a: b   \nc:   \n  d: e  ",
      "deeper and deeper": Array.from({ length: 150 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
    },
  ],
])("%s", (_, texts) => {
  test.each(Object.entries(texts))("%s", (_, text) => {
    const loaded = loadByJsYaml(text);
    expect(loaded).toHaveProperty("value");
    const { source, problems } = parse("openapi.yaml", "/openapi.yaml", text);
    expect(problems).toEqual([]);
    expect(JSON.stringify(source?.json)).toBe(JSON.stringify("value" in loaded && loaded.value));
  });
});
