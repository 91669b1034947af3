import type { Change } from "../../change/change.js";
import { visible } from "../visible.js";
import { Html, html, none } from "./html.js";

/** Operations that are named in a list at most; the others are counted, and found by the filter. */
const mostOperations = 50;

/** Operations that are named before the list is opened. */
const mostInSummary = 2;

/** The operations that changes reach. Many changes reach the same ones: each set of them stands in the page once. */
export class Reach {
  private readonly operations = new Map<string, number>();
  private readonly sets = new Map<string, number>();

  /** The number of the set of operations that a change reaches. */
  setOf({ operations }: Change): number {
    const key = operations.map((name) => numberOf(this.operations, visible(name))).join(",");
    return numberOf(this.sets, key);
  }

  /** What the script of the page finds operations in. */
  print(): Html {
    const sets = [...this.sets.keys()].map((key) => (key === "" ? [] : key.split(",").map(Number)));
    const json = JSON.stringify({ operations: [...this.operations.keys()], sets });
    return new Html(`<script type="application/json" id="reach">${json.replaceAll("<", "\\u003c")}</script>`);
  }
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}

/** The operations of a change: a few as they are, many as a list that opens. */
export function printOperations(operations: readonly string[]): Html {
  if (operations.length === 0) return none;
  const named = (names: readonly string[]): readonly Html[] =>
    names.map((name, index) => html`${index > 0 ? ", " : ""}<code>${name}</code>`);
  if (operations.length <= mostInSummary + 1) return html`<p class="operations">${named(operations)}</p>`;
  const more = operations.length - mostOperations;
  const items = operations.slice(0, mostOperations).map((name) => html`<li><code>${name}</code></li>`);
  const rest = more > 0 ? html`<li>and ${more} more</li>` : none;
  return html`<details class="operations"><summary>${named(operations.slice(0, mostInSummary))} and ${operations.length - mostInSummary} more operations</summary><ul>${items}${rest}</ul></details>`;
}
