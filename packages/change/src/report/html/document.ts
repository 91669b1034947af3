import type { Change } from "../../change/change.js";
import type { Diff } from "../../diff.js";
import { countChanges, countsInWords } from "../counts.js";
import { changesOf, type GroupName, groupNames } from "../groups.js";
import { printChange } from "./change.js";
import { placeOf } from "./excerpts.js";
import { type Html, html, none } from "./html.js";
import type { Reach } from "./operations.js";

/** What the documents of a page share. */
export interface Contents {
  /** The changes that there is room for. */
  readonly listed: ReadonlySet<Change>;
  readonly excerpts: ReadonlyMap<Change, Html>;
  readonly reach: Reach;
}

const titles: Readonly<Record<GroupName, string>> = {
  breaking: "Breaking",
  unknown: "Unknown",
  warning: "Warnings",
  safe: "Safe",
  documentation: "Documentation",
};

/** What a group says of its changes. */
const notes: Readonly<Record<GroupName, string>> = {
  breaking: "What was right under the old edition may fail under the new one.",
  unknown: "It cannot be decided whether these break.",
  warning: "Nothing that was promised is taken back, but people trip over it.",
  safe: "Whatever was right stays right.",
  documentation: "Words for people. Nothing travels differently.",
};

/** The changes of one document, the worst first; those of documentation are folded. */
export function printDocument(diff: Diff, index: number, contents: Contents): Html {
  const groups = groupNames.map((name) => printGroup(name, diff, index, contents));
  return html`
<section class="document" id="d${index}" aria-labelledby="t${index}" data-document="${index}">
<h2 id="t${index}">${diff.name}</h2>
<p class="editions"><code>${diff.old}</code> → <code>${diff.new}</code>: ${countsInWords(countChanges(diff.changes))}</p>${groups}
</section>`;
}

function printGroup(name: GroupName, diff: Diff, index: number, { listed, excerpts, reach }: Contents): Html {
  const all = changesOf(diff.changes, name);
  if (all.length === 0) return none;
  const numbers = new Map(diff.changes.map((change, number) => [change, number + 1]));
  const shown = all.filter((change) => listed.has(change));
  const changes = shown.map((change) =>
    printChange(change, {
      id: `c${index + 1}-${numbers.get(change) ?? 0}`,
      set: reach.setOf(change),
      places: placesOf(change, diff),
      excerpt: excerpts.get(change),
    }),
  );
  const more = all.length - shown.length;
  const rest =
    more > 0
      ? html`<p class="more">${more} more have no room here: <code>facsimile diff --json</code> has all.</p>`
      : none;
  const title = html`<h3>${titles[name]} <span class="count">${all.length}</span></h3>`;
  const body = html`<p class="note">${notes[name]}</p>${changes}${rest}`;
  if (name !== "documentation") return html`\n<section class="group ${name}">${title}${body}</section>`;
  return html`\n<details class="group ${name}"><summary>${title}</summary>${body}</details>`;
}

function placesOf({ old, new: next }: Change, diff: Diff): string {
  const sides = [old && placeOf(old, diff.old), next && placeOf(next, diff.new)];
  return sides.map((place) => place ?? "nothing").join(" → ");
}
