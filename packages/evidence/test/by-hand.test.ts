import { describe, expect, it } from "vitest";
import { draftSpec, printCoverage, printHandProblem, readByHand, readFactsFile, updatePlaces } from "../src/index.js";
import { at, listed, markOf, page, read, text, told } from "./by-hand-bookshop.js";

describe("facts.yaml and its pages", () => {
  it("give evidence with the line of each passage, and say which text no passage holds", () => {
    const { evidence, problems, coverage } = read(text, page);
    expect(problems).toEqual([]);
    expect(evidence?.facts.map(({ id, line, value }) => [id, line, value])).toEqual([
      ["operation/list/method", 5, "GET"],
      ["operation/list/path", 5, "/books"],
      ["operation/remove/method", 17, "DELETE"],
      ["operation/remove/path", 17, "/books/{id}"],
    ]);
    expect(printCoverage(coverage, ["logo.png"])).toBe(
      "books.md: 5 of 10 lines with text are covered; no fact covers 1-3, 7, 15, 19\nNot read as pages: logo.png\n",
    );
  });

  it("tell where a passage stands now, and write the place there when asked", () => {
    const moved = page
      .replace("# Books\n", "# Books\n\nThey are for sale.\n")
      .replace("## Remove\n", "## Take away\n\nBeware.\n");
    expect(told(text, moved)).toEqual([
      "facts.yaml:4 (/passages/0): this passage (books.md, line 5) stands at books.md:7 now. Run again with --update, or write the place as line 7.",
      'facts.yaml:11 (/passages/1): this passage (books.md, line 3 below "Remove") stands at books.md:21 now. Run again with --update, or write the place as line 5 below "Take away".',
    ]);
    const { text: updated, updated: places } = updatePlaces(text, read(text, moved).moved);
    expect(places).toHaveLength(2);
    expect(updated).toBe(
      text.replace("lines: 5", "lines: 7").replace("heading: Remove\n    lines: 3", "heading: Take away\n    lines: 5"),
    );
    expect(told(updated, moved)).toEqual([]);
  });

  it("tell what says something else now, and the mark to write when the facts still hold", () => {
    const changed = page.replace("GET /books lists", "GET /all-books lists");
    expect(told(text, changed)).toEqual([
      `facts.yaml:4 (/passages/0): this passage (books.md, line 5) says something else now; line 5 begins with "GET /all-books lists them.". Read it, mend the facts that it states, and then write "mark: ${markOf(changed, listed)}".`,
    ]);
    expect(read(text, changed).evidence).toBeUndefined();
  });

  it("tell what is gone with its place", () => {
    const [line] = told(text, page.slice(0, page.indexOf("## Remove")));
    expect(line).toContain(
      '(books.md, line 3 below "Remove") is gone: there is no such heading, and the words are nowhere on the page.',
    );
  });

  it("do not take the words below another heading for those of the place, where the heading is still there", () => {
    const place = at("5", "Remove");
    const apart = page.replace("Answers 404 where there is none.\n\n## Remove", "## Remove");
    const source = `format: 1\npassages:\n  - page: books.md\n    heading: Remove\n    lines: 5\n    mark: ${markOf(page, place)}\n    nothing: It is an error.\n`;
    const changed = page.replace(/Answers 404(?!.*Answers 404)/s, "Answers 410");
    const newMark = markOf(changed, place);
    expect(told(source, changed)).toEqual([
      `facts.yaml:3 (/passages/0): this passage (books.md, line 5 below "Remove") says something else now; line 19 begins with "Answers 410 where there is none."; its words stand below other headings, at line 13. Read it, mend the facts that it states, and then write "mark: ${newMark}".`,
    ]);
    expect(read(source, changed).moved).toEqual([]);
    const shorter = page.slice(0, page.lastIndexOf("\nAnswers"));
    expect(told(source, shorter)).toEqual([
      'facts.yaml:3 (/passages/0): this passage (books.md, line 5 below "Remove") is gone: there is no such place; its words stand below other headings, at line 13. Find out what became of its facts, and take them out or give them another place.',
    ]);
    const divided = apart.replace("\nAnswers 404", "\n### Failures\n\nAnswers 404");
    expect(read(source, divided).moved).toMatchObject([{ place: at("3", "Failures") }]);
  });

  it("tell of a heading that is gone, which one is near, and where its words stand", () => {
    const place = at("5", "Remove");
    const source = `format: 1\npassages:\n  - page: books.md\n    heading: Remove\n    lines: 5\n    mark: ${markOf(page, place)}\n    nothing: It is an error.\n`;
    expect(told(source, page.replace("## Remove", "## Removed"))).toEqual([
      'facts.yaml:3 (/passages/0): this passage (books.md, line 5 below "Remove") is gone: there is no such heading, and the nearest one is "Removed"; its words stand below other headings, at the lines 13, 19. Find out what became of its facts, and take them out or give them another place.',
    ]);
  });

  it("do not take a passage for another one of the same words", () => {
    const twice = at("13");
    const source = `format: 1\npassages:\n  - page: books.md\n    lines: 13\n    mark: ${markOf(page, twice)}\n    nothing: It is an error.\n`;
    expect(told(source, page)).toEqual([
      "facts.yaml:3 (/passages/0): the words of this passage (books.md, line 13) stand at the lines 13, 19, and one of them could be taken for another. Take more lines into the passage, or name the heading above it.",
    ]);
    expect(told(source.replace("lines: 13", "heading: Get\n    lines: 5"), page)).toEqual([]);
  });

  it("know a page by its name", () => {
    expect(told(text.replace("page: books.md #", "page: book.md #"), page)).toEqual([
      "facts.yaml:4 (/passages/0/page): there is no page book.md. Did you mean books.md.",
    ]);
  });
});

describe("what is wrong in facts.yaml", () => {
  const faults: readonly (readonly [from: string, to: string, message: string])[] = [
    [
      "operation/list/method: GET",
      "operation/list/methd: GET",
      'facts.yaml:8 (/passages/0/facts/operation~1list~1methd): "operation/list/methd" is no id of a fact. Did you mean operation/list/method',
    ],
    [
      "operation/list/method: GET",
      "operation/list/parameter/limit/in: query",
      '"operation/list/parameter/limit/in" is no id of a fact. Did you mean wire/operation/list/parameter/limit/in',
    ],
    [
      "method: GET",
      "method: get",
      'the value "get" is none of GET, PUT, POST, DELETE, OPTIONS, HEAD, PATCH, TRACE. Mend the value of "operation/list/method".',
    ],
    ["path: /books #", "path: '/books/{id' #", 'the value "/books/{id" is no path such as /books/{id}.'],
    ["operation/list/path: /books", "operation/list/returns: array<Book>", "is no type in the notation of evidence"],
    [
      "operation/list/path: /books",
      "operation/list/status/40: described",
      '"40" is no status. Write it as 404, 4XX or default.',
    ],
    ["operation/list/path: /books", "operation/list/returns: '@Book'", "no fact says anything of the model Book."],
    [
      "operation/list/path: /books",
      "operation/list/summary: described",
      "no fact states the path of the operation list.",
    ],
    [
      "operation/remove/method: DELETE",
      "operation/list/method: DELETE",
      '"operation/list/method" is stated in line 8 already. Keep one of the two.',
    ],
    [
      "lines: 5",
      "lines: 5-",
      "facts.yaml:5 (/passages/0/lines): this is no range of lines. Write it as 12 or as 12-15.",
    ],
    ["lines: 5", "line: 5", 'facts.yaml:5 (/passages/0/line): "line" is not known here. Did you mean "lines".'],
    ["mark: ", "mark: x", 'facts.yaml:6 (/passages/0/mark): the "mark" of this passage is missing or is none.'],
    ["nothing: Not of interest.", "nothing:", 'facts.yaml:19 (/passages/2/nothing): "nothing" is no text.'],
    ["format: 1", "format: 2", 'there is no "format: 1".'],
    ["path: /books", "path: { a: b }", "the value of a fact is text, a number, true, false, null, or a list of them."],
    ["heading: Remove", "heading: []", "a heading is empty."],
    ["passages:", "passages: none\nothers:", '"others" is not known here.'],
    ["format: 1", "format: [1", "facts.yaml:"],
  ];

  it.each(faults)("is told with its place and a way out: %s → %s", (from, to, message) => {
    const { file, problems } = readFactsFile(text.replace(from, to), "facts.yaml");
    const more =
      file === undefined ? [] : readByHand("books", "facts.yaml", file, [{ file: "books.md", text: page }]).problems;
    expect([...problems, ...more].map(printHandProblem).join("\n")).toContain(message);
  });
});

it("drafts names as they were written: they are those on the wire", () => {
  const facts = `facts:
      operation/list/method: GET
      operation/list/path: "/books/{bookId}/{shelfId}"
      operation/list/parameter/per_page/type: integer
      wire/operation/list/parameter/per_page/in: query
      operation/list/parameter/X-Trace/type: string
      wire/operation/list/parameter/X-Trace/in: header`;
  const { evidence } = read(
    `format: 1\npassages:\n  - page: books.md\n    lines: 5\n    mark: ${markOf(page, listed)}\n    ${facts}\n`,
    page,
  );
  const draft = evidence && draftSpec(evidence);
  expect(draft).toContain("- name: per_page\n");
  expect(draft).toContain("- name: X-Trace\n");
});
