/**
 * Edits pages of documentation folders that others wrote, one page and one edit at a time, and prints what is neither read right nor an error with
 * its place. `--pages N` is how many pages of each folder are edited at most, 9 if not given, spread over the folder. Exit 1 when an edit was silent,
 * or a folder was not understood.
 */
import { parseArgs } from "node:util";
import { loadPages, type PageSource, readDocumentation } from "../../src/index.js";
import { anyPageEdits } from "../any-page-edits.js";
import { outcome, saidBy } from "../edit-outcome.js";
import { isWrong } from "../page-edit.js";

const { positionals: folders, values } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: "string", default: "9" } },
});
let wrong = 0;
for (const folder of folders) wrong += await tryFolder(folder, Number(values.pages));
if (folders.length === 0) console.error("Name folders of pages: npm run evidence:edits -- <folder>…");
process.exitCode = wrong === 0 && folders.length > 0 ? 0 : 1;

/** Answers how many edits were silent; one for a folder whose pages are not understood. */
async function tryFolder(folder: string, count: number): Promise<number> {
  const { pages } = await loadPages(folder);
  const { evidence, problems } = readDocumentation("folder", pages);
  if (evidence === undefined) {
    console.log(`${folder}: not read, ${problems.length} problems`);
    return 1;
  }
  const before = saidBy(evidence);
  const tried = spread(pages, count).flatMap((page) =>
    anyPageEdits
      .filter(({ apply }) => apply(page.text) !== page.text)
      .map((edit) => ({ edit, page, result: outcome(edit, page, pages, before) })),
  );
  const right = tried.filter(({ result }) => result === "right");
  const errors = tried.filter(({ edit, result }) => result === "error" && isWrong(edit));
  const refused = tried.filter(({ edit, result }) => result === "error" && !isWrong(edit));
  const silent = tried.filter(({ result }) => result !== "right" && result !== "error");
  for (const { edit, page, result } of [...refused, ...silent])
    console.log(`  ${edit.kind}, ${page.file}: ${result.slice(0, 200)}`);
  console.log(
    `${folder}: ${right.length} right, ${errors.length} errors, ${refused.length} refused that were right, ${silent.length} silent`,
  );
  return silent.length;
}

function spread(pages: readonly PageSource[], count: number): readonly PageSource[] {
  const read = pages.filter(({ file }) => file.endsWith(".md"));
  const step = Math.ceil(read.length / count);
  return read.filter((_, at) => at % step === 0);
}
