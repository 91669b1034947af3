import { responseFor } from "@facsimile/document";
import type { RawAnswer } from "@facsimile/mock/wire";
import type { Validator } from "@facsimile/samples";
import { judgeAnswer, judgeHead } from "../oracles/answer-oracle.js";
import type { Attempt, Outcome } from "./session.js";

/** Statuses of a server that is not there: nothing about the contract can be told. */
const outOfOrder: ReadonlySet<number> = new Set([502, 503, 504]);

/** What refuses somebody who did not say who they are. 404 hides that there is something (RFC 9110, 15.5.4). */
const refusals: ReadonlySet<number> = new Set([400, 401, 403, 404, 407, 429]);

export interface Judged extends Attempt {
  /** HTTP leaves it to the server whether it refuses the request. */
  readonly leftToServer?: boolean;
  /** The only thing that is wrong is that there is no credential, or none that lets anybody in. */
  readonly lacksCredential?: boolean;
  /** No response of the operation is about it, though it is not valid. */
  readonly isUndescribed?: boolean;
}

/** What is not as the document says in what came of an attempt. */
export function judgeOutcome(outcome: Outcome, attempt: Judged, validator: Validator): readonly string[] {
  return outcome.answer === undefined
    ? [`no answer: ${outcome.failure}`]
    : judgeAttempt(outcome.answer, attempt, validator);
}

/**
 * Holds an answer against the document: a documented answer to a valid request, no success to one that is not valid, unless HTTP leaves that to
 * the server, and no failure of the server, whether the document has a response for it or not.
 */
function judgeAttempt(answer: RawAnswer, attempt: Judged, validator: Validator): readonly string[] {
  const { status } = answer;
  const { request, valid } = attempt;
  if (outOfOrder.has(status)) return [`the server is out of order: ${status}`];
  if (status >= 500) return [`the server failed: ${status}`];
  if (!valid && attempt.leftToServer !== true && status < 400) return [`a request that is not valid got ${status}`];
  if (attempt.lacksCredential === true && !refusals.has(status))
    return [`a request without a credential that lets it in got ${status}: 401, 403 or 404 says that it was asked for`];
  const response = responseFor(request.operation.responses, status);
  if (!valid && (response === undefined || attempt.isUndescribed === true)) return [];
  if (response === undefined) return [`the document has no response ${status}`];
  if (request.operation.method === "head") return judgeHead(answer, response, validator.check);
  return judgeAnswer(answer, { status, response, example: undefined }, validator.check);
}
