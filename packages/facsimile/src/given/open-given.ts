import { type GivenDocument, maximumFileSize } from "@facsimile/document";
import type { CommandIo } from "../command.js";
import { digestOf, documentUrl, shownUrl, tryDownload } from "../fetch/download.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

/** What standard input is called where documents are named. */
export const standardInput = "-";

/** Whether a document is not named by the path of a file. */
export function isGiven(text: string): boolean {
  return text === standardInput || /^https?:\/\//i.test(text);
}

/**
 * Reads what a URL or standard input gives, and says how to have the same another time. That nothing comes, or something else than the digest says, is a finding of the document.
 *
 * @param integrity - what has to come, as `sha256-…`; undefined where anything may
 * @throws UsageError where nothing can be read from there
 */
export async function openGiven(text: string, integrity: string | undefined, io: CommandIo): Promise<GivenDocument> {
  const { name, bytes, copy } = text === standardInput ? await readInput(io) : await readUrl(text);
  if (!(bytes instanceof Uint8Array)) return { name, content: bytes };
  const digest = digestOf(bytes);
  if (integrity !== undefined && integrity !== digest) return { name, content: otherDigest(digest) };
  if (integrity === undefined)
    noticesOf(io, io.stderr).write(`${name}: read as it is now (${digest}). The same comes again of a copy: ${copy}\n`);
  return { name, content: bytes };
}

interface Read {
  readonly name: string;
  readonly bytes: GivenDocument["content"];
  /** How a copy is made. */
  readonly copy: string;
}

async function readUrl(text: string): Promise<Read> {
  const url = documentUrl(text);
  if (url === undefined)
    throw new UsageError(
      "a document at a URL is read over https, without a user and a password; over http from this machine alone",
    );
  const name = shownUrl(url);
  const came = await tryDownload(url);
  const copy = `facsimile fetch ${/[&?]/.test(name) ? `'${name}'` : name} --to <file>`;
  if ("bytes" in came) return { name, bytes: came.bytes, copy };
  return { name, bytes: { message: `It ${came.failure}.`, fix: "Check the URL and the network." }, copy };
}

async function readInput({ stdin }: CommandIo): Promise<Read> {
  if (stdin === undefined) throw new UsageError("- is standard input, and nothing is piped into it");
  const chunks: Uint8Array[] = [];
  let size = 0;
  const read = { name: "<stdin>", copy: "write it into a file, and name that" };
  for await (const chunk of stdin) {
    size += chunk.byteLength;
    if (size > maximumFileSize) return { ...read, bytes: tooLarge };
    chunks.push(chunk);
  }
  return { ...read, bytes: Buffer.concat(chunks) };
}

const tooLarge = {
  message: `There is more than the ${maximumFileSize / 1024 / 1024} MiB that are read of a document.`,
  fix: "Divide it into files.",
};

function otherDigest(digest: string): GivenDocument["content"] {
  const message = `It is not what was asked for: its digest is ${digest}.`;
  return { message, fix: "Look at what has changed, and give that digest where it may have." };
}
