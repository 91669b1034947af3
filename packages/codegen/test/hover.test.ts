import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const folder = join(import.meta.dirname, "golden/whole-package");
const file = join(folder, "hover.ts");
const source = `
import { createTeaHouse, type Tea } from "./package/src/index.js";
import { createClient, getTea } from "./package/src/functions.js";
const teaHouse = createTeaHouse({ credentials: { key: "k" } });
const client = createClient({ credentials: { key: "k" } });
const result = await teaHouse.getTea({ path: { name: "sencha" } });
if (result.ok) console.log(result.data, result.data.harvested);
teaHouse.listTeas({ query: { skip: 1 } });
teaHouse.listTeas.pages();
getTea(client, { path: { name: "gyokuro" } });
console.log(getTea);
`;

const host: ts.LanguageServiceHost = {
  getCompilationSettings: () => ({
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    types: [],
  }),
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot: (name) => {
    const text = name === file ? source : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => folder,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
  directoryExists: ts.sys.directoryExists,
};
const service = ts.createLanguageService(host);

interface Hover {
  readonly signature: string;
  readonly documentation: string;
  readonly tags: readonly string[];
}

/** What an editor shows for the last mention of a word. */
function hover(word: string): Hover {
  const info = service.getQuickInfoAtPosition(file, source.lastIndexOf(word) + word.length - 1);
  return {
    signature: ts.displayPartsToString(info?.displayParts),
    documentation: ts.displayPartsToString(info?.documentation),
    tags: (info?.tags ?? []).map(({ name, text }) => `@${name} ${ts.displayPartsToString(text)}`.trim()),
  };
}

describe("hovering", () => {
  it("over a function or a method shows what it does, its request, its statuses and its parameters", () => {
    for (const word of ["(getTea", "teaHouse.getTea"]) {
      const { signature, documentation, tags } = hover(word);
      expect(signature).toMatch(/getTea\(.*input: GetTeaInput, options\?: CallOptions\): Promise<GetTeaResult>/);
      expect(documentation).toBe(
        "Get a tea\n\n`GET /teas/{name}`\n\n- `200`: The tea.\n- `404`: There is no such tea.",
      );
      expect(tags).toContain("@param input `path`.");
      expect(tags).toContain("@param input.path.name What it is called.");
    }
  });

  it("over a paginated method shows the same once, and over its pages what those are", () => {
    const { signature, documentation } = hover(
      "teaHouse.listTeas({ query: { skip".slice(0, "teaHouse.listTeas".length),
    );
    expect(signature).toMatch(/listTeas/);
    expect(documentation.match(/GET \/teas/g)).toHaveLength(1);
    expect(hover("listTeas.pages").documentation).toMatch(/^The pages of `listTeas`/);
  });

  it("over what a function takes, while it is typed, shows of what it is made", () => {
    const typed = source.indexOf("getTea(client, {") + "getTea(client, ".length;
    const help = service.getSignatureHelpItems(file, typed, undefined);
    const [, input] = help?.items[0]?.parameters ?? [];
    expect([input?.name, ts.displayPartsToString(input?.documentation)]).toEqual(["input", "`path`."]);
  });

  it("over data shows the name of its type", () => {
    expect(hover("log(result.data").signature).toMatch(/^\(property\) Success<200, Tea, .*>\.data: Tea$/);
  });

  it("over a property shows its description and its format", () => {
    expect(hover("harvested")).toMatchObject({
      signature: "(property) Tea.harvested?: string | undefined",
      documentation: "When it was picked.\n\nFormat: `date`.",
    });
  });

  it("over a parameter shows its description and its constraints", () => {
    expect(hover("skip").documentation).toBe("How many to leave out.\n\nDefault: `0`. Minimum: `0`.");
  });
});
