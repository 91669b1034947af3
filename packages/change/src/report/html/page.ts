import { createHash } from "node:crypto";
import type { Change } from "../../change/change.js";
import type { Diff } from "../../diff.js";
import { countChanges, countsInWords } from "../counts.js";
import { changesOf, groupNames } from "../groups.js";
import { printDocument } from "./document.js";
import { excerptsOf } from "./excerpts.js";
import { printFilters } from "./filters.js";
import { Html, html, none } from "./html.js";
import { Reach } from "./operations.js";
import { script } from "./script.js";
import { style } from "./style.js";

/** Changes that a page lists at most, the worst first; the others are counted. */
const mostChanges = 3_000;

/**
 * The report as one page for reviewers, which needs nothing else: what breaks first, old beside new, with filters. Without its script it shows
 * everything.
 */
export function printDiffHtml(diffs: readonly Diff[]): string {
  const reach = new Reach();
  const ordered = worstFirst(diffs);
  const contents = { listed: listedOf(ordered), excerpts: excerptsOf(ordered), reach };
  const documents = ordered.map((diff, index) => printDocument(diff, index, contents));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${titleOf(diffs)}</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#changes">Skip to the changes</a>
<header>
<h1>${verdictOf(diffs)}</h1>
${ordered.length > 1 ? printOverview(ordered) : none}
</header>
<div class="columns">
<aside>${printFilters(ordered)}</aside>
<main id="changes" tabindex="-1">
${documents}
</main>
</div>
${reach.print()}
<script>${new Html(script)}</script>
</body>
</html>
`.text;
}

/** Nothing runs and nothing is loaded but what we wrote, whatever a document says. */
const policy = `default-src 'none'; style-src '${digestOf(style)}'; script-src '${digestOf(script)}'; base-uri 'none'; form-action 'none'`;

function digestOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function titleOf(diffs: readonly Diff[]): string {
  return `${diffs.map(({ name }) => name).join(", ")}: ${countsInWords(countChanges(diffs.flatMap(({ changes }) => changes)))}`;
}

function verdictOf(diffs: readonly Diff[]): string {
  const { breaking, unknown, warning } = countChanges(diffs.flatMap(({ changes }) => changes));
  if (breaking > 0) return breaking === 1 ? "One change breaks callers" : `${breaking} changes break callers`;
  if (unknown + warning > 0) return "Nothing breaks for certain, and something is to be looked at";
  return diffs.some(({ changes }) => changes.length > 0) ? "Nothing breaks" : "Nothing has changed";
}

/** Of several documents: a table that leads to each of them. */
function printOverview(diffs: readonly Diff[]): Html {
  const heads = groupNames.map((name) => html`<th scope="col">${name}</th>`);
  const rows = diffs.map(({ name, changes }, index) => {
    const cells = groupNames.map((group) => html`<td class="${group}">${changesOf(changes, group).length}</td>`);
    return html`<tr><th scope="row"><a href="#d${index}">${name}</a></th>${cells}</tr>`;
  });
  return html`<div class="overview"><table><thead><tr><th scope="col">document</th>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function worstFirst(diffs: readonly Diff[]): readonly Diff[] {
  const names = [...groupNames, undefined];
  const rank = ({ changes }: Diff): number =>
    names.indexOf(groupNames.find((name) => changesOf(changes, name).length > 0));
  return diffs.toSorted((one, other) => rank(one) - rank(other));
}

function listedOf(diffs: readonly Diff[]): ReadonlySet<Change> {
  const all = groupNames.flatMap((name) => diffs.flatMap(({ changes }) => changesOf(changes, name)));
  return new Set(all.slice(0, mostChanges));
}
