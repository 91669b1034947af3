import type { Diff } from "../../diff.js";
import { changesOf, groupNames } from "../groups.js";
import { type Html, html, none } from "./html.js";

/** The form that chooses what is shown. The script shows it: without one it would do nothing. */
export function printFilters(diffs: readonly Diff[]): Html {
  const changes = diffs.flatMap((diff) => diff.changes);
  const classes = groupNames.map((name) => box("class", name, changesOf(changes, name).length));
  const directions = (["request", "response"] as const).map((name) =>
    box("direction", name, changes.filter(({ direction }) => direction === name).length),
  );
  return html`<form id="filters" role="search" aria-label="Filters" hidden>
<details><summary>Filters</summary><div>
<fieldset><legend>Class</legend>${classes}</fieldset>
<fieldset><legend>Direction</legend>${directions}</fieldset>
<label>Operation <input type="search" name="operation" list="operations" autocomplete="off" spellcheck="false" placeholder="GET /users"></label>
<datalist id="operations"></datalist>
<label>Rule ${printRules(diffs)}</label>
${diffs.length > 1 ? html`<label>Document ${printDocuments(diffs)}</label>` : none}
</div></details>
<p><output id="shown" aria-live="polite"></output> <button type="reset">Show all</button></p>
</form>`;
}

/** A box for what there is none of would do nothing. */
function box(name: string, value: string, count: number): Html {
  if (count === 0) return none;
  return html`<label class="${value}"><input type="checkbox" name="${name}" value="${value}" checked> ${value} <span class="count">${count}</span></label>`;
}

function printRules(diffs: readonly Diff[]): Html {
  const counts = new Map<string, number>();
  for (const { rule } of diffs.flatMap(({ changes }) => changes)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules = [...counts].map(([rule, count]) => html`<option value="${rule}">${rule} (${count})</option>`);
  return html`<select name="rule"><option value="">all</option>${rules}</select>`;
}

function printDocuments(diffs: readonly Diff[]): Html {
  const names = diffs.map(({ name }, index) => html`<option value="${index}">${name}</option>`);
  return html`<select name="document"><option value="">all</option>${names}</select>`;
}
