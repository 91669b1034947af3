import { join } from "node:path";
import { readText } from "@facsimile/document";
import { listPages } from "./list-pages.js";
import { normalizeText, type PageSource } from "./page-source.js";
import type { Problem } from "./problem.js";

/**
 * The largest page that is read, in bytes. A page of operations takes 2 to 3 kB an operation, so that this is one of more than ten thousand. The time
 * to read a page grows with its length.
 */
export const maximumPageSize: number = 32 * 1024 * 1024;

/** The pages of a folder, and what was wrong with those that could not be read. */
export interface LoadedPages {
  readonly pages: readonly PageSource[];
  readonly problems: readonly Problem[];
}

/** Loads every Markdown page and `wire.json` below a folder. */
export async function loadPages(folder: string): Promise<LoadedPages> {
  const names = await listPages(folder);
  const problems: Problem[] = [];
  if (names.length === 0) {
    const fix = "Give a folder with the Markdown pages of one provider's SDK";
    problems.push({ file: folder, line: undefined, message: "there is no Markdown page in this folder", fix });
  }
  const pages: PageSource[] = [];
  for (const file of names) {
    const read = await readText(join(folder, file), maximumPageSize);
    if ("text" in read) pages.push({ file, text: normalizeText(read.text) });
    else problems.push({ file, line: undefined, message: clause(read.message), fix });
  }
  return { pages, problems };
}

/**
 * The pages with a `wire.json` that lies somewhere else.
 *
 * @param name The path as a problem names it.
 */
export async function loadWire(path: string, name: string, { pages, problems }: LoadedPages): Promise<LoadedPages> {
  const other = pages.find(({ file }) => /(^|\/)wire\.json$/.test(file));
  if (other !== undefined) {
    const fix = "Give one of them";
    const message = `the folder of the pages has ${other.file}, and this is another one`;
    return { pages, problems: [...problems, { file: name, line: undefined, message, fix }] };
  }
  const read = await readText(path, maximumPageSize);
  if ("text" in read) return { pages: [...pages, { file: "wire.json", text: normalizeText(read.text) }], problems };
  return { pages, problems: [...problems, { file: name, line: undefined, message: clause(read.message), fix }] };
}

const fix = `Put a page of no more than ${maximumPageSize / 1024 / 1024} MB there, or take it out of the folder`;

/** A sentence as printProblem takes it. */
function clause(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");
}
