import { describe, expect, it } from "vitest";
import { type Evidence, printProblem, type ReadResult, readDocumentation, verify } from "../src/index.js";
import { type Language, shelfPages, shelfSpec } from "./shelf.js";

const book =
  '{\n  "title": "Tides",\n  "state": "lent",\n  "writtenOn": "2001-01-01",\n  "author": { "fullName": "Ann Lee" }\n}';
const shown = ["Author/property/fullName", "Book/property/author", "Book/property/state", "Book/property/title"];

/** The shelf in Java with more text before a part of its only operation that takes a body. */
async function withText(text: string, extra: Readonly<Record<string, string>> = {}): Promise<ReadResult> {
  const pages = (await shelfPages("java")).map((page) =>
    page.file === "docs/BooksApi.md"
      ? { ...page, text: page.text.replace("### HTTP request headers", `${text}\n\n$&`) }
      : page,
  );
  const more = Object.entries(extra).map(([file, added]) => ({ file, text: added }));
  return readDocumentation("shelf", [...pages, ...more]);
}

async function javaPage(): Promise<string> {
  return (await shelfPages("java")).find(({ file }) => file === "docs/BooksApi.md")?.text ?? "";
}

function sample(label: string, json: string, language = "json"): string {
  return `${label}\n\n\`\`\`${language}\n${json}\n\`\`\``;
}

/** The names on the wire that no page but a sample shows. */
function namesOf(evidence: Evidence | undefined): readonly string[] {
  const ids = (evidence?.facts ?? []).flatMap(({ id }) => /^wire\/model\/(.*)\/name$/.exec(id)?.[1] ?? []);
  return ids.toSorted();
}

async function problemsOf(text: string, extra?: Readonly<Record<string, string>>): Promise<readonly string[]> {
  return (await withText(text, extra)).problems.map(printProblem);
}

describe("a JSON sample", () => {
  it.each([
    "#### Request body",
    "#### Example response",
    "Request:",
    "The answer is kept for a day. Sample response (201 Created):",
    "An example of the JSON body of the request",
    "Response with status 201",
  ])("shows names on the wire below %j", async (label) => {
    const { evidence, problems, samples } = await withText(sample(label, book));
    expect(problems).toEqual([]);
    expect(namesOf(evidence)).toEqual([...shown, "Book/property/writtenOn"]);
    expect(samples).toEqual({ all: 1, unread: [] });
  });

  it("has its facts on the lines of the page", async () => {
    const { evidence } = await withText(sample("Request body", book));
    const start = (await javaPage()).split("\n").indexOf("### HTTP request headers");
    const fact = evidence?.facts.find(({ id }) => id === "wire/model/Author/property/fullName/name");
    expect(fact).toEqual({ id: fact?.id, page: "docs/BooksApi.md", line: start + 8, value: "fullName" });
  });

  it.each([
    ["in a bare fence", `Response:\n\n\`\`\`\n${book}\n\`\`\``, 3],
    ["in a fence of another mark", `Response:\n\n~~~ application/hal+json\n${book}\n~~~`, 3],
    ["that is indented", `Response:\n\n${book.replace(/^/gm, "    ")}`, 2],
    ["in <pre>", `Response:\n\n<pre>\n${book.replaceAll('"', "&quot;")}\n</pre>`, 3],
    [
      "in <pre> with colours",
      `Response:\n\n<pre class="a"><code>${book.replace("Tides", "<i>Tides</i>")}</code></pre>`,
      2,
    ],
    ["in an item of a list", `1. Response:\n\n   \`\`\`\n${book.replace(/^/gm, "   ")}\n   \`\`\``, 3],
    ["in a quotation", `> Response:\n>\n> \`\`\`\n${book.replace(/^/gm, "> ")}\n> \`\`\``, 3],
    ["that is folded away", `<details>\n<summary>Response</summary>\n\n\`\`\`\n${book}\n\`\`\`\n\n</details>`, 4],
    ["below a comment", `Response:\n\n<!-- checked -->\n\n\`\`\`\n${book}\n\`\`\``, 5],
  ])("shows names on the wire, and on which lines, where it is one %s", async (_, text, first) => {
    const { evidence, problems, samples } = await withText(text);
    expect(problems).toEqual([]);
    expect(namesOf(evidence)).toEqual([...shown, "Book/property/writtenOn"]);
    expect(samples).toEqual({ all: 1, unread: [] });
    const start = (await javaPage()).split("\n").indexOf("### HTTP request headers");
    const title = evidence?.facts.find(({ id }) => id === "wire/model/Book/property/title/name");
    expect(title?.line).toBe(start + 1 + first + 1);
  });

  it.each([
    ["two in one block of HTML", `Response:\n\n<div><pre>${book}</pre><pre>${book}</pre></div>`],
    ["with words beside it", `<div>\nResponse:\n<pre>${book}</pre></div>`],
    ["with comments", sample("Response:", `${book} // one`, "jsonc")],
    ["that nothing says what it is of", sample("Like this:", book)],
    ["of something else", sample("The response of another service", book)],
    ["of an error", sample("Response 404", book)],
    ["with words between", sample("Response\n\nIt is short.", book)],
    ["that is not whole", sample("Response", '{ "title": "Tides", … }')],
    ["that has a name twice", sample("Response", '{ "title": "Tides", "title": "Ebb" }')],
    ["that is nested without end", sample("Response", `${"[".repeat(5000)}${"]".repeat(5000)}`)],
  ])("shows nothing, and is counted, where it is one %s", async (_, text) => {
    const { evidence, samples } = await withText(text);
    expect(namesOf(evidence)).toEqual([]);
    expect(samples.unread.map(({ page }) => page)).toEqual(["docs/BooksApi.md"]);
  });

  it("is none where it is of another language", async () => {
    const { evidence, samples } = await withText(sample("Response", book, "yaml"));
    expect(namesOf(evidence)).toEqual([]);
    expect(samples).toEqual({ all: 0, unread: [] });
  });

  it("stands in a part of its own, which holds nothing else", async () => {
    const part = sample("### Example response", book);
    expect(namesOf((await withText(part)).evidence)).toHaveLength(5);
    const more = await problemsOf(`${part}\n\nIt may be empty.`);
    expect(more).toEqual([expect.stringMatching(/"Example response" is no part of an operation that is known/)]);
  });

  it("of a model stands on its page", async () => {
    const pages = await shelfPages("java");
    const text = `\n\n${sample("## Example", '{ "fullName": "Ann Lee" }')}\n`;
    const { evidence } = readDocumentation(
      "shelf",
      pages.map((page) => (page.file === "docs/Author.md" ? { ...page, text: page.text + text } : page)),
    );
    expect(namesOf(evidence)).toEqual(["Author/property/fullName"]);
  });

  it.each([
    [
      "a property that its model has not",
      '{ "titel": "Tides" }',
      'the sample gives Book a property "titel", and its page has none of that name',
    ],
    [
      "a text for a number",
      '{ "weight": "heavy" }',
      'the sample gives "weight" of Book a text, and the pages say double',
    ],
    ["a fraction for an integer", '{ "id": 1.5 }', 'the sample gives "id" of Book a number, and the pages say int64'],
    [
      "a value that is not listed",
      '{ "state": "gone" }',
      'the sample gives "state" of Book a text, and the pages say "here" | "lent"',
    ],
    ["a list for a model", '{ "author": [] }', 'the sample gives "author" of Book a list, and the pages say @Author'],
    [
      "an object for a list",
      '{ "tags": {} }',
      'the sample gives "tags" of Book an object, and the pages say array<string>',
    ],
    [
      "a number in a map of texts",
      '{ "shelfMarks": { "a": 1 } }',
      'the sample gives "a" in "shelfMarks" of Book an integer, and the pages say string',
    ],
    ["a list for the whole body", "[]", 'the sample gives the request of "addBook" a list, and the pages say @Book'],
  ])("is an error with its place where it gives %s", async (_, json, message) => {
    expect(await problemsOf(sample("Request body", json))).toEqual([
      expect.stringMatching(/^docs\/BooksApi\.md:\d+: /),
    ]);
    expect((await withText(sample("Request body", json))).problems.map((problem) => problem.message)).toEqual([
      message,
    ]);
  });

  it("may have null and placeholders in the place of values", async () => {
    const json = '{ "id": null, "weight": "<number>", "state": "string", "anything": 1, "title": "title_example" }';
    expect(await problemsOf(sample("Request body", json))).toEqual([]);
  });

  it("of a model that is another name of itself is held against nothing", async () => {
    const pages = (await shelfPages("python")).map((page) =>
      page.file === "docs/Book.md"
        ? {
            ...page,
            text: `# Book\n\n## Properties\nName | Type | Description | Notes\n--- | --- | --- | ---\n**value** | [**Book**](Book.md) | |\n\nExample:\n\n\`\`\`json\n${book}\n\`\`\`\n\n[[Back to README]](../README.md)\n`,
          }
        : page,
    );
    const { problems, samples } = readDocumentation("shelf", pages);
    expect(problems.filter(({ file }) => file === "docs/Book.md")).toEqual([]);
    expect(samples).toEqual({ all: 1, unread: [] });
  });

  it("is read in time that grows with its length", async () => {
    const members = Array.from({ length: 20_000 }, (_, index) => `"name${index}": "a"`);
    const began = performance.now();
    expect(await problemsOf(sample("Request body", `{\n${members.join(",\n")}\n}`))).toHaveLength(20_000);
    await problemsOf(`${"Response. ".repeat(40_000)}\n\n${sample("Request ".repeat(40_000), book)}`);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it("is an error where it and wire.json, or two samples, have other names for one", async () => {
    const wire = JSON.stringify({ models: { Book: { properties: { writtenOn: "written-on" } } } });
    expect(await problemsOf(sample("Request body", book), { "wire.json": wire })).toEqual([
      expect.stringMatching(
        /"wire\/model\/Book\/property\/writtenOn\/name" is "writtenOn" here and "written-on" in wire\.json:1/,
      ),
    ]);
    const other = sample("Response", '{ "title": "Tides", "written_on": "2001-01-01" }');
    expect(await problemsOf(`${sample("Request body", book)}\n\n${other}`)).toEqual([
      expect.stringMatching(
        /"wire\/model\/Book\/property\/writtenOn\/name" is "written_on" here and "writtenOn" in docs\/BooksApi\.md:\d+/,
      ),
    ]);
  });
});

describe.each(["java", "go", "ruby"] as const)("names that %s pages spell otherwise", (language: Language) => {
  it("are confirmed where a sample shows them, and the document has others only against it", async () => {
    const pages = await shelfPages(language);
    const withSample = (json: string) => {
      const changed = pages.map((page) => {
        const text = page.text.replace("### HTTP request headers", `${sample("Request body", json)}\n\n$&`);
        return /Books(Api|API)\.md$/.test(page.file) ? { ...page, text } : page;
      });
      const { evidence } = readDocumentation("shelf", changed);
      if (evidence === undefined) throw new Error("the pages were not understood");
      return evidence;
    };
    const verdicts = async (evidence: Evidence): Promise<readonly string[]> =>
      verify(await shelfSpec(), evidence, []).findings.flatMap(({ fact, verdict }) =>
        /^(wire\/)?model\/Book\/property\/written_?on\/(name|spelling)$/i.test(fact.id) ? [verdict] : [],
      );
    expect(await verdicts(withSample(book))).toEqual(["confirmed"]);
    expect(await verdicts(withSample('{ "title": "Tides" }'))).toEqual(["spelled alike"]);
    expect(await verdicts(withSample('{ "written-on": "2001-01-01" }'))).toEqual(["contradicted"]);
  });
});
