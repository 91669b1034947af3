import { createHash } from "node:crypto";
import type { Bump } from "../bump/bump.js";
import { type ChangeLine, printLines, readLines } from "./change-lines.js";

/** A changeset that the command has written, with what people have made of it. */
export interface OwnChangeset {
  /** What it asks for. */
  readonly bump: Bump;
  /** What the command has written there; undefined where no part of the file is its own any more. */
  readonly written: { readonly bump: Bump; readonly lines: readonly ChangeLine[] } | undefined;
}

/** The name of the file for a package: the same one each time. */
export function ownChangesetId(name: string): string {
  return `changes-${name.replace(/^@/, "").replace("/", "__")}`;
}

const start = "What changes for callers:";
const end = "<!-- facsimile changeset writes anew what stands between its two marks -->";

const mark = /<!-- facsimile changeset: (patch|minor|major)(?: ([0-9a-f]{8}))? -->$/;

function opening(bump: Bump, lines: readonly string[]): string {
  return `${start} <!-- facsimile changeset: ${bump} ${digestOf(lines)} -->`;
}

/** Tells whether a person has written between the marks. */
function digestOf(lines: readonly string[]): string {
  const text = lines.filter((line) => line.trim() !== "").join("\n");
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** What a person has written between the marks: what the command says anew is none of it. */
function personsLines(opened: string, inside: readonly string[], said: readonly string[]): readonly string[] {
  const [, , digest] = mark.exec(opened) ?? [];
  const stated = inside.filter((line) => line.trim() !== "");
  if (digest === digestOf(stated)) return [];
  return stated.filter((line) => !said.includes(line) && (digest !== undefined || !line.startsWith("- ")));
}

export function readOwnChangeset(text: string, name: string): OwnChangeset {
  const { lines, from, to } = partsOf(text);
  const [, stated] = mark.exec(lines[from] ?? "") ?? [];
  const bump = bumpOfFrontMatter(text, name);
  return {
    bump,
    written: isBump(stated) ? { bump: stated, lines: readLines(lines.slice(from + 1, to)) } : undefined,
  };
}

/** A new changeset. */
export function printOwnChangeset(name: string, bump: Bump, lines: readonly ChangeLine[]): string {
  return `---\n${JSON.stringify(name)}: ${bump}\n---\n\n${block(bump, lines)}\n`;
}

/**
 * The text with what the command has written in it replaced, and the bump. Everything else stays; what a person wrote between the marks stands
 * behind them then.
 *
 * @returns undefined where nothing is left to say
 */
export function updateOwnChangeset(
  text: string,
  name: string,
  asked: Bump,
  written: { readonly bump: Bump; readonly lines: readonly ChangeLine[] } | undefined,
): string | undefined {
  const unix = text.replaceAll("\r\n", "\n");
  const { lines, from, to } = partsOf(unix);
  const before = lines.slice(0, from).join("\n");
  const kept = personsLines(lines[from] ?? "", lines.slice(from + 1, to), printLines(written?.lines ?? []));
  const after = [...(kept.length > 0 ? ["", ...kept] : []), ...lines.slice(to + 1)].join("\n");
  if (written === undefined && before.replace(frontMatter, "").trim() === "" && after.trim() === "") return undefined;
  const middle = written === undefined ? "" : block(written.bump, written.lines);
  const [head, tail] = middle === "" ? [before, after.replace(/^\n+/, "")] : [before, after];
  const whole = from === lines.length ? unix : [head, ...(middle === "" ? [] : [middle]), tail].join("\n");
  return withBump(whole, name, asked);
}

function block(bump: Bump, lines: readonly ChangeLine[]): string {
  const printed = printLines(lines);
  return [opening(bump, printed), "", ...printed, "", end].join("\n");
}

/** The lines of a file, and between which of them the command's own stand; after the last one, where there are none. */
function partsOf(text: string): { readonly lines: readonly string[]; readonly from: number; readonly to: number } {
  const lines = text.split(/\r?\n/);
  const from = lines.findIndex((line) => line.startsWith(start) && line.includes("<!-- facsimile changeset: "));
  const to = lines.indexOf(end, Math.max(from, 0));
  return from === -1 || to === -1 ? { lines, from: lines.length, to: lines.length } : { lines, from, to };
}

const frontMatter = /^\s*---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/;

/** The line of the front matter that is about a package. */
function releaseLine(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(`^([ \\t]*(["']?)${escaped}\\2[ \\t]*:[ \\t]*["']?)(none|patch|minor|major)\\b`, "m");
}

function bumpOfFrontMatter(text: string, name: string): Bump {
  const [matter = ""] = frontMatter.exec(text.replaceAll("\r\n", "\n")) ?? [];
  const bump = releaseLine(name).exec(matter)?.[3];
  return isBump(bump) ? bump : "none";
}

function withBump(text: string, name: string, bump: Bump): string {
  return text.replace(frontMatter, (matter) => matter.replace(releaseLine(name), `$1${bump}`));
}

function isBump(text: string | undefined): text is Bump {
  return text === "none" || text === "patch" || text === "minor" || text === "major";
}
