import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { loadDocument } from "@facsimile/document";
import { formatDiagnostics } from "@facsimile/document/diagnostics";
import type { CommandIo } from "../command.js";
import { documentUrl, download, shownUrl } from "../fetch/download.js";
import { isGiven } from "../given/open-given.js";
import { UsageError } from "../usage-error.js";

/** A document that is to be copied. */
export interface Original {
  /** What it is called where something is said of it. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it is published. Undefined for a file, and for a URL with a query, which may have a key. */
  readonly from: string | undefined;
}

/**
 * Reads what is to be copied.
 *
 * @throws UsageError for what is no file and no URL, Error in a sentence for what cannot be read, is no OpenAPI document or only a part of one
 */
export async function readOriginal(text: string, io: CommandIo): Promise<Original> {
  const original = isGiven(text) ? await readUrl(text, io) : await readPath(text, io);
  await checkWhole(original);
  return original;
}

async function readUrl(text: string, { signal }: CommandIo): Promise<Original> {
  const url = documentUrl(text);
  if (url === undefined) throw new UsageError("name a file, or one URL of https, without a user and a password");
  const { bytes } = await download(url, signal);
  return { name: shownUrl(url), bytes, from: url.search === "" ? url.href : undefined };
}

async function readPath(text: string, { cwd }: CommandIo): Promise<Original> {
  const path = resolve(cwd, text);
  const bytes = await readFile(path).catch(({ code }: NodeJS.ErrnoException) => {
    if (code === "ENOENT") throw new UsageError(`${text} is not there`);
    throw new UsageError(code === "EISDIR" ? `${text} is a folder; name the document in it` : `${text}: ${code}`);
  });
  return { name: text, bytes, from: undefined };
}

/** A copy is one file: what a document has in others would not be there. */
async function checkWhole({ name, bytes }: Original): Promise<void> {
  const { document, diagnostics, sources } = await loadDocument({ name, content: bytes });
  const isWrong = ({ severity, code }: (typeof diagnostics)[number]): boolean =>
    severity === "error" || code === "reference-outside";
  const wrong = diagnostics.filter(isWrong);
  if (document === undefined)
    throw new Error(`${name} is no OpenAPI document. Nothing was written.\n${formatDiagnostics(wrong, { sources })}`);
  const [part] = wrong;
  if (part === undefined) return;
  const place = part.position === undefined ? name : `${name}:${part.position.line}:${part.position.column}`;
  throw new Error(
    `${place} refers to another file, and a copy is one: bundle it first, as "npx redocly bundle" does. Nothing was written.`,
  );
}
