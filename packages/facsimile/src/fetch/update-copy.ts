import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { formatDiagnostics } from "@facsimile/document/diagnostics";
import { writeText } from "../files.js";
import { renameFiles } from "../from-here.js";
import { loadPeer } from "../peers.js";
import { type Download, download, shownUrl } from "./download.js";

/** A document of others, and the copy of it that is committed. */
export interface Copy {
  readonly url: URL;
  /** The absolute path. */
  readonly file: string;
  /** What has to come, as `sha256-…`; undefined where anything may. */
  readonly integrity: string | undefined;
}

/** @property changes - what is different, for a person */
export interface UpdatedCopy {
  readonly outcome: "new" | "unchanged" | "changed";
  readonly integrity: string;
  readonly changes: string;
}

/**
 * Downloads a document and puts it in the place of its copy. What is no OpenAPI document, or not what was asked for, replaces nothing.
 *
 * @param check - writes nothing
 * @throws Error in a sentence for a person
 */
export async function updateCopy(copy: Copy, check: boolean, signal: AbortSignal): Promise<UpdatedCopy> {
  const came = await download(copy.url, signal);
  const { integrity } = came;
  if (copy.integrity !== undefined && copy.integrity !== integrity)
    throw new Error(`${shownUrl(copy.url)}: is not what was asked for: its digest is ${integrity}.`);
  const old = await readFile(copy.file).catch(() => undefined);
  if (old?.equals(came.bytes)) return { outcome: "unchanged", integrity, changes: "" };
  const changes = await compare(copy, came, old !== undefined);
  if (!check) await writeText(copy.file, came.bytes);
  return { outcome: old === undefined ? "new" : "changed", integrity, changes };
}

/** @throws Error where what came is no OpenAPI document */
async function compare({ file, url }: Copy, { bytes }: Download, hasOld: boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "facsimile-fetch-"));
  try {
    const next = join(folder, basename(file));
    await writeFile(next, bytes);
    const { loadDocument } = await import("@facsimile/document");
    const loaded = await loadDocument(next);
    if (loaded.document === undefined) {
      const { diagnostics, sources } = renameFiles(loaded, (name) => (name === next ? shownUrl(url) : name));
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      throw new Error(formatDiagnostics(errors, { sources }));
    }
    return hasOld ? await difference(file, next) : "";
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Empty where what compares editions is not installed. */
async function difference(old: string, next: string): Promise<string> {
  const needed = ["diff", "printDiffText"] as const;
  const change = await loadPeer("@facsimile/change", needed).catch(() => undefined);
  if (change === undefined) return "";
  return change.printDiffText(await change.diff(old, next, { cwd: dirname(old) }));
}
