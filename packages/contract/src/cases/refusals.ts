import type { Operation } from "@facsimile/document";
import type { ExpectedAnswer, Hole, WireCase } from "./case.js";
import { expectedAnswer } from "./expected-answer.js";
import { asSent } from "./statuses.js";
import type { ValueContext } from "./value-context.js";

/** Why a server refuses a request. What comes first is answered first: a missing credential before a wrong media type before a bad value. */
export type Reason = "credential" | "media type" | "value";

/** The statuses that answer a refusal, in the order in which Prism looks for them among the responses of an operation. */
const statuses: Readonly<Record<Reason, readonly [number, ...number[]]>> = {
  credential: [401],
  "media type": [415, 422, 400],
  value: [422, 400],
};

/**
 * The answer to a request that is refused: the first of the statuses that the operation documents by itself or by its range, else its
 * `default` with the first status, else that status with a problem that the document does not describe.
 */
export function refusal(context: ValueContext, operation: Operation, reason: Reason): ExpectedAnswer {
  const { responses } = operation;
  const wanted = statuses[reason];
  for (const status of wanted) {
    const response =
      responses.find((candidate) => candidate.status === String(status)) ??
      responses.find((candidate) => candidate.status === `${Math.floor(status / 100)}XX`);
    if (response !== undefined) return expectedAnswer(context, status, asSent(operation, response));
  }
  const fallback = responses.find(({ status }) => status === "default");
  return expectedAnswer(context, wanted[0], fallback && asSent(operation, fallback));
}

/** In place of a request that Prism alone does not refuse. */
export function holeForPrism(elsewhere: WireCase, reason: string): Hole {
  return { kind: "hole", covers: elsewhere.covers, reason, elsewhere };
}
