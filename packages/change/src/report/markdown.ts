import type { Location } from "@facsimile/document";
import type { Change } from "../change/change.js";
import type { Diff } from "../diff.js";
import { countChanges, countInWords, countsInWords } from "./counts.js";
import { changesOf, type GroupName, groupNames } from "./groups.js";
import { sentenceOf } from "./sentence.js";
import { operationsInWords } from "./text.js";
import { cut, visible } from "./visible.js";

/** Bytes of a report. A comment of GitHub has 65,536 characters at most; some room stays for what a workflow adds. */
const longest = 60_000;

/** Bytes that a group takes beside its changes, and those of the last lines. */
const [frame, ending] = [150, 200];

/** Changes of a group that are shown at most, whatever room there is: nobody reads more of them in a comment. */
const mostOfGroup = 100;

/** What breaks is open where it has no more changes than this. */
const mostOpen = 20;

/** Characters of a label that are shown at most. */
const longestLabel = 200;

/**
 * The report as a comment for a pull request: what breaks is open where it is short, all else is folded. The worst of all documents has its room
 * first, and what there is no room for is counted.
 *
 * @param most - bytes that it may have. Default: what a comment of GitHub has room for
 */
export function printDiffMarkdown(diffs: readonly Diff[], most: number = longest): string {
  // Headings take a third at most.
  const headings = Math.floor(most / 3);
  const changed = diffs.length === 1 ? diffs : diffs.filter(({ changes }) => changes.length > 0);
  const room = new Room(headings);
  const sections = changed.map(sectionOf).filter(({ heading }) => room.take(heading));
  room.add(most - headings - ending);
  for (const name of groupNames)
    for (const { groups } of sections) for (const group of groups) if (group.name === name) fill(group, room);
  const text = sections.map(({ heading, groups }) => heading + groups.map(printGroup).join(""));
  return text.join("") + endingOf(diffs.length - changed.length, changed.length - sections.length);
}

interface Section {
  readonly heading: string;
  readonly groups: readonly Group[];
}

interface Group {
  readonly name: GroupName;
  readonly diff: Diff;
  readonly changes: readonly Change[];
  /** Those that there is room for. */
  readonly rows: string[];
}

/** What is left of the bytes of a report. */
class Room {
  constructor(private left: number) {}

  add(bytes: number): void {
    this.left += bytes;
  }

  /** Whether there was room for it. */
  take(text: string): boolean {
    const size = Buffer.byteLength(text);
    if (size > this.left) return false;
    this.left -= size;
    return true;
  }
}

function sectionOf(diff: Diff): Section {
  const { name, old, new: next, changes } = diff;
  const labels = `${code(cut(old, longestLabel))} → ${code(cut(next, longestLabel))}`;
  const groups = groupNames.map((group) => ({ name: group, diff, changes: changesOf(changes, group), rows: [] }));
  return {
    heading: `### ${escaped(cut(name, longestLabel))}: ${countsInWords(countChanges(changes))}\n\n${labels}\n\n`,
    groups: groups.filter((group) => group.changes.length > 0),
  };
}

function fill({ changes, diff, rows }: Group, room: Room): void {
  if (!room.take(" ".repeat(frame))) return;
  for (const change of changes.slice(0, mostOfGroup)) {
    const row = printRow(change, diff);
    if (!room.take(row)) return;
    rows.push(row);
  }
}

/** A group without any room is only counted, in the heading. */
function printGroup({ name, changes, rows }: Group): string {
  if (rows.length === 0) return "";
  const left = changes.length - rows.length;
  const more = left > 0 ? `\n_${left} more have no room here: \`facsimile diff --json\` has all._\n` : "";
  const open = name === "breaking" && changes.length <= mostOpen ? " open" : "";
  return `<details${open}><summary>${countInWords(name, changes.length)}</summary>\n\n${rows.join("")}${more}\n</details>\n\n`;
}

function endingOf(unchanged: number, left: number): string {
  const same = unchanged > 0 ? `_No change in ${unchanged} more of the documents._\n` : "";
  const more = left > 0 ? `_${left} more documents have no room here: \`facsimile diff --json\` has all._\n` : "";
  return [same, more].filter(Boolean).join("\n");
}

function printRow(change: Change, diff: Diff): string {
  const { rule, direction, operations, old, new: next } = change;
  const sentence = sentenceOf(change).map((part) => (part.code ? code(part.text) : escaped(part.text)));
  const places = [old && placeOf(old, diff.old), next && placeOf(next, diff.new)].filter(
    (place) => place !== undefined,
  );
  const where = [
    direction === "none" ? "" : direction,
    operationsInWords(operations.map((name) => code(cut(name, longestLabel)))),
    places.join(" → "),
  ];
  return `- ${sentence.join("")} <sub>${[rule, ...where].filter(Boolean).join(" · ")}</sub>\n`;
}

/** The heading names the file of an edition, so that most places are lines of it. */
function placeOf({ file, line }: Location, edition: string): string {
  return file === edition ? `line ${line}` : code(`${cut(file, longestLabel)}:${line}`);
}

/** Text of a document is shown as it is: nothing of it is markup, and nobody and no issue is mentioned by it. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll(/[&<>*_[\]|\\`~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(/(?<!&)[@#]/g, "$&&#8203;")
    .replaceAll("$", () => "<span>$</span>");
}

function code(text: string): string {
  return `\`${visible(text).replaceAll("`", "'")}\``;
}
