/** The oracles, told apart in every report. That of the state holds answers of a server against what it was told before. */
export type OracleName = "request" | "answer" | "prism" | "types" | "state";

/** Something that is not as the document says. */
export interface Finding {
  readonly oracle: OracleName;
  readonly message: string;
}

export function findings(oracle: OracleName, messages: readonly string[]): readonly Finding[] {
  return messages.map((message) => ({ oracle, message }));
}
