import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Outcome, runIn } from "./run-facsimile.js";

const document = `openapi: 3.1.0
info: { title: Tea, version: 1.2.0, description: "What there is to drink, {{ 1 + 1 }}." }
servers: [{ url: "https://{shop}.tea.example/v1", variables: { shop: { default: main } } }]
tags: [{ name: Teas, description: "Kinds of tea." }]
paths:
  /teas:
    post:
      operationId: addTea
      summary: Add a tea
      tags: [Teas]
      security: [{ key: [] }, { login: [write] }]
      parameters:
        - { name: X-Trace, in: header, required: true, description: "For the log.", schema: { type: string, maxLength: 8, example: "it's" } }
        - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 50, default: 20 } }
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Tea" }, example: { name: "Earl's" } } } }
      responses:
        "201": { description: It is there., headers: { Location: { schema: { type: string } } } }
        "422": { description: No tea., content: { application/json: { schema: { type: object, properties: { reason: { enum: [cold, weak] } } } } } }
  /cups/{cup}:
    get:
      operationId: getCup
      deprecated: true
      parameters: [{ name: cup, in: path, required: true, schema: { type: integer } }]
      responses: { "200": { description: A cup., content: { text/plain: { schema: { type: string } } } } }
components:
  securitySchemes:
    key: { type: apiKey, in: query, name: api_key }
    login: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://tea.example/token", scopes: { write: Change. } } } }
  schemas:
    Tea:
      type: object
      required: [name]
      properties:
        name: { type: string, description: What it is called. }
        origin: { type: object, properties: { country: { type: string, pattern: "^[A-Z]+$" } } }
        blend: { type: array, items: { $ref: "#/components/schemas/Tea" } }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-reference-"));
  write("tea.yaml", document);
});
afterEach(() => rmSync(folder, { recursive: true }));

const facsimile = (...args: readonly string[]): Promise<Outcome> => runIn(folder, ["reference", ...args]);
const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
const read = (file: string): string => readFileSync(join(folder, file), "utf8");
const pages = (where: string): string[] =>
  readdirSync(join(folder, where), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort();

describe("facsimile reference", () => {
  it("writes an index and a page for each group, operation and schema", async () => {
    const { code, out } = await facsimile("tea.yaml", "--out", "docs", "--name", "@acme/tea");
    expect({ code, first: out.split("\n")[0] }).toEqual({ code: 0, first: "docs: written" });
    expect(pages("docs")).toEqual([
      "README.md",
      "groups/cups.md",
      "groups/teas.md",
      "operations/add-tea.md",
      "operations/get-cup.md",
      "schemas/README.md",
      "schemas/tea.md",
    ]);
    expect(read("docs/README.md")).toContain("What there is to drink, \\{\\{ 1 + 1 \\}\\}.");
    expect(read("docs/operations/get-cup.md")).toContain("**Deprecated.**");
  });

  it("tells of an operation what it takes and answers, with a call and the same by curl", async () => {
    await facsimile("tea.yaml", "--out", "docs", "--name", "@acme/tea");
    const page = read("docs/operations/add-tea.md");
    expect(page).toContain(`const teaApi = createTea({ credentials: { key: apiKey } });

const result = await teaApi.addTea({ header: { "X-Trace": "it's" }, body: { name: "Earl's" } });`);
    expect(page).toContain(String.raw`curl --request POST \
  --header 'X-Trace: it'\''s' \
  --header 'Content-Type: application/json' \
  --data-raw '{
  "name": "Earl'\''s"
}' \
  "https://main.tea.example/v1/teas?api_key=$API_KEY"`);
    const cells = page.replaceAll(/ +\| +/g, " | ").replaceAll(/ +\|$/gm, " |");
    expect(cells).toContain("| `limit` | query | integer | | Default: `20`. Minimum: `1`. Maximum: `50`. |");
    expect(cells).toContain("| `422` | No tea. | `application/json`: object |");
    expect(cells).toContain('| `reason` | `"cold"` or `"weak"` | | |');
    expect(page).toContain("- `key`\n- `login` with `write`");
  });

  it("tells of a schema its properties, those within it, and who uses it", async () => {
    await facsimile("tea.yaml", "--out", "docs");
    const cells = read("docs/schemas/tea.md").replaceAll(/ +\| +/g, " | ");
    expect(cells).toContain("| `origin.country` | string | | Pattern: `^[A-Z]+$`. |");
    expect(cells).toContain("| `blend` | array of [`Tea`](tea.md) | |");
    expect(cells).toContain("[`addTea`](../operations/add-tea.md)");
  });

  it("changes nothing when it is run again, and says what would change with --check", async () => {
    expect((await facsimile("tea.yaml", "--out", "docs", "--check")).code).toBe(1);
    expect(existsSync(join(folder, "docs"))).toBe(false);
    await facsimile("tea.yaml", "--out", "docs");
    expect(await facsimile("tea.yaml", "--out", "docs", "--check")).toMatchObject({
      code: 0,
      out: "docs: unchanged\n",
    });
  });

  it("deletes its own pages that are wanted no more, and no other file", async () => {
    await facsimile("tea.yaml", "--out", "docs");
    write("docs/operations/mine.md", "# Mine\n");
    const { out } = await facsimile("tea.yaml", "--out", "docs", "--only", "tag:Teas");
    expect(out).toContain("  - operations/get-cup.md\n");
    expect(pages("docs")).toContain("operations/mine.md");
    expect(pages("docs")).not.toContain("groups/cups.md");
  });

  it("writes nothing where somebody else's file is in the way", async () => {
    await facsimile("tea.yaml", "--out", "docs");
    write("docs/schemas/tea.md", "# My own tea\n");
    write("tea.yaml", document.replace("Add a tea", "Add one"));
    const { code, err } = await facsimile("tea.yaml", "--out", "docs");
    expect(code).toBe(1);
    expect(err).toMatch(/schemas\/tea\.md: A file that is no page of a reference is in the way\. Move or delete it/);
    expect(read("docs/operations/add-tea.md")).toContain("Add a tea");
  });

  it("takes documents, folders and names from the configuration", async () => {
    write(
      "facsimile.config.yaml",
      `documents:
  - { document: tea.yaml, reference: docs/tea, name: "@acme/tea", clientName: Kettle, without: ["path:/cups/**"] }
`,
    );
    expect((await facsimile()).code).toBe(0);
    expect(read("docs/tea/README.md")).toContain('import { createKettle } from "@acme/tea";');
    expect(pages("docs/tea")).not.toContain("operations/get-cup.md");
  });

  it.each([
    [["tea.yaml"], "name the folder to write with --out"],
    [["tea.yaml", "tea.yaml", "--out", "docs"], "several documents need a * in --out"],
    [[], "no document is named"],
  ])("explains wrong usage and ends with 2: %s", async (args, message) => {
    const { code, err } = await facsimile(...args);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
  });

  it("says what is wrong with a document, and ends with 1", async () => {
    const { code, out, err } = await facsimile("none.yaml", "--out", "docs");
    expect({ code, out }).toEqual({ code: 1, out: "docs: failed, nothing is written for none.yaml\n" });
    expect(err).toContain("none.yaml");
  });

  it("has links of descriptions to the documentation's host where that is stated, and else their text", async () => {
    const linked = document.replace("Kinds of tea.", "[Kinds](/kinds) of [tea](#tea).");
    const kinds = async (text: string): Promise<string> => {
      write("tea.yaml", text);
      await facsimile("tea.yaml", "--out", "docs");
      return read("docs/groups/teas.md");
    };
    expect(await kinds(linked)).toContain("\n\nKinds of tea.\n\n");
    const documented = linked.replace("paths:", "externalDocs: { url: https://docs.tea.example/v1/ }\npaths:");
    expect(await kinds(documented)).toContain("\n\n[Kinds](https://docs.tea.example/kinds) of tea.\n\n");
  });
});
