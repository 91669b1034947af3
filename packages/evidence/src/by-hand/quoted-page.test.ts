import { describe, expect, it } from "vitest";
import { PageChecker } from "./check-passage.js";
import { quotePage } from "./quoted-page.js";

const html = `<!doctype html>
<title>No text
of the page</title><style>p { color: red }</style>
<h1>Tides
 &amp; <em>ports</em></h1><p title="no text">One<br>two
<!-- none
either --><table><tr><td>a<td><del>b</del>
</table><h2>Un<b>der</b></h2>the end`;

describe("a page of HTML", () => {
  const page = quotePage({ file: "a.html", text: html });

  it("is the text that people read, line by line, with marks around what is struck out", () => {
    const words = page.lines.map((line) => line.replace(/\s+/g, " ").trim());
    expect(words).toEqual(["", "", "", "Tides", "& ports One two", "", "a ~~b~~", "Under the end"]);
  });

  it("has headings with the lines on which they begin", () => {
    expect(page.headings).toEqual([
      { line: 4, depth: 1, title: "Tides & ports" },
      { line: 8, depth: 2, title: "Under" },
    ]);
  });

  it.each([
    ["<p>a\n<!-- b", 2, "a comment that begins here is never closed"],
    ["<p>a\n<script>b", 2, "<script> is never closed"],
    ["<p>a\n<p class='b>c", 2, "a tag that begins here is never closed"],
  ])("says where its end cannot be read: %j", (text, line, message) => {
    expect(quotePage({ file: "a.html", text }).unread).toEqual({ line, message });
  });
});

describe("a page of Markdown", () => {
  it("has headings of both kinds, and none in code, front matter and tables", () => {
    const text =
      "---\ntitle: A\n---\n# One `two` #\n```\n# code\n```\nThree\n===\n| a |\n|---|\n| b |\n---\n## GET /a [/b]\n~~~~\n```\n# b\n~~~~\n### C#\n";
    const titles = quotePage({ file: "a.md", text }).headings.map(
      ({ line, depth, title }) => `${line} ${depth} ${title}`,
    );
    expect(titles).toEqual(["4 1 One two", "8 1 Three", "14 2 GET /a [/b]", "19 3 C#"]);
  });
});

describe("a page of Slate in a template", () => {
  it("is one of Markdown, whose templates are text", () => {
    const text = "---\ntitle: A\n---\n# Books\n\n<%= partial 'list' %>\n## Get\n";
    const { headings, lines } = quotePage({ file: "source/index.html.md.erb", text });
    expect(headings.map(({ line, title }) => [line, title])).toEqual([
      [4, "Books"],
      [7, "Get"],
    ]);
    expect(lines[5]).toBe("<%= partial 'list' %>");
  });
});

describe("a Postman collection", () => {
  it("has the names of its folders, requests and saved responses for headings", () => {
    const text = JSON.stringify(
      {
        info: { name: "Books" },
        item: [
          {
            name: "Shelf",
            item: [{ request: { method: "GET" }, name: "List  all", response: [{ name: "Two books", code: 200 }] }],
          },
          { name: "Get", request: { method: "GET" } },
        ],
      },
      null,
      1,
    );
    const { headings, lines } = quotePage({ file: "books.json", text });
    expect(headings.map(({ line, depth, title }) => [depth, title, lines[line - 1]?.trim()])).toEqual([
      [1, "Books", "{"],
      [2, "Shelf", "{"],
      [3, "List all", "{"],
      [4, "Two books", "{"],
      [2, "Get", "{"],
    ]);
    expect(headings.map(({ line }) => line)).toEqual([1, 6, 9, 15, 23]);
  });

  it.each(['{ "item": [] }', '{ "info": { "name": "a" } }', "[]", "{", `${"[".repeat(9999)}`])(
    "is not what %j is",
    (text) => {
      expect(quotePage({ file: "a.json", text }).headings).toEqual([]);
    },
  );
});

const hostile = [
  "<div>",
  "<a></b>",
  "<a b c ",
  "<b>\n",
  "<",
  "&amp;",
  "<!--",
  "<h1>x",
  "\u0000\u001b[31m\u202e",
  "a\n",
  "a ",
  "# a\n",
  "```\n",
  "a\n===\n",
  "| a |\n",
];

it.each(hostile)("takes pages of nothing but %j for what they are, in time that grows with their length", (part) => {
  for (const file of ["a.html", "a.md", "a.txt", "a.json"]) {
    const page = quotePage({ file, text: part.repeat(Math.ceil(100_000 / part.length)) });
    const state = new PageChecker(page).check({
      place: { heading: undefined, lines: { from: 1, to: 1 } },
      mark: "3-d4c00859134f",
    });
    expect(state.kind).toBe("gone");
  }
});

it("gives up a search in what is all the same, and says so", () => {
  const page = quotePage({ file: "a.txt", text: "a\n".repeat(20_000) });
  const state = new PageChecker(page).check({
    place: { heading: undefined, lines: { from: 1, to: 1 } },
    mark: "9999-d4c00859134f",
  });
  expect(state).toMatchObject({ kind: "gone", searched: false });
});
