import { type Finding, findings } from "../../oracles/finding.js";
import type { Called } from "../chain-run.js";

/** What came of a step. */
export interface StepOutcome {
  readonly findings: readonly Finding[];
  /** What belongs to it and could not be tried, with the reason. */
  readonly untried?: readonly string[];
}

export const notCalled: StepOutcome = {
  findings: [],
  untried: ["there is no credential for it, or it does not answer"],
};

/** What is wrong with an answer by itself, and with the state that it shows. */
export function outcomeOf(called: readonly (Called | undefined)[], state: readonly string[] = []): StepOutcome {
  const answers = [...new Set(called.flatMap((one) => one?.findings ?? []))];
  return { findings: [...findings("answer", answers), ...findings("state", state)] };
}

/** What an answer was, for a message. */
export function statusOf(called: Called): string {
  return called.answer === undefined ? "no answer" : String(called.answer.status);
}
