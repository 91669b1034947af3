import { unicodeSource } from "@facsimile/document";
import { type PatternPart, parsePattern } from "./parse-pattern.js";

/** The steps of a regular expression, as the runtime takes them: its `PatternProgram` says what they mean. */
export type PatternProgram = readonly PatternStep[];

export type PatternStep = string | number | readonly [number, number];

/** How many steps a regular expression may have: each character of a text is held against all of them at most. */
const stepLimit = 2_000;

/** How often something may be repeated where a match may begin anywhere. */
const repeatLimit = 1_000;

/**
 * A regular expression as a package checks it in linear time: its source, where JavaScript's own matching is linear whatever the text is, else its steps.
 * Undefined for one that neither is known for, and for what is none.
 */
export function linearPattern(source: string): string | PatternProgram | undefined {
  const own = unicodeSource(source);
  const part = own === undefined ? undefined : parsePattern(own);
  if (part === undefined) return undefined;
  return isLinear(part) ? own : programOf(part);
}

/** Whether there is nothing to try again: at most one choice of alternatives, and at most one of how often a single character is repeated. */
function isLinear(part: PatternPart): boolean {
  const all = [...partsIn(part)];
  const repeated = all.flatMap((one) => (one.kind === "repeated" ? [one] : []));
  const varying = repeated.filter(({ least, most }) => least !== most);
  const choices = all.filter(({ kind }) => kind === "alternatives");
  if (choices.length > 1 || varying.length > 1) return false;
  if (repeated.some((one) => one.part.kind !== "character")) return false;
  return startsAtBeginning(part) || repeated.every(({ most }) => most <= repeatLimit);
}

function* partsIn(part: PatternPart): Generator<PatternPart> {
  const pending = [part];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    if ("parts" in next) pending.push(...next.parts);
    if ("part" in next) pending.push(next.part);
  }
}

function startsAtBeginning(part: PatternPart): boolean {
  if (part.kind !== "sequence") return false;
  const [first] = part.parts;
  return first?.kind === "place" && first.source === "^";
}

function programOf(part: PatternPart): PatternProgram | undefined {
  const writer = new ProgramWriter();
  return writer.write(part) ? writer.steps : undefined;
}

/** Writes steps until there are too many of them: each of its methods then answers false. */
class ProgramWriter {
  readonly steps: PatternStep[] = [];
  /** Parts that were written, those too that have no steps. */
  private written = 0;

  write(part: PatternPart): boolean {
    this.written += 1;
    if (this.written > 2 * stepLimit || this.steps.length > stepLimit) return false;
    switch (part.kind) {
      case "character":
      case "place":
        this.steps.push(part.source);
        return true;
      case "sequence":
        return part.parts.every((one) => this.write(one));
      case "alternatives":
        return this.writeAlternatives(part.parts);
      case "repeated":
        return this.writeRepeated(part);
    }
  }

  private writeAlternatives(parts: readonly PatternPart[]): boolean {
    const ends: number[] = [];
    for (const part of parts.slice(0, -1)) {
      const start = this.open();
      if (!this.write(part)) return false;
      ends.push(this.open());
      this.branch(start);
    }
    if (!parts.slice(-1).every((last) => this.write(last))) return false;
    for (const end of ends) this.steps[end] = this.steps.length;
    return true;
  }

  private writeRepeated({ part, least, most }: Extract<PatternPart, { readonly kind: "repeated" }>): boolean {
    for (let count = 0; count < least; count += 1) if (!this.write(part)) return false;
    if (most === Number.POSITIVE_INFINITY) return this.writeEndless(part);
    const starts: number[] = [];
    for (let count = least; count < most; count += 1) {
      starts.push(this.open());
      if (!this.write(part)) return false;
    }
    for (const start of starts) this.branch(start);
    return true;
  }

  private writeEndless(part: PatternPart): boolean {
    const start = this.open();
    if (!this.write(part)) return false;
    this.steps.push(start);
    this.branch(start);
    return true;
  }

  /** Leaves a place for a step that is known later. */
  private open(): number {
    return this.steps.push(0) - 1;
  }

  /** Says that it goes on behind a step, or behind all that is written by now. */
  private branch(start: number): void {
    this.steps[start] = [start + 1, this.steps.length];
  }
}
