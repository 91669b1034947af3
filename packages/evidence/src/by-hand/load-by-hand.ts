import { basename, join, relative, resolve } from "node:path";
import { readText } from "@facsimile/document";
import { listFiles } from "../read/list-pages.js";
import { normalizeText, type PageSource } from "../read/page-source.js";
import { newFactsFile } from "./add-fact.js";
import { defaultPages, type FactsFile, factsFileName } from "./facts-file.js";
import type { HandProblem } from "./hand-problem.js";
import { pageKind } from "./quoted-page.js";
import { readFactsFile } from "./read-facts-file.js";

/** The largest page that facts are quoted from, in bytes. */
export const maximumQuotedSize: number = 12 * 1024 * 1024;

/** A folder with `facts.yaml` and its pages, loaded. */
export interface HandFolder {
  readonly provider: string;
  /** The path of `facts.yaml` as problems name it. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** Undefined where it is no such file. */
  readonly file: FactsFile | undefined;
  readonly pages: readonly PageSource[];
  /** Files in the folder of the pages that no page can be. */
  readonly others: readonly string[];
  readonly problems: readonly HandProblem[];
}

/**
 * Loads `facts.yaml` of a folder and the pages that it is about. Undefined where the folder has no such file.
 *
 * @param folder relative to `cwd`
 */
export async function loadByHand(folder: string, cwd: string): Promise<HandFolder | undefined> {
  const read = await readText(join(resolve(cwd, folder), factsFileName));
  if ("text" in read) return readFolder(folder, cwd, read.text);
  if (read.missing) return undefined;
  const nothing = folderOf(folder, cwd, "");
  return { ...nothing, problems: [unreadable(nothing.name, read.message)] };
}

/** What a folder is before it has a `facts.yaml`: its pages, and the text that such a file begins with. Nothing is written. */
export function newByHand(folder: string, cwd: string): Promise<HandFolder> {
  return readFolder(folder, cwd, newFactsFile(defaultPages));
}

function folderOf(folder: string, cwd: string, text: string): Omit<HandFolder, "problems"> {
  const path = join(resolve(cwd, folder), factsFileName);
  const provider = basename(resolve(cwd, folder));
  return { provider, name: relative(cwd, path) || path, path, text, file: undefined, pages: [], others: [] };
}

async function readFolder(folder: string, cwd: string, text: string): Promise<HandFolder> {
  const nothing = folderOf(folder, cwd, text);
  const { name, provider } = nothing;
  const { file, problems } = readFactsFile(text, name);
  if (file === undefined) return { ...nothing, problems };
  const loaded = await loadQuotedPages(resolve(cwd, folder, file.pages), name);
  return {
    ...nothing,
    provider: file.provider ?? provider,
    file,
    pages: loaded.pages,
    others: loaded.others,
    problems: [...problems, ...loaded.problems],
  };
}

async function loadQuotedPages(
  folder: string,
  name: string,
): Promise<Pick<HandFolder, "pages" | "others" | "problems">> {
  const files = await listFiles(folder, (file) => !/(^|\/)\./.test(file));
  const named = files.filter((file) => pageKind(file) !== undefined);
  const pages: PageSource[] = [];
  const problems: HandProblem[] = [];
  if (named.length === 0) {
    const message = `there is no page in the folder ${relative(resolve(folder, ".."), folder)}`;
    const fix = 'Name the folder of the pages with "pages", relative to this file';
    problems.push({ file: name, line: 1, pointer: "/pages", message, fix });
  }
  for (const file of named) {
    const read = await readText(join(folder, file), maximumQuotedSize);
    if ("text" in read) pages.push({ file, text: normalizeText(read.text) });
    else problems.push(unreadable(file, read.message));
  }
  return { pages, others: files.filter((file) => pageKind(file) === undefined), problems };
}

function unreadable(file: string, message: string): HandProblem {
  const clause = message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
  const fix = `Put a readable text of no more than ${maximumQuotedSize / 1024 / 1024} MB there`;
  return { file, line: undefined, pointer: undefined, message: clause, fix };
}
