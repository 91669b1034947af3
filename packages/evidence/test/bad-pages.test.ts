import { describe, expect, it } from "vitest";
import { loadPages, type PageSource, printProblem, readDocumentation } from "../src/index.js";
import { changedPages, type Language, languages, shelfPages } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

/** What is wrong with pages, as a person reads it. No evidence comes of pages with a problem. */
function problemsOf(pages: readonly PageSource[]): readonly string[] {
  const { evidence, problems } = readDocumentation("shelf", pages);
  expect(evidence === undefined).toBe(problems.length > 0);
  return problems.map(printProblem);
}

const api = "docs/BooksApi.md";

describe("pages that cannot be understood", () => {
  it.each([
    [
      "a type of another language",
      ["python", "docs/Book.md", "**date**", "**LocalDate<**"],
      'docs/Book.md:13: "LocalDate<" is neither a known type nor the name of a model (next: the end). Mend the page, or teach the python family this type.',
    ],
    [
      "a model without a page",
      ["python", "docs/Book.md", "**[str]**", "**[Tag]**"],
      'docs/Book.md:16: the model "Tag" is named here and has no page. Get the page of Tag.',
    ],
    [
      "a table without its types",
      [
        "python",
        "docs/Author.md",
        "Name | Type | Description | Notes\n------------- | ------------- |",
        "Name | Description | Notes\n------------- |",
      ],
      'docs/Author.md:5: this table of properties has the columns "name, description, notes". Its columns have to be Name, Type, Description, Notes.',
    ],
    [
      "a row that ends too early",
      [
        "python",
        api,
        "**page_size** | **int** | How many | [optional] if omitted",
        "**page_size** | **int\n**other** | **int** | How many | [optional] if omitted",
      ],
      "docs/BooksApi.md:99: this row ends in its cell 2 of 4. Get the whole page: it seems to be cut here.",
    ],
    [
      "a row with a bar too many",
      ["python", api, "How many | [optional]", "How many | or few | now and then [optional]"],
      "docs/BooksApi.md:99: this row has 5 cells in a table of 4 columns. Write a \\| for every | that is not the end of a cell.",
    ],
    [
      "a note that says something else",
      ["python", api, "[optional] if omitted", "[on request] if omitted"],
      /^docs\/BooksApi\.md:99: the note "\[on request\] if omitted .*" is not understood\. Teach the reader this note\.$/,
    ],
    [
      "a property that is there twice",
      ["python", "docs/Author.md", "**any string name**", "**full_name**"],
      'docs/Author.md:8: "model/Author/property/full_name/type" is stated a second time on this page. Take one of the two statements away.',
    ],
    [
      "a response header without a mark",
      ["java", api, " * X-Total - How many", " X-Total: How many"],
      'docs/BooksApi.md:93: "X-Total: How many there are" is not a response header. Write it as `* NAME - description <br>`.',
    ],
    [
      "a status in words",
      ["java", api, "**201**", "**created**"],
      "docs/BooksApi.md:49: this row does not hold a status, a description and response headers. Write it as `**200** | description | - |`.",
    ],
    [
      "an operation without a section",
      ["java", api, "# **removeBook**", "### **removeBook**"],
      /"removeBook" is listed and has no section of its own/,
    ],
    [
      "a heading of another kind",
      ["java", api, "### Return type", "### Result"],
      /"Result" is no part of an operation that is known/,
    ],
    [
      "two servers",
      ["java", api, "*https://shelf.example.com/v1*", "*https://shelf.example.com/v1* or *https://b.example.com*"],
      /^docs\/BooksApi\.md:3: "All URIs .*" does not name one server\. Write the URL of one server, and state others apart\.$/,
    ],
    [
      "an authorization without a scheme",
      ["go", "docs/BooksAPI.md", "[shelf_key](../README.md#shelf_key)", "A key is needed."],
      /the authorization of "AddBook" names no scheme/,
    ],
    [
      "a scheme of an unknown kind",
      ["python", "README.md", "**Location**", "**Place**"],
      'README.md:15: "Place" is nothing that is known of a security scheme. Teach the reader this word.',
    ],
    [
      "samples in two languages",
      ["python", api, "```python", "```java"],
      "docs/BooksApi.md: the code samples are in several languages: python, java. Keep the pages of one SDK alone in the folder, with their code samples.",
    ],
  ] as const)("%s", async (_, [language, file, from, to], message) => {
    const problems = problemsOf(await changedPages(language, file, from, to));
    expect(problems).toContainEqual(typeof message === "string" ? message : expect.stringMatching(message));
  });

  it("two models of one name", async () => {
    const pages = await shelfPages("python");
    const author = pages.find(({ file }) => file === "docs/Author.md");
    const twin = { file: "more/Author.md", text: author?.text ?? "" };
    expect(problemsOf([...pages, twin])).toContain(
      'more/Author.md:1: the model "Author" has a page already: docs/Author.md. Keep the page that is right.',
    );
  });

  it("a page of another kind", async () => {
    const poem = { file: "poem.md", text: "# Roses\n\nare red\n" };
    expect(problemsOf([...(await shelfPages("go")), poem])).toEqual([
      "poem.md: this is no page of operations, of a model or of authorization. Take it out of the folder, or get the page as it was published.",
    ]);
  });

  it("wire names that are not JSON", async () => {
    const wire = { file: "wire.json", text: '{\n  "operations": {\n' };
    expect(problemsOf([...(await shelfPages("go")), wire])).toEqual([
      expect.stringMatching(/^wire\.json:\d+: this is not a JSON object: /),
    ]);
  });

  it("a folder without pages, or without an API page", async () => {
    const { problems } = await loadPages(await temporaryFolder({ "notes.txt": "nothing" }));
    expect(problems.map(({ message }) => message)).toEqual(["there is no Markdown page in this folder"]);
    expect(problemsOf([])).toEqual([
      ".: there is no page that says `All URIs are relative to …` and lists operations. Give the folder that holds the provider's API page.",
    ]);
  });

  it("a page of 50 MB", async () => {
    const folder = await temporaryFolder({
      "Huge.md": `# Huge\n\n## Properties\n\n${"text ".repeat(10 * 1024 * 1024)}`,
    });
    const { pages, problems } = await loadPages(folder);
    expect(problems.map(printProblem)).toEqual([
      "Huge.md: the file has 50.1 MB, and the largest that is read has 32 MB. Put a page of no more than 32 MB there, or take it out of the folder.",
    ]);
    expect(pages).toEqual([]);
  });
});

/**
 * Cuts the API page after every third of its lines. The facts of the part that is left may only be the whole page's own, and where the cut shows,
 * there are none. A Java page has nothing at the end of its sections: a cut between two rows of its last table cannot be told.
 */
describe.each(languages)("a page of operations in %s that is cut", (language: Language) => {
  it("gives no wrong fact, wherever it is cut", async () => {
    const pages = await shelfPages(language);
    const whole = readDocumentation("shelf", pages).evidence;
    const page = pages.find(({ file }) => /Books(Api|API)\.md$/.test(file));
    if (page === undefined || whole === undefined) throw new Error("there is no page of operations");
    const known = new Map(whole.facts.map(({ id, value }) => [id, JSON.stringify(value)]));
    const lines = page.text.trimEnd().split("\n");
    const cuts = lines.map((_, index) => index + 1).filter((cut) => cut < lines.length && cut % 3 === 1);
    const accepted = cuts.filter((cut) => {
      const text = `${lines.slice(0, cut).join("\n")}\n`;
      const { evidence } = readDocumentation(
        "shelf",
        pages.map((each) => (each === page ? { ...page, text } : each)),
      );
      expect(evidence?.facts.filter(({ id, value }) => known.get(id) !== JSON.stringify(value)) ?? []).toEqual([]);
      return evidence !== undefined;
    });
    expect(accepted.length).toBeLessThanOrEqual(language === "java" || language === "php" ? 3 : 0);
  });
});
