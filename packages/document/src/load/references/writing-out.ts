import { maxDepth } from "../anchors.js";
import type { Report } from "../findings.js";
import { child } from "../pointer.js";
import type { Resolved } from "./resolve.js";

/** Values that references may add to those that are written. References that each lead to two others twice double with every step. */
const maxAdded = 1_000_000;

/** References that may be written out inside one another. Each takes a part of the stack. */
const maxInside = 100;

/**
 * Keeps what references lead to, and what no component can be made of, from being written out without end: path items, operations, lists.
 */
export class WritingOut {
  private readonly report: Report;
  private readonly inside: object[] = [];
  private readonly written = new Set<object>();
  private repeating = 0;
  private added = 0;

  constructor(report: Report) {
    this.report = report;
  }

  /** Counts a value that is copied. */
  count(): void {
    if (this.repeating > 0) this.added++;
  }

  /**
   * What `copy` makes of the target of a reference; undefined, and reported, where it has no end or is too much.
   *
   * @param depth - of the place that it is written to
   */
  write<T>(target: Resolved, depth: number, copy: () => T): T | undefined {
    const { value } = target;
    if (value === null || typeof value !== "object") return copy();
    const words = this.whyNot(value, depth);
    if (words !== undefined) return this.refuse(target, words);
    const isRepeated = this.written.has(value);
    this.written.add(value);
    this.inside.push(value);
    if (isRepeated) this.repeating++;
    const copied = copy();
    if (isRepeated) this.repeating--;
    this.inside.pop();
    return copied;
  }

  private whyNot(value: object, depth: number): string | undefined {
    if (this.inside.includes(value)) return "leads back to the object that it stands in";
    if (this.inside.length >= maxInside) return `is the last of more than ${maxInside} that stand inside one another`;
    if (depth > maxDepth) return `stands deeper than ${maxDepth} levels`;
    return this.added > maxAdded ? `is one of those that add more than ${maxAdded} values to the document` : undefined;
  }

  private refuse({ use }: Resolved, words: string): undefined {
    const message = `The reference "${use.ref}" ${words}, and has to be written out; it is left out.`;
    const fix = "Let it lead to something else, or to a component where OpenAPI has a kind of component for it.";
    this.report("reference-limit", use.source, child(use.pointer, use.key), message, fix);
    return undefined;
  }
}
