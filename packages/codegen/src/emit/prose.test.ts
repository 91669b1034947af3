import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allNodes, dangersOf, headingsOf, readMarkdown, textOf } from "../../test/hostile/read-markdown.js";
import { decodeEntities } from "../print/index.js";
import { codeSpan, phrase, plain, table, webLink } from "./markdown.js";
import { prose } from "./prose.js";
import type { Reader } from "./reader.js";

/** What Markdown is made of, and what ends, opens or hides something in it. */
const fragments = [
  ...'` `` ``` ```js ~~~ ~~~~ < > </b> <b> <script> <!-- --> <details> <a\u00a0href="`"> <![CDATA[ ]]> <?php ?> & &lt; &#60; &colon;'.split(
    " ",
  ),
  ..."[ ] ( ) ![ [a] [a]: [^1]: ](javascript:a) ](JaVa&#115;cript:a) ]( javascript: data:text/html,a ](<javascript:a>) ](https://a.b) ](/a) ](#a) ](a) ]()".split(
    " ",
  ),
  ..."<javascript:a> <https://a> <http:// https://a.b / : # ## ###### - * + 1. 2) = == === --- *** _ ** ~ ~~ | |-|- || \\ \\\\ a words".split(
    " ",
  ),
  ..." ,  ,    ,     ,      ,\n,\n\n,\n\n\n,\t,\r\n,\n    ,\n  ,\n> ,\n>,\n- ,\n1. ,\n# ,\u00a0,\u2028,\u200d,\ud800".split(
    ",",
  ),
];
const hostile = fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join(""));

const documentation = "https://docs.example/rest/";
const readers: readonly Reader[] = [undefined, documentation].flatMap((url) =>
  [true, false].map((isSite) => ({ isSite, documentation: url })),
);

function readAround(written: string): ReturnType<typeof readMarkdown> {
  return readMarkdown(`# Name\n\n${written}\n\n## Install\n\nHow.\n`);
}

/** Those that would lead nowhere from here. */
function relativeLinksOf(root: ReturnType<typeof readMarkdown>): readonly string[] {
  return allNodes(root)
    .flatMap((node) => ("url" in node ? [node.url] : []))
    .filter((url) => !/^[a-z][a-z\d+.-]*:/i.test(url));
}

describe("prose", () => {
  it("has no HTML and no dangerous link, and our headings stay the only ones of their depth, whatever it holds", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(...readers), (text, reader) => {
        const root = readAround(prose(text, reader));
        expect(dangersOf(root)).toEqual([]);
        expect(relativeLinksOf(root)).toEqual([]);
        expect(headingsOf(root)[0]).toBe("# Name");
        expect(headingsOf(root).at(-1)).toBe("## Install");
        const depths = allNodes(root).flatMap((node) => (node.type === "heading" ? [node.depth] : []));
        expect(depths.filter((depth) => depth < 3)).toEqual([1, 2]);
        expect(root.children.slice(-1).map(textOf)).toEqual(["How."]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["text as it is", "Who *drinks* [tea](https://tea.example), `a < b` or <https://tea.example>.", undefined],
    ["lists and tables as they are", "- one\n  - two\n\n1. three\n\n| a | b |\n| - | - |\n| `c` | d |", undefined],
    [
      "headings below ours",
      "# One\n## Two #\nThree\n===\nFour\nmore\n---\n###### Six",
      "### One\n#### Two #\n### Three\n#### Four more\n##### Six",
    ],
    ["headings right below ours, whatever they begin with", "#### One\n###### Two", "### One\n#### Two"],
    ["headings in items and quotations below ours", "- # One\n\n> # Two", "- ### One\n\n> ### Two"],
    ["code that nothing ends", "```sh\ncurl <url>", "```sh\ncurl <url>\n```"],
    ["code in an item", "1. Do:\n   ~~~\n   <b>\n   ~~~", "1. Do:\n~~~\n<b>\n~~~"],
    ["indented code", "So:\n\n    a <b>\n\n    ```\n\nEnd.", "So:\n\n````\na <b>\n\n```\n````\n\nEnd."],
    ["code in a quotation", "> ```\n> <b>\nEnd.", "> ```\n> <b>\n> ```\n\nEnd."],
    ["HTML as text", "a <b>c</b> <!-- d --> 1 < 2 \\<e>", "a &lt;b>c&lt;/b> &lt;!-- d --> 1 < 2 \\<e>"],
    [
      "links to scripts as text",
      "[a](javascript:b) [c]\n\n[c]: data:d\n\n<vbscript:e>",
      "[a]\\(javascript:b) [c]\n\n[c]\\: data:d\n\n&lt;vbscript:e>",
    ],
    ["single backticks as text", "`a\n`` b`", "\\`a\n\\`\\` b\\`"],
    ["a span that a cell would break as text", "| a |\n|-|\n| `b|c` |", "| a |\n|-|\n| \\`b|c\\` |"],
    ["nothing where there is nothing", " \n\t\n", ""],
  ])("keeps %s", (_, text, written) => {
    expect(prose(text)).toBe(written ?? text);
  });

  it.each([
    [
      "[Orgs](/rest/orgs#list) and [more](#more)",
      "[Orgs](https://docs.example/rest/orgs#list) and more",
      "Orgs and more",
    ],
    [
      '[A](</a b> "T") ![P](/p.png) [`c`](../c)',
      '[A](https://docs.example/a%20b "T") ![P](https://docs.example/p.png) `c`',
      "A P `c`",
    ],
    ["[B](//b.example/c_(d)) [E]() [F](f.md)", "[B](https://b.example/c_%28d%29) E F", "B E F"],
    [
      "[![badge](/b.svg)](/c) \\[d](/e) `[f](/g)`",
      "[![badge](https://docs.example/b.svg)](https://docs.example/c) \\[d]\\(/e) `[f](/g)`",
      "badge \\[d]\\(/e) `[f](/g)`",
    ],
    ["See [g].\n\n[g]: /g", "See [g].\n\n[g]: https://docs.example/g", "See [g].\n\n[g]\\: /g"],
    ["[# h](#h)\n\n- [- i](i)\n\n[](j)- k", "[# h]\\(#h)\n\n- [- i]\\(i)\n\n[]\\(j)- k", undefined],
    ["[K](https://k.example) <[b](c)>", "[K](https://k.example) &lt;b>", undefined],
  ])("has no link that depends on where it was written: %j", (text, documented, undocumented) => {
    expect(prose(text, { isSite: false, documentation })).toBe(documented);
    expect(prose(text)).toBe(undocumented ?? documented);
  });

  it("takes time in proportion to its length", () => {
    const spent = (text: string): number => {
      const started = performance.now();
      prose(text, { isSite: true, documentation });
      return performance.now() - started;
    };
    for (const part of [
      "`",
      "``a`",
      "> ",
      "- ",
      "[a](",
      "]:",
      "[a](/b)",
      '[a](/b "',
      "[[",
      "[a]( ",
      "[`a](<",
      "<a ",
      "\\",
      "~~~ ",
      "#",
      "| - ",
      "    a\n",
      "a\n=\n",
      "\n",
    ]) {
      spent(part.repeat(1_000));
      expect(spent(part.repeat(30_000))).toBeLessThan(2_000);
    }
  });
});

describe("a cell of a table", () => {
  it("is one cell, whatever it holds", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rows = [phrase(text), plain(text), codeSpan(text), webLink(text)].map((cell) => [cell, "after"]);
        const root = readAround(table(["One", "Two"], rows));
        expect(dangersOf(root)).toEqual([]);
        expect(headingsOf(root)).toEqual(["# Name", "## Install"]);
        const [, found] = root.children;
        const cells = found?.type === "table" ? found.children.map((row) => row.children.map(textOf)) : [];
        expect(cells.map((row) => row.length)).toEqual([2, 2, 2, 2, 2]);
        expect(cells.slice(1).map((row) => row[1])).toEqual(["after", "after", "after", "after"]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("plain text and code spans", () => {
  it("mean nothing but themselves, and what is written as in HTML", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const seenIn = (given: string): string =>
          spaced(given.replace(/\p{Cs}/gu, "\ufffd").replace(/[\u200d\u2028]/g, " "));
        for (const [written, seen] of [
          [plain(text), seenIn(decodeEntities(text))],
          [codeSpan(text), seenIn(text)],
        ] as const) {
          const [paragraph, ...others] = readMarkdown(`Begin ${written.replaceAll("\u200d", " ")} end.`).children;
          expect(others).toEqual([]);
          expect(paragraph && spaced(textOf(paragraph))).toBe(spaced(`Begin ${seen} end.`));
        }
      }),
      { numRuns: 500 },
    );
  });
});

function spaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
