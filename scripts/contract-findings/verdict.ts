/** One thing that is wrong with a document, in words. */
export type Fault = readonly [
  /** A sentence without a full stop, in Markdown. */
  what: string,
  /** Which findings say it, each written as `12: The example a does not fit …`. */
  when: RegExp,
];

/** What was read of the findings of one document. */
export interface Verdict {
  readonly title: string;
  /** The name of its report. */
  readonly report: string;
  /** Which of the document's editions it was. */
  readonly edition: string;
  /** The first that fits a finding says what it is about. */
  readonly faults: readonly Fault[];
}

/** The findings at these lines. */
export function lines(...numbers: readonly number[]): RegExp {
  return new RegExp(`^(?:${numbers.join("|")}): `);
}
