const mostSteps = 1_500_000;

/** Questions within questions, each of some ten calls: far from the end of the stack, and deeper than documents are. */
const deepest = 60;

/**
 * How much may be spent on what the schemas of one edition allow: a step is one branch that is looked at. Schemas that are built to take for ever end
 * here with a question that stays open. Of real histories, the costliest (58 ways to pay against as many) spends half of it.
 */
export class Effort {
  private left = mostSteps;
  private depth = 0;

  /** Works something out that may ask for more of its kind; gives the other answer where that goes too deep, as along a thousand references. */
  nest<Answer>(work: () => Answer, tooDeep: () => Answer): Answer {
    if (this.depth >= deepest) return tooDeep();
    this.depth += 1;
    try {
      return work();
    } finally {
      this.depth -= 1;
    }
  }

  /** Whether there was something left. */
  spend(steps = 1): boolean {
    this.left -= steps;
    return this.left >= 0;
  }
}
