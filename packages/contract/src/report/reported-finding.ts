import { createHash } from "node:crypto";
import type { Whose } from "../oracles/finding.js";

/** Something that was found in one place, before it is put together with what is the same. */
export interface FoundInCase {
  readonly whose: Whose;
  /** A sentence. */
  readonly message: string;
  /** What of the sentence tells it from others; default: all of it. */
  readonly essence?: string;
  /** What it is about: of two findings about the same thing that differ in values alone, one is enough. */
  readonly subject: string;
  /** `specs/x/openapi.yaml:12`. */
  readonly at: string | undefined;
  /** The name of the case; undefined where it was found without one. */
  readonly case: string | undefined;
  /** Set where our own validator has shown that it is Prism's. */
  readonly isProved?: true;
}

/** One finding of a report, however many cases showed it. */
export interface ReportedFinding {
  /** The same for the same finding in each run: `document-5f0c1a2b`. */
  readonly id: string;
  readonly whose: Whose;
  readonly message: string;
  readonly at: string | undefined;
  /** How many cases showed it. */
  readonly cases: number;
  /** The first of them. */
  readonly examples: readonly string[];
  /** Set where our own validator has shown that it is Prism's: it fails no run. */
  readonly isProved?: true;
  /** Why it is accepted; undefined where it is not. */
  readonly accepted: string | undefined;
}

/** By the id of a finding, why it is accepted. */
export type Accepted = Readonly<Record<string, string>>;

const mostExamples = 3;

/** The findings of a run, each once, in the order in which they came. */
export function reportedFindings(found: readonly FoundInCase[], accepted: Accepted): readonly ReportedFinding[] {
  const groups = new Map<string, FoundInCase[]>();
  for (const one of found) {
    const id = idOf(one);
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return [...groups].flatMap(([id, all]) => {
    const [first] = all;
    if (first === undefined) return [];
    const { whose, message, at } = first;
    const isProved = all.every((one) => one.isProved);
    const names = [...new Set(all.flatMap((one) => one.case ?? []))];
    const examples = names.slice(0, mostExamples);
    return [
      { id, whose, message, at, cases: names.length, examples, ...(isProved && { isProved }), accepted: accepted[id] },
    ];
  });
}

function idOf({ whose, subject, message, essence = message }: FoundInCase): string {
  const text = `${subject}|${withoutValues(essence)}`;
  return `${whose}-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
}

/** Values differ from case to case, and lines of a document move. */
function withoutValues(message: string): string {
  return message.replace(/\([^()]*:\d+\)/g, "").replace(/"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|[{[].*|\d+/g, "_");
}
