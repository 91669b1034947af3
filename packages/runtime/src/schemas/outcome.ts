import type { SchemaIssue } from "./standard.js";

/** How many issues are told of a value. */
export const issueLimit = 100;

/** A way into a value, outermost first. */
export interface Way {
  readonly key: PropertyKey;
  /** Whether the schema names it, and not only the value. */
  readonly isDeclared: boolean;
  readonly rest: Way | undefined;
}

/** What is wrong, and where from the value that a schema describes. */
export interface Fault {
  readonly message: string;
  readonly way: Way | undefined;
}

/** What a schema makes of a value. */
export interface Outcome {
  /** None where it fits; at most {@link issueLimit}. */
  readonly faults: readonly Fault[];
  /** The names and indices that it has looked at, where that is asked for. */
  readonly seen?: ReadonlySet<PropertyKey> | undefined;
}

export function issueOf({ message, way }: Fault): SchemaIssue {
  return { message, path: stepsOf(way).map(({ key }) => key) };
}

function stepsOf(way: Way | undefined): readonly Way[] {
  const steps: Way[] = [];
  for (let step = way; step; step = step.rest) steps.push(step);
  return steps;
}

/** How many are told in one line. */
const toldInLine = 3;

/** Faults in one line. A name that only the value has is not shown: it may be anything, a secret too. */
export function describeFaults(faults: readonly Fault[]): string {
  const told = faults.slice(0, toldInLine).map(({ message, way }) => {
    const place = stepsOf(way).map(({ key, isDeclared }) => `/${isDeclared ? String(key) : "*"}`);
    return `${place.join("")} ${message}`.trim();
  });
  const more = faults.length - told.length;
  return told.join("; ") + (more > 0 ? `; and ${more} more` : "");
}
