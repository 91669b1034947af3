import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { load } from "../../test/documents.js";
import { buildModel } from "../model/build.js";
import { type Selection, selectOperations } from "../select/select.js";
import { formatDiagnostics } from "./format.js";
import { diagnosticKinds } from "./registry.js";

const folder = join(import.meta.dirname, "../../../../docs/diagnostics");

/** Codes of what no text of a document can show. They have tests of their own, beside what reports them. */
const withoutExample = [
  "file-unreadable",
  "file-not-utf8",
  "accepted-needless",
  "config-invalid",
  "output-not-generated",
  "output-unfinished",
  "output-unusable",
  "pattern-unchecked",
  "raw-unavailable",
  "internal",
];

const article = { error: "an", omission: "an", warning: "a" } as const;

/** The blocks of a page in one language, by the files that they are; the document itself has no name before it. */
function blocks(section: string, language: RegExp): Record<string, string> {
  const found = [...section.matchAll(/(?:`([^`\n]+)`:\n\n)?```(\w+)\n(.*?)```/gs)];
  return Object.fromEntries(
    found
      .filter(([, , kind = ""]) => language.test(kind))
      .map(([, file, , text = ""]) => [file ?? "openapi.yaml", text]),
  );
}

/** What the command of a section says about the operations that are wanted. */
function selectionOf(section: string): Selection {
  const command = blocks(section, /sh/)["openapi.yaml"] ?? "";
  const given = (option: string): string[] =>
    [...command.matchAll(/--(\w+) '?([^'\s]+)/g)].flatMap(([, name, value = ""]) => (name === option ? [value] : []));
  return { only: given("only"), without: given("without") };
}

async function run(section: string): Promise<{ codes: string[]; text: string }> {
  const files = blocks(section, /yaml|json/);
  const overlays = Object.keys(files).filter((file) => file.includes("overlay"));
  const { document, diagnostics, sources } = await load(files, { overlays });
  const found = document && selectOperations(document, buildModel(document), selectionOf(section));
  const all = [...diagnostics, ...(found?.diagnostics ?? [])];
  return { codes: [...new Set(all.map(({ code }) => code))], text: formatDiagnostics(all, { sources }) };
}

test("every code has a page, and every page a code", async () => {
  const pages = (await readdir(folder)).filter((name) => name !== "README.md").map((name) => name.replace(/\.md$/, ""));
  expect(pages.sort()).toEqual(Object.keys(diagnosticKinds).sort());
});

test("the index lists every code with its severity and title", async () => {
  const rows = Object.entries(diagnosticKinds).map(
    ([code, [severity, title]]) => `| [${code}](${code}.md) | ${severity} | ${title} |`,
  );
  const index = await readFile(join(folder, "README.md"), "utf8");
  expect(index.split("\n").filter((line) => line.startsWith("| ["))).toEqual(rows);
});

describe.each(Object.entries(diagnosticKinds))("the page of %s", (code, [severity, title]) => {
  test("has the title and the severity of the code", async () => {
    const page = await readFile(join(folder, `${code}.md`), "utf8");
    expect(page.startsWith(`# ${title}\n\n\`${code}\` is ${article[severity]} ${severity}: `)).toBe(true);
  });
});

describe.each(Object.keys(diagnosticKinds).filter((code) => !withoutExample.includes(code)))(
  "the page of %s",
  (code) => {
    test("shows a document with the fault, and the same document mended", async () => {
      const page = await readFile(join(folder, `${code}.md`), "utf8");
      const [, example = "", mended = ""] = page.split(/^## /m);
      const found = await run(example);
      expect(found.codes).toEqual([code]);
      expect(blocks(example, /text/)["openapi.yaml"]).toBe(`${found.text}\n`);
      expect(await run(mended)).toEqual({ codes: [], text: "" });
    });
  },
);
