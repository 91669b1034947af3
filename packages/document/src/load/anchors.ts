import type { Json } from "./document.js";
import type { Problem } from "./problem.js";

/** Objects and arrays inside one another. Documents that people write stay under 40; every step of the generator recurses over schemas. */
export const maxDepth = 200;

/** Values that aliases may add to those that are written. A bomb of half a kilobyte adds some 10^9. */
const maxAdded = 1_000_000;

interface Anchored {
  readonly value: Json;
  /** Values in it, itself included, with those that aliases add. */
  readonly size: number;
  /** Containers inside one another in it. */
  readonly height: number;
}

/**
 * The anchors of a document, and how large and deep the document is with every alias written out. Nothing is ever written out: an alias
 * answers the very value that its anchor stands before.
 */
export class Anchors {
  private readonly report: (problem: Problem) => void;
  private readonly anchored = new Map<string, Anchored | "open">();
  private size = 0;
  private added = 0;
  private depth = 0;
  private deepest = 0;
  private limited = false;
  private unanswered = false;

  constructor(report: (problem: Problem) => void) {
    this.report = report;
  }

  /** Whether an alias was refused, so that null stands in its place. */
  get failed(): boolean {
    return this.unanswered;
  }

  countScalar(): void {
    this.size++;
  }

  open(): void {
    this.size++;
    this.depth++;
    if (this.depth > this.deepest) this.deepest = this.depth;
  }

  close(): void {
    this.depth--;
  }

  define(name: string, compose: () => Json): Json {
    const { size, deepest } = this;
    this.anchored.set(name, "open");
    this.deepest = this.depth;
    const value = compose();
    this.anchored.set(name, { value, size: this.size - size, height: this.deepest - this.depth });
    this.deepest = Math.max(this.deepest, deepest);
    return value;
  }

  /** The value of an alias; null where there is none, which is reported. */
  use(name: string, offset: number): Json {
    const value = this.valueOf(name, offset);
    if (value === undefined) this.unanswered = true;
    return value ?? null;
  }

  private valueOf(name: string, offset: number): Json | undefined {
    const anchored = this.anchored.get(name);
    if (anchored === undefined) {
      const fix = `Write &${name} before the value that is meant, above this line.`;
      this.report({ code: "yaml-syntax", offset, message: `No value above carries the anchor "${name}".`, fix });
      return undefined;
    }
    if (anchored === "open") {
      const fix = "Use a $ref to a component instead: references may be recursive, aliases may not.";
      this.report({
        code: "yaml-alias-limit",
        offset,
        message: `The alias "${name}" stands inside its own value.`,
        fix,
      });
      return undefined;
    }
    return this.add(anchored, offset) ? anchored.value : undefined;
  }

  /** Counts a value that is used once more. */
  private add({ size, height }: Anchored, offset: number): boolean {
    this.size += size;
    this.added += size;
    this.deepest = Math.max(this.deepest, this.depth + height);
    const large = this.added > maxAdded;
    if (!large && this.depth + height <= maxDepth) return true;
    if (!this.limited) {
      const message = large
        ? `With its aliases written out, the document would hold more than ${maxAdded} further values.`
        : `With its aliases written out, the document is nested deeper than ${maxDepth} levels.`;
      const fix = "Use $refs to components instead of aliases.";
      this.report({ code: "yaml-alias-limit", offset, message, fix });
      this.limited = true;
    }
    return false;
  }
}
