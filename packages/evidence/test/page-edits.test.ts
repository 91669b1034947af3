import { describe, expect, it } from "vitest";
import { type Evidence, type PageSource, printProblem, readDocumentation } from "../src/index.js";
import { type PageEdit, pageEdits } from "./page-edits.js";
import { type Language, languages, shelfPages } from "./shelf.js";

/** What evidence says, with the differences that it keeps among the facts. */
function saidBy(evidence: Evidence): ReadonlyMap<string, string> {
  const differences = evidence.differences.map(
    ({ id, dropped }) => [`difference ${id}`, JSON.stringify(dropped.value)] as const,
  );
  return new Map([...evidence.facts.map(({ id, value }) => [id, JSON.stringify(value)] as const), ...differences]);
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
}

/** What became of an edit: `right`, `error`, or what is wrong without a word. */
function outcome(
  edit: PageEdit,
  page: PageSource,
  pages: readonly PageSource[],
  before: ReadonlyMap<string, string>,
): string {
  const edited = {
    file: page.file,
    text: edit
      .apply(page.text)
      .replace(/\r\n/g, "\n")
      .replace(/^\uFEFF/, ""),
  };
  const { evidence, problems } = readDocumentation(
    "shelf",
    pages.map((each) => (each === page ? edited : each)),
  );
  if (evidence === undefined) {
    // A page that is nothing any more has no line that is at fault.
    const placed = problems.some(({ file, line }) => file === page.file || line !== undefined);
    return placed ? "error" : `an error without a place: ${problems.map(printProblem).join()}`;
  }
  const ids = changed(before, saidBy(evidence));
  if (edit.meaning === "nothing" || edit.meaning === "damage")
    return ids.length === 0 ? "right" : `silent: ${ids.join(", ")}`;
  const { changes } = edit.meaning;
  const other = ids.filter((id) => !changes.test(id));
  return other.length === 0 && ids.length > 0 ? "right" : `silent: ${ids.join(", ") || "nothing changed"}`;
}

/** The three pages that are edited: of operations, of a model, and of the schemes. */
function editedPages(pages: readonly PageSource[]): readonly PageSource[] {
  return pages.filter(({ file }) => /(Books(Api|API)|Book|README)\.md$/.test(file));
}

/** What pages of a generation show in one place alone: its loss cannot be told. */
const untold: Partial<Readonly<Record<Language, readonly string[]>>> = {
  // Optional parameters are neither in the signature nor in a sample, which these pages have not.
  "go-older": ["a lost row", "a name in the table alone"],
};

describe.each(languages)("edits of the pages of a %s SDK", (language: Language) => {
  it("are read right, or are an error with its place", async () => {
    const pages = await shelfPages(language);
    const { evidence } = readDocumentation("shelf", pages);
    if (evidence === undefined) throw new Error("the pages were not understood");
    const before = saidBy(evidence);
    const tried = pageEdits.flatMap((edit) => {
      const touched = editedPages(pages).filter(({ text }) => edit.apply(text) !== text);
      return touched.map((page) => ({ edit, page, result: outcome(edit, page, pages, before) }));
    });
    const wrong = tried.filter(
      ({ edit, result }) => result !== "right" && result !== "error" && !(untold[language] ?? []).includes(edit.kind),
    );
    expect(wrong.map(({ edit, page, result }) => `${edit.kind}, ${page.file}: ${result}`)).toEqual([]);
    expect(new Set(tried.map(({ edit }) => edit.kind)).size).toBeGreaterThanOrEqual(60);
    // What changes nothing, or what a person would read, is read and not refused.
    const refused = tried.filter(({ edit, result }) => edit.meaning !== "damage" && result === "error");
    expect(refused.map(({ edit, page }) => `${edit.kind}, ${page.file}`)).toEqual([]);
  });
});
