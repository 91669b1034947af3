/** The oracles, told apart in every report. That of the state holds answers of a server against what it was told before. */
export type OracleName = "request" | "answer" | "prism" | "types" | "state";

/**
 * Whose a finding is: the document's, which contradicts itself; the package's; the server's that is tried; Prism's, which reads a document otherwise than
 * OpenAPI has it; or this tool's own.
 */
export type Whose = "document" | "package" | "server" | "prism" | "tool";

/** Something that is not as the document says. */
export interface Finding {
  readonly oracle: OracleName;
  readonly message: string;
  /** Undefined where it is the server's that is tried. */
  readonly whose?: Whose;
  /** Set where our own validator has shown that it is Prism's: the case says nothing of the package. */
  readonly isProved?: true;
}

export function findings(oracle: OracleName, messages: readonly string[], whose?: Whose): readonly Finding[] {
  return messages.map((message) => ({ oracle, message, ...(whose !== undefined && { whose }) }));
}
