import { describe, expect, it } from "vitest";
import { giveFolders, read, run, spec, write } from "./generate-folder.js";
import { headingsOf, readMarkdown } from "./hostile/read-markdown.js";

giveFolders();

const readme = "packages/tea/README.md";

/** The README of a document with one operation. @param operation - what it has, and behind that what the document has */
async function readmeOf(info: string, operation = ""): Promise<string> {
  write(
    spec,
    [
      "openapi: 3.1.0",
      `info: { ${info}, version: '1' }`,
      "servers: [{ url: https://tea.example.com }]",
      "paths:",
      "  /teas:",
      "    get:",
      "      operationId: listTeas",
      operation,
      ...(operation.includes("responses:") ? [] : ["      responses: { '204': { description: None. } }"]),
      "",
    ].join("\n"),
  );
  await run();
  return read(readme);
}

describe("generate, of a README", () => {
  it.each([
    ["Tea House", "Typed client for the Tea House API."],
    ["The Tea House API", "Typed client for the Tea House API."],
    ["Ann's Tea House", "Typed client for Ann's Tea House API."],
    ["Ann’s OpenAPI spec", "Typed client for Ann’s OpenAPI spec."],
    ["CAPITAL", "Typed client for the CAPITAL API."],
  ])("says of %s what it is for, and follows the next title", async (title, sentence) => {
    expect(await readmeOf(`title: "${title}"`)).toContain(`\n\n${sentence}\n\n`);
    expect(JSON.parse(read("packages/tea/package.json")).description).toBe(sentence);
    await readmeOf("title: Other House");
    expect(JSON.parse(read("packages/tea/package.json")).description).toBe("Typed client for the Other House API.");
  });

  it("has links of a description to the documentation's host where that is stated, and else their text", async () => {
    const info = 'title: Tea, description: "See [pages](/docs/pages) and [more](#more)."';
    expect(await readmeOf(info)).toContain("\n\nSee pages and more.\n\n");
    const documented = await readmeOf(
      info,
      "      responses: { '204': { description: None. } }\nexternalDocs: { url: https://docs.tea.example/v1 }",
    );
    expect(documented).toContain("See [pages](https://docs.tea.example/docs/pages) and more.");
  });

  it("has the headings of a description in a section of their own, whatever level they begin with", async () => {
    const text = await readmeOf(
      'title: Tea, description: "Teas.\\n\\n### Errors\\n\\nNone.\\n\\n##### Old\\n\\n### Pages"',
    );
    expect(headingsOf(readMarkdown(text)).slice(0, 6)).toEqual([
      "# tea",
      "## About the API",
      "### Errors",
      "#### Old",
      "### Pages",
      "## Install",
    ]);
  });

  it("has one paragraph of what an operation does: a summary as it is, a description as the Markdown that it is", async () => {
    const summary = '      summary: "List **all** teas.\\n\\nAnd more."';
    expect(await readmeOf("title: Tea", summary)).toContain("| List \\*\\*all\\*\\* teas. |");
    const description = '      description: "List **all** teas, by `name`.\\n\\nAnd more."';
    expect(await readmeOf("title: Tea", description)).toContain("| List **all** teas, by `name`. |");
  });

  it("has calls without options where none are needed", async () => {
    const text = await readmeOf("title: Tea");
    expect(text).toContain("const tea = createTea();");
    expect(text).toContain("const client = createClient();");
  });

  it("leaves the body of a call to the reader, and shows the options where values are checked", async () => {
    const body = "      requestBody: { required: true, content: { text/plain: {} } }";
    await readmeOf("title: Tea", body);
    write(spec, read(spec).replace("    get:", "    post:"));
    await run({ schemas: true });
    const text = read(readme);
    expect(text).toContain("const result = await tea.listTeas({ body });");
    expect(text).toContain("const tea = createTea({ validate: answers });");
  });

  it("has the loop of a stream only for a call whose every success is one", async () => {
    const streamOf = (...more: readonly string[]): Promise<string> => {
      const content = ["text/event-stream: {}", ...more].join(", ");
      return readmeOf("title: Tea", `      responses: { '200': { description: Teas., content: { ${content} } } }`);
    };
    const loop = "if (result.ok) for await (const item of result.data) console.log(item);";
    expect(await streamOf()).toContain(loop);
    expect(await streamOf("audio/wav: {}")).not.toContain(loop);
  });

  it("speaks of relative servers where one is", async () => {
    const elsewhere = (url: string): Promise<string> => readmeOf("title: Tea", `      servers: [{ url: ${url} }]`);
    expect(await elsewhere("https://cups.example.com")).not.toContain("A relative one");
    expect(await elsewhere("/cups")).toContain("by its URL in this table. A relative one counts from the base URL.");
  });
});
