import { describe, expect, it } from "vitest";
import { type PageSource, readDocumentation } from "../src/index.js";
import { anyPageEdits } from "./any-page-edits.js";
import { outcome, saidBy } from "./edit-outcome.js";
import { isWrong } from "./page-edit.js";
import { editsOfEachRow } from "./row-edits.js";
import { type Language, languages, shelfPages } from "./shelf.js";
import { shelfPageEdits } from "./shelf-page-edits.js";

/** The pages that are edited: of operations, of a model, of an enumeration, and of the schemes. */
function editedPages(pages: readonly PageSource[]): readonly PageSource[] {
  return pages.filter(({ file }) => /(Books(Api|API)|Book|State|README)\.md$/.test(file));
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
    const tried = [...anyPageEdits, ...shelfPageEdits].flatMap((edit) => {
      const touched = editedPages(pages).filter(({ text }) => edit.apply(text) !== text);
      return touched.map((page) => ({ edit, page, result: outcome(edit, page, pages, before) }));
    });
    const wrong = tried.filter(
      ({ edit, result }) => result !== "right" && result !== "error" && !(untold[language] ?? []).includes(edit.kind),
    );
    expect(wrong.map(({ edit, page, result }) => `${edit.kind}, ${page.file}: ${result}`)).toEqual([]);
    expect(new Set(tried.map(({ edit }) => edit.kind)).size).toBeGreaterThanOrEqual(60);
    // What changes nothing, or what a person would read, is read and not refused.
    const refused = tried.filter(({ edit, result }) => !isWrong(edit) && result === "error");
    expect(refused.map(({ edit, page }) => `${edit.kind}, ${page.file}`)).toEqual([]);
  });
});

describe("edits of each row of the pages of the tags layout", () => {
  it("are read right, or are an error with its place", async () => {
    const pages = await shelfPages("python-tags");
    const { evidence } = readDocumentation("shelf", pages);
    if (evidence === undefined) throw new Error("the pages were not understood");
    const before = saidBy(evidence);
    const wrong = pages.flatMap((page) =>
      editsOfEachRow(page.text).flatMap((edit) => {
        const result = outcome(edit, page, pages, before);
        return result === "right" || (result === "error" && isWrong(edit))
          ? []
          : `${page.file}, ${edit.kind}: ${result}`;
      }),
    );
    expect(wrong).toEqual([]);
  });
});
