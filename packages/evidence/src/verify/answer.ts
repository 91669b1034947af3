/** What a spec has to say to a fact. */
export type Answer = Confirmed | Contradicted | Missing;

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

export function confirmed(pointer: string, ...supports: readonly string[]): Confirmed {
  return { verdict: "confirmed", pointer, supports: [pointer, ...supports] };
}

export function contradicted(pointer: string, says: string): Contradicted {
  return { verdict: "contradicted", pointer, says };
}

export function missing(pointer: string, says: string): Missing {
  return { verdict: "missing", pointer, says };
}

/** The first answer that is not a confirmation; else one confirmation with all that the answers support. */
export function every(pointer: string, answers: readonly Answer[]): Answer {
  const other = answers.find((answer) => answer.verdict !== "confirmed");
  return (
    other ?? confirmed(pointer, ...answers.flatMap((answer) => (answer.verdict === "confirmed" ? answer.supports : [])))
  );
}
