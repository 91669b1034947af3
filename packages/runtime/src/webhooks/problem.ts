/**
 * Why an event came to no good end. `refused`: it is not signed as it has to be (401). `too-large` (413). `unreadable`: its body is not what its media
 * type says (400). `method`: no webhook is sent so (405). `unknown`: it is no webhook of the document (200). `unhandled`: there is no handler for it
 * (200). `ambiguous`: it may be several (500). `failed`: the handler threw, or answered what cannot be sent (500).
 */
export type WebhookProblemKind =
  | "refused"
  | "too-large"
  | "unreadable"
  | "method"
  | "unknown"
  | "unhandled"
  | "ambiguous"
  | "failed";

export interface WebhookProblem {
  readonly kind: WebhookProblemKind;
  /** One sentence, in which nothing is that was sent. */
  readonly message: string;
  /** The status that is answered. */
  readonly status: number;
  /** Where it is known. */
  readonly webhook: string | undefined;
  /** What a handler or `verify` threw. */
  readonly error?: unknown;
}

/** Ends the handling of a request; caught where the answer is made. */
export class Ended extends Error {
  readonly problem: WebhookProblem;
  /** What the answer says of it. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    problem: Omit<WebhookProblem, "webhook"> & { readonly webhook?: string },
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.message);
    this.problem = { webhook: undefined, ...problem };
    this.headers = headers;
  }
}

/** Told where nobody else is told: a server that drops events without a word is found out too late. */
export function tellConsole({ kind, message, error }: WebhookProblem): void {
  if (kind === "failed" || kind === "ambiguous") console.error(message, ...(error === undefined ? [] : [error]));
  else console.warn(message);
}
