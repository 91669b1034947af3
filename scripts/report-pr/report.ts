import { apiChanges } from "./api.js";
import type { Base } from "./base.js";
import { specChanges } from "./changes.js";
import { coverageTable } from "./coverage.js";
import { evidenceTable } from "./evidence.js";
import { code } from "./markdown.js";
import { sizesTable } from "./sizes.js";

/** Characters that a comment of GitHub has at most. */
export const longestComment = 65_536;

/** Bytes of the whole, of the tables together, and of the public surfaces. What is left is for the changes of the specs. */
const [longest, longestTables, longestApi] = [60_000, 25_000, 15_000];

/** One comment about what a pull request changes, in Markdown. */
export async function reportOf(base: Base): Promise<string> {
  const changes = await specChanges(base);
  const api = await apiChanges(base, longestApi);
  const tables = [
    changes.table,
    await evidenceTable(base),
    await coverageTable(base),
    `${await sizesTable(base)}${base.unbuilt === undefined ? "" : `\n_The base could not be built, so that its sizes are not known._\n`}`,
  ];
  const head = `### What this changes, since ${code(base.commit.slice(0, 12))}\n\n`;
  const top = `${head}${cutLines(tables.filter((text) => text !== "").join("\n"), longestTables)}\n${api === undefined ? "" : `#### Public surfaces\n\n${api}\n`}`;
  if (changes.diffs.length === 0) return top;
  // Only there once it is built.
  const { printDiffMarkdown } = await import("@facsimile/change");
  return `${top}#### Changes of the specs\n\n${printDiffMarkdown(changes.diffs, longest - Buffer.byteLength(top))}`;
}

/** As many lines as there is room for. */
export function cutLines(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const lines = text.split("\n");
  const kept: string[] = [];
  let left = bytes - 100;
  for (const line of lines) {
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) break;
    kept.push(line);
  }
  return `${kept.join("\n")}\n\n_${lines.length - kept.length} more lines have no room here._\n`;
}
