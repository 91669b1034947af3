import type { Family, Mutant, Verdict } from "./mutant.js";

/** How many of the mutants of one family, or of one operator, were noticed. */
export interface Score {
  readonly name: string;
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  /** Timed out or crashed: noticed, but not by an oracle. */
  readonly broken: number;
  readonly equivalent: number;
  /** Killed, of those that could be noticed; from 0 to 1. */
  readonly score: number;
}

const families: readonly Family[] = ["server", "request", "answer", "package"];

export function scoreByFamily(verdicts: readonly Verdict[]): readonly Score[] {
  return families.map((family) =>
    score(
      family,
      verdicts.filter(({ mutant }) => mutant.family === family),
    ),
  );
}

/** Within one family, for two may have an operator of the same name; in the order in which operators first appear. */
export function scoreByOperator(verdicts: readonly Verdict[]): readonly Score[] {
  const operators = [...new Set(verdicts.map(({ mutant }) => operatorOf(mutant)))];
  return operators.map((operator) =>
    score(
      operator,
      verdicts.filter(({ mutant }) => operatorOf(mutant) === operator),
    ),
  );
}

/** `server: status changed`. */
export function operatorOf({ family, operator }: Mutant): string {
  return `${family}: ${operator}`;
}

function score(name: string, verdicts: readonly Verdict[]): Score {
  const count = (...statuses: readonly Verdict["status"][]): number =>
    verdicts.filter(({ status }) => statuses.includes(status)).length;
  const killed = count("killed");
  const equivalent = count("equivalent");
  const noticeable = verdicts.length - equivalent;
  return {
    name,
    mutants: verdicts.length,
    killed,
    survived: count("survived"),
    broken: count("timed out", "crashed"),
    equivalent,
    score: noticeable === 0 ? 1 : killed / noticeable,
  };
}
