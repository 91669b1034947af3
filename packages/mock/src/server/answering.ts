import type { MatchedOperation, RawAnswer, RawRequest, Violation } from "../wire/exchange.js";

/** What was made of one request. */
export interface Answered {
  readonly answer: RawAnswer;
  /** Undefined where nobody looked, or no operation matched. */
  readonly operation: MatchedOperation | undefined;
  readonly violations: readonly Violation[];
}

/** What stands behind a mock server and answers: Prism. */
export interface Answering {
  /** The target of the request has no path of the server any more. Rejects where there is no answer. */
  answer(request: RawRequest): Promise<Answered>;
}
