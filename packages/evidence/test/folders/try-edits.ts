/**
 * Edits pages of documentation folders that others wrote, one page and one edit at a time, and prints what is neither read right nor an error with
 * its place. `--pages N` is how many pages of each folder are edited, 9 if not given, spread over the folder. Exit 1 when an edit was silent.
 */
import { parseArgs } from "node:util";
import { loadPages, type PageSource, readDocumentation } from "../../src/index.js";
import { outcome, saidBy } from "../edit-outcome.js";
import { anyPageEdits } from "./any-page-edits.js";

const { positionals: folders, values } = parseArgs({
  allowPositionals: true,
  options: { pages: { type: "string", default: "9" } },
});
let silent = 0;
for (const folder of folders) silent += await tryFolder(folder, Number(values.pages));
process.exitCode = silent === 0 && folders.length > 0 ? 0 : 1;

async function tryFolder(folder: string, count: number): Promise<number> {
  const { pages } = await loadPages(folder);
  const { evidence, problems } = readDocumentation("folder", pages);
  if (evidence === undefined) {
    console.log(`${folder}: not read, ${problems.length} problems`);
    return 0;
  }
  const before = saidBy(evidence);
  const counts = { right: 0, error: 0, refused: 0, silent: 0 };
  for (const page of spread(pages, count)) {
    for (const edit of anyPageEdits.filter(({ apply }) => apply(page.text) !== page.text)) {
      const result = outcome(edit, page, pages, before);
      const kind = result === "error" && edit.meaning !== "damage" ? "refused" : result;
      counts[kind === "right" || kind === "error" || kind === "refused" ? kind : "silent"] += 1;
      if (kind !== "right" && kind !== "error") console.log(`  ${edit.kind}, ${page.file}: ${result.slice(0, 200)}`);
    }
  }
  const { right, error, refused } = counts;
  console.log(
    `${folder}: ${right} right, ${error} errors, ${refused} refused that were right, ${counts.silent} silent`,
  );
  return counts.silent;
}

function spread(pages: readonly PageSource[], count: number): readonly PageSource[] {
  const read = pages.filter(({ file }) => file.endsWith(".md"));
  const step = Math.max(1, read.length / count);
  return Array.from({ length: Math.min(count, read.length) }, (_, at) => read[Math.floor(at * step)]).filter(
    (page) => page !== undefined,
  );
}
