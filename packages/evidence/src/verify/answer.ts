import type { Fact } from "../facts/fact.js";

/** A fact, and what a spec has to say to it. */
export interface Answered {
  readonly fact: Fact;
  readonly answer: Answer;
}

/** What a spec has to say to a fact. */
export type Answer = Confirmed | Contradicted | Missing | Open;

/** The spec says the same. */
export interface Confirmed {
  readonly verdict: "confirmed";
  /** Where the spec says it. */
  readonly pointer: string;
  /** The claims of the spec that the fact supports, by their JSON pointers. */
  readonly supports: readonly string[];
}

/** The spec says something else. */
export interface Contradicted {
  readonly verdict: "contradicted";
  readonly pointer: string;
  /** What it says instead: ends the sentence "The spec …". */
  readonly says: string;
}

/** The spec says nothing about it. */
export interface Missing {
  readonly verdict: "missing";
  /** The nearest place to where it should be said. */
  readonly pointer: string;
  readonly says: string;
}

/** The spec says something that fits, and the pages do not decide whether it is right. */
export interface Open {
  /** `spelled alike`: the SDK spells the spec's name as the pages do, and other names too. `assumed`: the pages are silent. */
  readonly verdict: "spelled alike" | "assumed";
  readonly pointer: string;
  readonly says: string;
}

export function confirmed(pointer: string, ...supports: readonly string[]): Confirmed {
  return { verdict: "confirmed", pointer, supports: [pointer, ...supports] };
}

export function contradicted(pointer: string, says: string): Contradicted {
  return { verdict: "contradicted", pointer, says };
}

export function missing(pointer: string, says: string): Missing {
  return { verdict: "missing", pointer, says };
}

export function spelledAlike(pointer: string, says: string): Open {
  return { verdict: "spelled alike", pointer, says };
}

export function assumed(pointer: string, says: string): Open {
  return { verdict: "assumed", pointer, says };
}

/** The first answer that is no confirmation, those that leave something open last; else one confirmation with all that the answers support. */
export function every(pointer: string, answers: readonly Answer[]): Answer {
  const isOpen = ({ verdict }: Answer): boolean => verdict === "spelled alike" || verdict === "assumed";
  const other =
    answers.find((answer) => answer.verdict !== "confirmed" && !isOpen(answer)) ??
    answers.find((answer) => isOpen(answer));
  return (
    other ?? confirmed(pointer, ...answers.flatMap((answer) => (answer.verdict === "confirmed" ? answer.supports : [])))
  );
}
