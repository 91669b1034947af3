/**
 * How much may be spent on what the schemas of one edition allow: a step is one branch that is looked at. Schemas that are built to take for ever end
 * here with a question that stays open. Of real histories, the costliest (58 ways to pay against as many) spends half of it.
 */
export class Effort {
  private left: number;

  constructor(steps: number = mostSteps) {
    this.left = steps;
  }

  /** Whether there was something left. */
  spend(steps = 1): boolean {
    this.left -= steps;
    return this.left >= 0;
  }
}

const mostSteps = 1_500_000;
