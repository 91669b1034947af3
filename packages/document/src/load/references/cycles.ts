import type { Json } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import type { Resolved } from "./resolve.js";

/** Keywords whose schemas describe the very same value and not a part of it. */
const composing = ["allOf", "anyOf", "oneOf"] as const;

/**
 * Finds references that lead back to themselves without anything between: `A` is a `$ref` to `B` and `B` one to `A`, or `A` is put together
 * `allOf` itself. A property or an item that refers to the schema around it is no such circle.
 */
export function checkCycles(references: readonly Resolved[], report: Report): void {
  const targets = new Map<object, Resolved>();
  for (const reference of references) if (reference.use.key === "$ref") targets.set(reference.use.holder, reference);
  const search = new CycleSearch(targets, report);
  for (const holder of targets.keys()) search.visit(holder);
}

class CycleSearch {
  private readonly targets: ReadonlyMap<object, Resolved>;
  private readonly report: Report;
  private readonly state = new Map<object, "open" | "done">();

  constructor(targets: ReadonlyMap<object, Resolved>, report: Report) {
    this.targets = targets;
    this.report = report;
  }

  /** Depth first, with a stack of its own: chains of references may be long. */
  visit(start: object): void {
    const stack: { value: object; next: Generator<Json> }[] = [];
    const enter = (value: object): void => {
      this.state.set(value, "open");
      stack.push({ value, next: this.successors(value) });
    };
    if (!this.state.has(start)) enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const { value: next, done } = top.next.next();
      if (done === true) {
        this.state.set(top.value, "done");
        stack.pop();
      } else if (isObject(next) && !this.state.has(next)) enter(next);
      else if (isObject(next) && this.state.get(next) === "open")
        this.reportCycle(
          stack.map(({ value }) => value),
          next,
        );
    }
  }

  private *successors(value: object): Generator<Json> {
    const target = this.targets.get(value);
    if (target !== undefined) yield target.value;
    if (target !== undefined && target.use.shape.kind !== "schema") return;
    for (const keyword of composing) {
      const parts = member(value as Json, keyword);
      if (Array.isArray(parts)) yield* parts;
    }
  }

  private reportCycle(stack: readonly object[], start: object): void {
    const closing = stack.slice(stack.indexOf(start)).findLast((value) => this.targets.has(value));
    const reference = closing && this.targets.get(closing);
    if (reference === undefined) return;
    const { use } = reference;
    const message = `The reference "${use.ref}" leads back to itself, so that it stands for nothing.`;
    const fix = "Let it lead to something else, or put the recursion into a property or an item.";
    this.report("reference-circular", use.source, child(use.pointer, use.key), message, fix);
  }
}
