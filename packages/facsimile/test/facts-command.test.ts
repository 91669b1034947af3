import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../evidence/test/temporary.js";
import { type Outcome, runIn } from "./run-facsimile.js";

const page = "# Books\n\n## List\n\n`GET /books` lists them.\n\nIt takes a `limit`.\n";

/** Runs the command in a folder. Where there are answers, somebody sits at the terminal and gives them, one after the other. */
async function run(name: string, cwd: string, args: readonly string[], answers?: string[]): Promise<Outcome> {
  let asked = "";
  const ask = (question: string): Promise<string> => {
    asked += question;
    return Promise.resolve(answers?.shift() ?? "");
  };
  const outcome = await runIn(cwd, [name, ...args], answers === undefined ? {} : { ask });
  return { ...outcome, out: outcome.out + asked };
}

function shop(): Promise<string> {
  return temporaryFolder({ "shop/pages/books.md": page, "shop/pages/logo.png": "" });
}

const place = ["--page", "books.md", "--heading", "List", "--lines", "3"];

describe("facsimile facts add", () => {
  it("makes the file, shows the passage, and adds to it", async () => {
    const folder = await shop();
    const first = await run("facts", folder, ["add", "shop", "operation/list/method", "GET", ...place]);
    expect(first).toEqual({
      code: 0,
      out: "books.md\n5 | `GET /books` lists them.\nshop/facts.yaml: operation/list/method is written.\n",
      err: "",
    });
    await run("facts", folder, ["add", "shop", "operation/list/path", "/books", ...place]);
    await run("facts", folder, [
      "add",
      "shop",
      "operation/list/parameter/limit/type",
      "integer",
      "--page",
      "books.md",
      "--lines",
      "7",
    ]);
    expect(await readFile(join(folder, "shop/facts.yaml"), "utf8")).toMatch(
      /^# yaml-language-server: .*\nformat: 1\npages: pages\npassages:\n {2}- page: books\.md\n {4}heading: List\n {4}lines: 3\n {4}mark: 24-[0-9a-f]{12}\n {4}facts:\n {6}operation\/list\/method: GET\n {6}operation\/list\/path: \/books\n {2}- page: books\.md\n {4}lines: 7\n {4}mark: .*\n {4}facts:\n {6}operation\/list\/parameter\/limit\/type: integer\n$/,
    );
  });

  it.each([
    ["an id that is none", ["operation/list/methd", "GET", ...place]],
    ["a place that is none", ["operation/list/method", "GET", "--page", "books.md", "--lines", "99"]],
    ["a page that is none", ["operation/list/method", "GET", "--page", "book.md", "--lines", "5"]],
    ["a value that is none", ["operation/list/method", "GTE", ...place]],
    ["nothing to ask at", ["--page", "books.md"]],
  ])("leaves no file behind where there was none and it is given %s", async (_, args) => {
    const folder = await shop();
    expect((await run("facts", folder, ["add", "shop", ...args])).code).not.toBe(0);
    expect(await readdir(join(folder, "shop"))).toEqual(["pages"]);
    expect((await run("facts", folder, ["add", "shp", ...args])).code).not.toBe(0);
    expect(await readdir(folder)).toEqual(["shop"]);
  });

  it("asks whether the lines are meant, where they do not have the name that the fact is about", async () => {
    const folder = await temporaryFolder({
      "shop/pages/books.apib":
        "# Books\n\n## Get [GET /books/{id}]\n\n+ Parameters\n\n    + id (number)\n\n+ Response 200\n",
    });
    const add = (id: string, value: string, lines: string): Promise<Outcome> =>
      run("facts", folder, ["add", "shop", id, value, "--heading", "Get [GET /books/{id}]", "--lines", lines]);
    const wrong = await add("operation/get/parameter/id/type", "number", "3");
    expect([wrong.code, wrong.out]).toEqual([
      0,
      'books.apib\n5 | + Parameters\nNeither the passage nor a heading above it has "id". Are these the lines of operation/get/parameter/id/type?\nshop/facts.yaml: operation/get/parameter/id/type is written.\n',
    ]);
    const right = [
      await add("operation/get/parameter/id/required", "true", "5"),
      await add("operation/get/method", "GET", "1"),
      await add("operation/get/path", "/books/{id}", "1"),
      await add("operation/get/status/200", "null", "7"),
      await add("operation/get/status/default", "null", "7"),
      await add("operation/get/returns", "@Book", "7"),
    ];
    const other = [
      await add("operation/list/method", "POST", "7"),
      await add("operation/list/path", "/shelves/{id}", "7"),
    ];
    expect(other.map(({ out }) => /has "(.*)"/.exec(out)?.[1])).toEqual(["POST", "shelves"]);
    expect(right.map(({ code, out }) => [code, out.includes("Neither")])).toEqual(right.map(() => [0, false]));
  });

  it.each([
    [["--heading", "Lst"], 'books.md has no heading "Lst"; did you mean "List"'],
    [["--heading", "one"], 'books.md has no heading "one"; there is Books > Get one'],
    [
      ["--heading", "Prices of all kinds"],
      'books.md has no heading "Prices of all kinds"; its headings are: Books; Books > List; Books > List > Answer; Books > Get one; Books > Get one > Answer',
    ],
    [["--heading", "Answer"], 'books.md has 2 headings "Answer"; write one as List > Answer; Get one > Answer'],
    [
      ["--heading", "List", "--lines", "4-9"],
      'books.md: the part below "List" has 4 lines, and there is no text at 4-9',
    ],
    [["--lines", "99"], "books.md has 16 lines, and there is no text at these"],
  ])("says why %j is no place", async (given, message) => {
    const text = `${page.slice(0, page.indexOf("\nIt takes"))}\n### Answer\n\nAll.\n\n## Get one\n\n### Answer\n\nOne.\n`;
    const folder = await temporaryFolder({ "shop/pages/books.md": text });
    const { code, err } = await run("facts", folder, ["add", "shop", "operation/list/method", "GET", ...given]);
    expect([code, err]).toEqual([1, `facsimile facts: ${message}\n`]);
  });

  it("finds the line by its words, on the page or below a heading", async () => {
    const text = `${page}\n## Get\n\nIt takes an \`id\`.\n`;
    const folder = await temporaryFolder({ "shop/pages/books.md": text });
    const add = (id: string, ...given: readonly string[]): Promise<Outcome> =>
      run("facts", folder, ["add", "shop", id, "integer", "--words", ...given]);
    expect((await add("operation/list/parameter/limit/type", "a   `limit`")).out).toContain(
      "7 | It takes a `limit`.\n",
    );
    expect((await add("operation/get/parameter/id/type", "It takes", "--heading", "Get")).out).toContain(
      "11 | It takes",
    );
    expect(await readFile(join(folder, "shop/facts.yaml"), "utf8")).toMatch(/heading: Get\n {4}lines: 3\n/);
    const failed = [
      await add("operation/get/parameter/id/required", "It takes"),
      await add("operation/get/parameter/id/required", "It gives", "--heading", "Get"),
      await add("operation/get/parameter/id/required", "It", "--heading", "Gets"),
      await add("operation/get/parameter/id/required", "It", "--lines", "7"),
    ];
    expect(failed.map(({ code, err }) => [code, err.split("\n")[0]])).toEqual([
      [1, 'facsimile facts: books.md has 2 lines (7, 11) with the words "It takes"'],
      [1, 'facsimile facts: books.md has no line below "Get" with the words "It gives"'],
      [1, 'facsimile facts: books.md has no heading "Gets"; did you mean "Get"'],
      [2, "facsimile facts: give --lines or --words, and not both"],
    ]);
  });

  it("says of a file that no page can be that it is none", async () => {
    const { err } = await run("facts", await shop(), ["add", "shop", "--page", "logo.png", "--lines", "1"]);
    expect(err).toBe(
      "facsimile facts: logo.png is not read as a page: docs/evidence-by-hand.md lists the endings of names that are\n",
    );
  });

  it("asks at a terminal for what is not given, until it fits", async () => {
    const folder = await shop();
    const answers = [
      "5",
      "operation/list/metod",
      "operation/list/method",
      "get",
      "operation/list/method",
      "GET",
      "operation/list/path",
      "/books",
      "",
    ];
    const { code, out } = await run("facts", folder, ["add", "shop"], answers);
    expect(code).toBe(0);
    expect(out).toContain('"operation/list/metod" is no id of a fact. Did you mean operation/list/method');
    expect(out).toContain('the value "get" is none of GET');
    expect(out).toContain("shop/facts.yaml: operation/list/method, operation/list/path is written.\n");
  });

  const refused: readonly (readonly [args: readonly string[], code: number, told: string])[] = [
    [["add", "shop", "operation/list/verb", "GET", ...place], 1, '"operation/list/verb" is no id of a fact.'],
    [["add", "shop", "operation/list/method", "FETCH", ...place], 1, 'the value "FETCH" is none of GET'],
    [
      ["add", "shop", "operation/list/method", "GET", "--page", "book.md", "--lines", "5"],
      1,
      "there is no page book.md; the pages are books.md",
    ],
    [
      ["add", "shop", "operation/list/method", "GET", "--page", "books.md", "--lines", "99"],
      1,
      "books.md has 8 lines, and there is no text at these",
    ],
    [
      ["add", "shop", "operation/list/method", "GET", "--page", "books.md", "--heading", "Lost"],
      1,
      'books.md has no heading "Lost"; did you mean "List"',
    ],
    [
      ["add", "shop", "operation/list/method", "GET", "--page", "books.md", "--lines", "x"],
      2,
      'lines are written as 12 or as 12-15, not "x"',
    ],
    [["add", "shop", "operation/list/method", ...place], 2, "give the value: there is no terminal to ask at"],
    [["add", "shop", ...place], 2, "give an id and a value: there is no terminal to ask at"],
    [["add", "shop", "operation/list/method", "GET", "--page", "books.md"], 2, "give --lines, --words or --heading"],
    [["take", "shop"], 2, 'the first word has to be "add"'],
  ];

  it.each(refused)("refuses %j", async (args, code, told) => {
    const outcome = await run("facts", await shop(), args);
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain(told);
  });

  it("refuses what is stated already, and a passage that changed", async () => {
    const folder = await shop();
    await run("facts", folder, ["add", "shop", "operation/list/method", "GET", ...place]);
    const twice = await run("facts", folder, ["add", "shop", "operation/list/method", "GET", ...place]);
    expect(twice.err).toContain('"operation/list/method" is stated in line 10 already.');
    await writeFile(join(folder, "shop/pages/books.md"), page.replace("lists", "shows"));
    const changed = await run("facts", folder, ["add", "shop", "operation/list/path", "/books", ...place]);
    expect(changed.err).toContain(
      "shop/facts.yaml:5: the passage says something else than when its facts were written.",
    );
  });
});

describe("facsimile evidence of facts by hand", () => {
  async function written(): Promise<string> {
    const folder = await shop();
    await run("facts", folder, ["add", "shop", "operation/list/method", "GET", ...place]);
    await run("facts", folder, ["add", "shop", "operation/list/path", "/books", ...place]);
    return folder;
  }

  it("writes evidence, and says what no fact covers", async () => {
    const folder = await written();
    const { code, out } = await run("evidence", folder, ["shop", "--out", "evidence.json"]);
    expect({ code, out }).toEqual({
      code: 0,
      out: "books.md: 1 of 4 lines with text are covered; no fact covers 1-3, 7\nNot read as pages: logo.png\nshop: 1 pages, 1 operations, 0 parameters, 0 statuses, 0 headers, 0 models, 0 properties, 0 enumerations, 2 facts\n",
    });
    expect(await readFile(join(folder, "evidence.json"), "utf8")).toContain(
      '{"id":"operation/list/method","page":"books.md","line":5,"value":"GET"}',
    );
    const whole = await run("evidence", folder, ["shop", "--whole"]);
    expect(whole).toMatchObject({
      code: 1,
      err: expect.stringContaining("With --whole, a passage has to hold each line"),
    });
  });

  it("takes a reason for lines that state nothing", async () => {
    const folder = await written();
    await run("facts", folder, [
      "add",
      "shop",
      "--nothing",
      "An introduction.",
      "--page",
      "books.md",
      "--lines",
      "1-3",
    ]);
    await run("facts", folder, [
      "add",
      "shop",
      "--nothing",
      "The number is said elsewhere.",
      "--page",
      "books.md",
      "--lines",
      "7",
    ]);
    expect(await run("evidence", folder, ["shop", "--whole", "--out", "evidence.json"])).toMatchObject({
      code: 0,
      err: "",
    });
  });

  it("writes the places of what moved, where it is asked to", async () => {
    const folder = await written();
    await writeFile(join(folder, "shop/pages/books.md"), page.replace("## List\n", "## Listing\n\nA word before.\n"));
    const moved = await run("evidence", folder, ["shop", "--out", "evidence.json"]);
    expect(moved.code).toBe(1);
    expect(moved.err).toBe(
      'shop/facts.yaml:5 (/passages/0): this passage (books.md, line 3 below "List") stands at books.md:7 now. Run again with --update, or write the place as line 5 below "Listing".\n',
    );
    const updated = await run("evidence", folder, ["shop", "--out", "evidence.json", "--update"]);
    expect(updated).toMatchObject({ code: 0, err: "shop/facts.yaml: 1 of 1 places that moved are written anew.\n" });
    expect(await readFile(join(folder, "shop/facts.yaml"), "utf8")).toContain("heading: Listing\n");
  });

  it("refuses the options where there is no facts.yaml", async () => {
    const folder = await temporaryFolder({ "docs/a.md": "# a\n" });
    expect(await run("evidence", folder, ["docs", "--update"])).toMatchObject({ code: 2 });
  });

  it("leaves a page as it is, of which a part was changed, whatever is asked", async () => {
    const folder = await written();
    await writeFile(join(folder, "shop/pages/books.md"), page.replace("GET", "PUT"));
    const before = await readFile(join(folder, "shop/facts.yaml"), "utf8");
    const { code, err } = await run("evidence", folder, ["shop", "--update"]);
    expect(code).toBe(1);
    expect(err).toContain('says something else now; line 5 begins with "`PUT /books` lists them."');
    expect(await readFile(join(folder, "shop/facts.yaml"), "utf8")).toBe(before);
  });
});
