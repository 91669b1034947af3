import { isObject, type Json, type JsonObject, type ReadSource, readSource } from "@facsimile/document";
import { configurationEntry, type EntryMembers } from "../init/configuration.js";
import { printLike } from "../init/print-like.js";

/**
 * The text of a configuration with one entry more at the end of its documents. Everything else of it stays as it is written, comments and line ends included.
 *
 * @param file - what the configuration is called
 * @param text - of a configuration that has documents
 * @throws Error that has the entry, where the documents are written in a way that nothing can be put behind
 */
export async function withEntry(file: string, text: string, entry: EntryMembers): Promise<string> {
  const before = await readText(file, text);
  const after = file.endsWith(".json") ? inJson(text, entry) : inYaml(text, lineOfLast(before), entry);
  // What was meant is not believed before it is read.
  if (after !== undefined && isAdded(before.json, (await readText(file, after)).json, entry)) return after;
  throw new Error(
    `${file}: nothing can be written behind its documents as they stand there. Add this one by hand, or write them as a list of lines with dashes:\n${configurationEntry(entry)}`,
  );
}

function readText(name: string, text: string): Promise<ReadSource> {
  return readSource({ name, content: Buffer.from(text) });
}

function isAdded(before: Json | undefined, after: Json | undefined, entry: EntryMembers): boolean {
  return JSON.stringify(after) === JSON.stringify({ ...objectOf(before), documents: [...documentsOf(before), entry] });
}

function objectOf(json: Json | undefined): JsonObject {
  return isObject(json) ? json : {};
}

function documentsOf(json: Json | undefined): readonly Json[] {
  const { documents } = objectOf(json);
  return Array.isArray(documents) ? documents : [];
}

/** Undefined where it is JSON with more than JSON has, which YAML reads. */
function inJson(text: string, entry: EntryMembers): string | undefined {
  try {
    const json: Json = JSON.parse(text.replace(/^\uFEFF/, ""));
    return printLike({ ...objectOf(json), documents: [...documentsOf(json), entry] }, text);
  } catch {
    return undefined;
  }
}

function lineOfLast({ json, locate }: ReadSource): number {
  return locate(`/documents/${documentsOf(json).length - 1}`).line;
}

/** Behind the last item, which goes on as long as lines stand further in than its dash. */
function inYaml(text: string, last: number, entry: EntryMembers): string | undefined {
  const lines = text.split(/(?<=\n)/);
  const dash = lines.findLastIndex((line, index) => index < last && /^ *-\s/.test(line));
  const indent = lines[dash]?.search("-");
  if (indent === undefined) return undefined;
  const isOfItem = (line: string): boolean => line.search(/\S/) > indent;
  const next = lines.findIndex((line, index) => index > dash && !isOfItem(line) && !/^\s*(?:#|$)/.test(line));
  const end = lines.findLastIndex((line, index) => (next === -1 || index < next) && (index === dash || isOfItem(line)));
  const isEnded = lines[end]?.endsWith("\n") === true;
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const added = `${isEnded ? "" : "\n"}${configurationEntry(entry, " ".repeat(indent))}`;
  return [...lines.slice(0, end + 1), added.replaceAll("\n", lineEnd), ...lines.slice(end + 1)].join("");
}
