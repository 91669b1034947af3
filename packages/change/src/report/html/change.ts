import type { Change } from "../../change/change.js";
import { changeRules, type Rule } from "../../change/rules.js";
import { groupOf } from "../groups.js";
import { sentenceOf } from "../sentence.js";
import { cut } from "../visible.js";
import { type Html, html, none } from "./html.js";
import { printOperations } from "./operations.js";

/** What is shown of a change, apart from what it says itself. */
export interface Shown {
  /** What leads to it in the page. */
  readonly id: string;
  /** Number of its set of operations. */
  readonly set: number;
  /** Its places in one line. */
  readonly places: string;
  readonly excerpt: Html | undefined;
}

const rules: ReadonlyMap<string, Rule> = new Map(Object.entries(changeRules));

/** Characters of a value that are shown at most. */
const longestExample = 200;

/** One change, which the script shows and hides by its attributes. Lines of what is safe are folded. */
export function printChange(change: Change, { id, set, places, excerpt }: Shown): Html {
  const { rule, direction, operations } = change;
  const group = groupOf(change);
  const parts = sentenceOf(change);
  const sentence = parts.map(({ code, text }) => (code ? html`<code>${text}</code>` : html`${text}`));
  const named = operations.length === 1 && parts.some(({ code, text }) => code && text === operations[0]);
  const open = group === "safe" || group === "documentation" ? none : html` open`;
  return html`
<article id="${id}" class="${group}" data-direction="${direction}" data-rule="${rule}" data-set="${set}">
<h4>${sentence} <a href="#${id}" aria-label="Link to this change">#</a></h4>
<p class="facts"><span class="badge">${group}</span>${direction === "none" ? none : html` <span class="direction">${direction}</span>`} <code>${rule}</code> ${rules.get(rule)?.title ?? ""}</p>
${printOperations(named ? [] : operations)}${printExample(change)}
${excerpt === undefined ? html`<p class="places">${places}</p>` : html`<details class="lines"${open}><summary>${places}</summary>${excerpt}</details>`}
</article>`;
}

function printExample({ example, rule }: Change): Html {
  if (example === undefined) return none;
  const effect = rules.get(rule)?.effect;
  const edition =
    effect === "narrows" ? "the old edition" : effect === "widens" ? "the new edition" : "one of the editions";
  return html`<p class="example">Only ${edition} allows <code>${cut(JSON.stringify(example), longestExample)}</code></p>`;
}
