import { describe, expect, it } from "vitest";
import {
  draftSpec,
  loadSpec,
  type PageSource,
  parseEvidence,
  parseWaivers,
  printEvidence,
  printProblem,
  readDocumentation,
  verify,
} from "../src/index.js";
import { operationsOf } from "../src/spec/operations.js";
import { changedPages, shelfPages, valuesOf } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

/** The Python pages beside a second page of operations, with one operation of a name that the first has too. */
async function withSecondPage(path: string): Promise<readonly PageSource[]> {
  const pages = await shelfPages("python");
  const text = pages.find(({ file }) => file === "docs/BooksApi.md")?.text ?? "";
  const removed = text.slice(0, text.indexOf("# **add_book**")) + text.slice(text.indexOf("# **remove_book**"));
  const second = removed
    .replace(/^\[\*\*(add_book|list_books).*\n/gm, "")
    .replaceAll("BooksApi", "AuthorsApi")
    .replace("/books/{bookId}", path);
  return [...pages, { file: "docs/AuthorsApi.md", text: second }];
}

describe("an operation whose name two pages have", () => {
  it("has the name of its page before its own, where the requests differ", async () => {
    const { evidence, problems } = readDocumentation("shelf", await withSecondPage("/authors/{bookId}"));
    expect(problems).toEqual([]);
    const values = evidence && valuesOf(evidence);
    expect(values?.get("operation/BooksApi.remove_book/path")).toBe("/books/{bookId}");
    expect(values?.get("operation/AuthorsApi.remove_book/path")).toBe("/authors/{bookId}");
    expect(values?.get("operation/AuthorsApi.remove_book")).toBe("remove_book");
    expect(values?.has("operation/add_book")).toBe(true);
  });

  it("is drafted under two names, which the evidence confirms", async () => {
    const { evidence } = readDocumentation("shelf", await withSecondPage("/authors/{bookId}"));
    if (evidence === undefined) throw new Error("the pages were not understood");
    const folder = await temporaryFolder({ "openapi.yaml": draftSpec(evidence) });
    const spec = await loadSpec(`${folder}/openapi.yaml`, "openapi.yaml");
    const ids = operationsOf(spec.json).map(({ node }) => node.operationId);
    expect(ids).toEqual(expect.arrayContaining(["booksRemoveBook", "authorsRemoveBook", "addBook"]));
    const { findings } = verify(spec, evidence, []);
    expect(findings.filter(({ verdict }) => verdict === "contradicted" || verdict === "missing")).toEqual([]);
  });

  it("is one operation where the requests are the same", async () => {
    const { evidence, problems } = readDocumentation("shelf", await withSecondPage("/books/{bookId}"));
    expect(problems).toEqual([]);
    expect(evidence && valuesOf(evidence).has("operation/remove_book")).toBe(true);
  });

  it("has to be named with its page in wire.json", async () => {
    const wire = { file: "wire.json", text: '{ "operations": { "remove_book": { "method": "DELETE" } } }' };
    const { problems } = readDocumentation("shelf", [...(await withSecondPage("/authors/{bookId}")), wire]);
    expect(problems.map(printProblem)).toEqual([
      'wire.json:1: several pages have an operation "remove_book". Write the name of its page before it: "BooksApi.remove_book".',
    ]);
  });
});

describe("pages of large SDKs", () => {
  it("may be about a model that is called Authorization", async () => {
    const pages = await changedPages(
      "python",
      "docs/Book.md",
      "[**Author**](Author.md)",
      "[**Authorization**](Authorization.md)",
    );
    const text = (pages.find(({ file }) => file === "docs/Author.md")?.text ?? "").replace(
      "# Author",
      "# Authorization",
    );
    const { evidence, problems } = readDocumentation("shelf", [...pages, { file: "docs/Authorization.md", text }]);
    expect(problems).toEqual([]);
    expect(evidence && valuesOf(evidence).get("model/Authorization")).toBe("object");
  });

  it("link a schema without a name, of which they show no type", async () => {
    const { evidence, problems } = readDocumentation(
      "shelf",
      await changedPages(
        "python",
        "docs/BooksApi.md",
        "**page_size** | **int**",
        "**page_size** | [**NameAscpagesAsc**](.md)",
      ),
    );
    expect(problems.map(({ message }) => message)).toEqual([]);
    expect(evidence?.facts.filter(({ id }) => id.endsWith("page_size/type"))).toEqual([]);
  });

  it("list all operations in the README, which has to agree with their pages", async () => {
    const list = "Class | Method | HTTP request | Description\n--- | --- | --- | ---\n";
    const row = "*BooksApi* | [**list_books**](docs/BooksApi.md#list_books) | **GET** /boks | List books\n";
    const pages = await changedPages(
      "python",
      "README.md",
      "## Documentation For",
      `## Operations\n\n${list}${row}\n## Documentation For`,
    );
    const { problems } = readDocumentation("shelf", pages);
    expect(problems.map(({ message }) => message)).toEqual([
      '"list_books" is GET /boks here, and GET /books in docs/BooksApi.md:8',
    ]);
  });
});

describe("a row that is not understood", () => {
  it("costs that row alone, if one wants it so, and no verification passes with it", async () => {
    const pages = await changedPages("java", "docs/Book.md", "|**title** | **String**", "|**title** | **List<**");
    expect(readDocumentation("shelf", pages).evidence).toBeUndefined();
    const { evidence, problems } = readDocumentation("shelf", pages, { keepGoing: true });
    if (evidence === undefined) throw new Error("there is no evidence");
    expect(problems).toHaveLength(1);
    expect(parseEvidence(printEvidence(evidence))).toEqual(evidence);
    expect(valuesOf(evidence).get("unread/1")).toBe(problems[0]?.message);
    expect(valuesOf(evidence).has("model/Book/property/state/type")).toBe(true);
    const folder = await temporaryFolder({ "openapi.yaml": draftSpec(evidence) });
    const waivers = parseWaivers("- fact: unread/1\n  reason: It does not matter.\n", "waivers.yaml");
    const verification = verify(await loadSpec(`${folder}/openapi.yaml`, "openapi.yaml"), evidence, waivers);
    expect(verification.findings.find(({ fact }) => fact.id === "unread/1")).toMatchObject({
      verdict: "missing",
      fact: { page: "docs/Book.md", line: problems[0]?.line },
    });
    expect(verification.passed).toBe(false);
  });

  it("may name a model that no page is about, which the draft then asks about", async () => {
    const pages = await changedPages("java", "docs/Book.md", "**List&lt;String&gt;**", "**List&lt;Tag&gt;**");
    const { evidence } = readDocumentation("shelf", pages, { keepGoing: true });
    expect(evidence && draftSpec(evidence)).toContain("# No page shows what Tag is.");
  });
});
