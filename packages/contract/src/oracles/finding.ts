/** The four oracles, told apart in every report. */
export type OracleName = "request" | "answer" | "prism" | "types";

/** Something that is not as the document says. */
export interface Finding {
  readonly oracle: OracleName;
  readonly message: string;
}

export function findings(oracle: OracleName, messages: readonly string[]): readonly Finding[] {
  return messages.map((message) => ({ oracle, message }));
}
