import type { IncomingOperation, Operation } from "./operation.js";

export type MarkValue = string | number | boolean | null;

/** What each request of a webhook holds in a place, and those of others do not. */
export interface Mark {
  readonly in: "body" | "header";
  /** The name of the header in lower case, or the names that lead to a property. */
  readonly path: readonly string[];
  /** At least one. */
  readonly values: readonly MarkValue[];
}

/** An operation that a package receives. */
export interface ReceivedOperation {
  readonly operation: IncomingOperation;
  /** The operation that it is a callback of; undefined for those of webhooks. */
  readonly sender: Operation | undefined;
  /** The runtime expression of the URL that a callback is sent to, as written; undefined for webhooks. */
  readonly expression: string | undefined;
  /** The key in `webhooks` or `callbacks`. */
  readonly key: string;
  /** `orderPaid`: what its handler is called. No two have the same. */
  readonly name: string;
  /** `OrderPaidEvent`: the type of what arrives. */
  readonly eventName: string;
  /** `OrderPaidAnswer`. */
  readonly answerName: string;
  /** What tells it from the others that are sent to the same URL, as far as anything does. */
  readonly marks: readonly Mark[];
}
