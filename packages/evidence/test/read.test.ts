import { describe, expect, it } from "vitest";
import { camelCase } from "../src/families/spelling.js";
import { countFacts, loadPages, parseEvidence, printEvidence, readDocumentation, verify } from "../src/index.js";
import {
  changedPages,
  languages,
  provenEvidence,
  provenPages,
  shelfEvidence,
  shelfPages,
  shelfSpec,
  valuesOf,
} from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

describe("the names on the wire", () => {
  it("may be those of pages for PHP in either spelling that its generator has", async () => {
    const pages = (await shelfPages("php")).map(({ file, text }) => ({
      file,
      text: text.replace(/(?<=\$|\*\*)[a-z]+(_[a-z]+)+/g, camelCase),
    }));
    const { findings } = verify(await shelfSpec(), provenPages(pages), []);
    expect(findings.some(({ fact }) => fact.id === "wire/operation/listBooks/parameter/pageSize/name")).toBe(true);
    expect(findings.filter(({ verdict }) => verdict !== "confirmed").map(({ fact, says }) => [fact.id, says])).toEqual(
      [],
    );
  });
});

describe.each(languages)("the pages of a %s SDK", (language) => {
  it("are read into facts that the spec of the same API confirms, but for the names that they show in the SDK's spelling", async () => {
    const open = verify(await shelfSpec(), await shelfEvidence(language), []).findings;
    const { findings } = verify(await shelfSpec(), await provenEvidence(language), []);
    const alike = open.filter(({ verdict }) => verdict !== "confirmed");
    expect(new Set(alike.map(({ verdict, fact }) => `${verdict}: ${fact.id.split("/").at(-1)}`))).toEqual(
      new Set(language === "python-tags" ? [] : ["spelled alike: spelling"]), // the former show names as they travel
    );
    expect(findings.length).toBeGreaterThan(65);
    expect(
      findings.filter(({ verdict }) => verdict !== "confirmed").map(({ fact, says }) => `${fact.id}: ${says}`),
    ).toEqual([]);
  });

  it("name the same operations, parameters, models and properties as those of every other", async () => {
    const { operations, parameters, properties } = countFacts((await shelfEvidence(language)).facts);
    expect({ operations, parameters, properties }).toEqual({ operations: 3, parameters: 5, properties: 12 });
  });

  it("give the same text of evidence in whatever order they come", async () => {
    const pages = await shelfPages(language);
    const [one, other] = [pages, pages.toReversed()].map((each) => readDocumentation("shelf", each).evidence);
    if (one === undefined || other === undefined) throw new Error("the pages were not understood");
    expect(printEvidence(other)).toBe(printEvidence(one));
    expect(parseEvidence(printEvidence(one))).toEqual(one);
  });

  it("may have a byte order mark and carriage returns", async () => {
    const files = (await shelfPages(language)).map(({ file, text }) => {
      return [file, `\uFEFF${text.replaceAll("\n", "\r\n")}`] as const;
    });
    const { pages } = await loadPages(await temporaryFolder(Object.fromEntries(files)));
    expect(readDocumentation("shelf", pages).evidence).toEqual(await shelfEvidence(language));
  });
});

describe("a fact", () => {
  it("has an id, the page and line that it stands on, and a value", async () => {
    const { facts, pages } = await shelfEvidence("python");
    expect(facts.find(({ id }) => id === "operation/list_books/parameter/page_size/default")).toEqual({
      id: "operation/list_books/parameter/page_size/default",
      page: "docs/BooksApi.md",
      line: 99,
      value: 20,
    });
    expect(pages.find(({ file }) => file === "docs/BooksApi.md")).toMatchObject({
      role: "operations",
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });

  it("holds none of the sentences of the pages", async () => {
    const text = printEvidence(await shelfEvidence("python"));
    expect(text).not.toContain("Everything there is");
    expect(text).not.toContain("How many");
  });
});

it("reads one server of a page, whatever its URL has in its query", async () => {
  const gateway = "https://gw.test/?to=https://x.test";
  const pages = await changedPages("java", "docs/BooksApi.md", "*https://shelf.example.com/v1*", `*${gateway}*`);
  const { evidence, problems } = readDocumentation("shelf", pages);
  expect(problems).toEqual([]);
  expect(evidence?.facts.find(({ id }) => id === "server")?.value).toBe(gateway);
});

describe("a code sample", () => {
  it("states the server, the kind of each credential, the values of parameters and the properties of bodies", async () => {
    const values = valuesOf(await shelfEvidence("python"));
    const samples = [...values]
      .filter(([id]) => id.includes("/example/"))
      .map(([id, value]) => [id.replace(/^operation\//, ""), value]);
    expect(Object.fromEntries(samples)).toEqual({
      "add_book/example/scheme/shelf_key": "apiKey",
      "add_book/example/server": "https://shelf.example.com/v1",
      "add_book/example/model/Book/title": "title_example",
      "add_book/example/model/Author/full_name": "full_name_example",
      "add_book/example/model/Book/tags/item": "tags_example",
      "list_books/example/scheme/shelf_key": "apiKey",
      "list_books/example/value/page_size": 20,
      "list_books/example/value/x_trace_id": "X-Trace-Id_example",
    });
  });
});

describe("an older edition of a page", () => {
  it("adds what the newer one no longer says, and loses where the two disagree", async () => {
    const pages = await shelfPages("python");
    const newer = pages.find(({ file }) => file === "docs/BooksApi.md");
    if (newer === undefined) throw new Error("there is no page of operations");
    const text = newer.text
      .replace("default value of 20\n**genre**", "default value of 50\n**genre**")
      .replace("**404** | Not here", "**410** | Not here");
    const older = { file: "docs/BooksApi.older-edition.md", text };
    const { evidence } = readDocumentation("shelf", [...pages, older]);
    expect(evidence?.differences).toEqual([
      {
        id: "operation/list_books/parameter/page_size/default",
        kept: { page: "docs/BooksApi.md", line: 99, value: 20 },
        dropped: { page: "docs/BooksApi.older-edition.md", line: 99, value: 50 },
      },
    ]);
    expect(evidence && valuesOf(evidence).has("operation/remove_book/status/410")).toBe(true);
  });
});
