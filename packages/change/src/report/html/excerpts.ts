import { posix } from "node:path";
import type { Location } from "@facsimile/document";
import type { Change } from "../../change/change.js";
import type { Diff } from "../../diff.js";
import { groupNames, groupOf } from "../groups.js";
import { type Html, html, none } from "./html.js";
import { type Line, linesAround } from "./lines.js";

/** Characters of a page that lines of documents take at most: enough for some 2,000 changes. */
const room = 3_000_000;

/** What is shown of the documents for each change, the worst first: where there is no more room, a change has its places alone. */
export function excerptsOf(diffs: readonly Diff[]): ReadonlyMap<Change, Html> {
  const excerpts = new Map<Change, Html>();
  const documents = diffs.map((diff) => ({ diff, linesOf: splitOnce(diff.sources) }));
  let left = room;
  for (const name of groupNames)
    for (const { diff, linesOf } of documents)
      for (const change of diff.changes) {
        if (groupOf(change) !== name) continue;
        const sides = printSides(change, linesOf);
        left -= sides.text.length;
        if (left < 0) return excerpts;
        excerpts.set(change, sides);
      }
  return excerpts;
}

/** The place of a side, by the folder that the edition is in. */
export function placeOf({ file, line }: Location, edition: string): string {
  const folder = posix.dirname(edition);
  return `${file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : file}:${line}`;
}

type LinesOf = (file: string) => readonly string[];

/** The lines of each file, split when the first of them is needed. */
function splitOnce(sources: ReadonlyMap<string, string>): LinesOf {
  const split = new Map<string, readonly string[]>();
  return (file) => {
    const lines = split.get(file) ?? (sources.get(file) ?? "").split(/\r\n|\r|\n/);
    split.set(file, lines);
    return lines;
  };
}

function printSides(change: Change, linesOf: LinesOf): Html {
  const around = (place: Location | undefined): readonly Line[] =>
    place === undefined ? [] : linesAround(linesOf(place.file), place);
  const [old, next] = [around(change.old), around(change.new)];
  return html`<div class="sides">${printSide("Old", change.old, old, next)}${printSide("New", change.new, next, old)}</div>`;
}

function printSide(
  side: "Old" | "New",
  place: Location | undefined,
  lines: readonly Line[],
  opposite: readonly Line[],
): Html {
  if (place === undefined) return html`<p class="absent">${side}: nothing.</p>`;
  const same = new Set(opposite.map(({ text }) => text.trim()));
  const text = lines.map((line) => printLine(line, same.has(line.text.trim())));
  const code = lines.length === 0 ? none : html`<pre>${text}</pre>`;
  return html`<figure class="${side.toLowerCase()}"><figcaption>${side}</figcaption>${code}</figure>`;
}

/** The number stands in an attribute, so that it is no part of what is copied. */
function printLine({ number, text, marked }: Line, same: boolean): Html {
  const kind = same ? none : html` class="own"`;
  return marked
    ? html`<mark data-n="${number}"${kind}>${text}\n</mark>`
    : html`<span data-n="${number}"${kind}>${text}\n</span>`;
}
