import type { MatchedOperation, RawAnswer, RawRequest, Violation } from "../wire/exchange.js";

/** What was made of one request. */
export interface Answered {
  readonly answer: RawAnswer;
  /** Undefined where nobody looked, or no operation matched. */
  readonly operation: MatchedOperation | undefined;
  readonly violations: readonly Violation[];
}

/** Which operation of a document a request is for. */
export interface Address {
  /** The key in `paths`, as written. */
  readonly pathKey: string;
  readonly method: string;
  /** False where it is the first of several that server, method and path do not tell apart. */
  readonly isMeant: boolean;
}

/** What stands behind a mock server and answers: Prism. */
export interface Answering {
  /**
   * The target of the request has no path of the server any more. Rejects where there is no answer.
   *
   * @param address - undefined where the document has no operation for it
   */
  answer(request: RawRequest, address: Address | undefined): Promise<Answered>;
}
