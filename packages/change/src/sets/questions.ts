import { unknown, type Verdict, yes } from "./verdict.js";

/** After so many steps a question stays open: schemas that are built to take for ever end here. */
const mostSteps = 200_000;

/** What is asked and what was answered, where an answer may lean on questions that are still open. */
export class Questions {
  private readonly settled = new Map<string, Verdict>();
  private readonly open = new Map<string, number>();
  /** The outermost open question that the current answer leans on. */
  private leansOn = Number.POSITIVE_INFINITY;
  private steps = 0;

  /** The answer that needs no work: one that is known, the yes of a question that comes back to itself, or none after too many steps. */
  known(question: string): Verdict | undefined {
    const settled = this.settled.get(question);
    if (settled !== undefined) return settled;
    const opened = this.open.get(question);
    if (opened !== undefined) {
      this.leansOn = Math.min(this.leansOn, opened);
      return yes;
    }
    if (this.open.size === 0) this.steps = 0;
    return ++this.steps > mostSteps ? unknown : undefined;
  }

  /** Answers a question, and keeps the answer unless it leans on one that is open. */
  answer(question: string, decide: () => Verdict): Verdict {
    const depth = this.open.size;
    const leant = this.leansOn;
    this.leansOn = Number.POSITIVE_INFINITY;
    this.open.set(question, depth);
    const verdict = decide();
    this.open.delete(question);
    const isFirm = this.leansOn >= depth || verdict.answer === "no";
    if (isFirm) this.settled.set(question, verdict);
    this.leansOn = Math.min(leant, isFirm ? Number.POSITIVE_INFINITY : this.leansOn);
    return verdict;
  }

  /** What was too deep here may not be elsewhere: no answer that leans on it is kept. */
  giveUp(): Verdict {
    this.leansOn = -1;
    return unknown;
  }
}
