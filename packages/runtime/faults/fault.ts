import type { SeenRequest, Wire } from "./wire.js";

/** What an operation does to the server, which decides what may be repeated. */
export type Shape = "read" | "write" | "replace" | "remove";

/** The errors that a call may end with. */
export type ErrorName =
  | "AbortedError"
  | "ConnectionError"
  | "CredentialsError"
  | "InvalidRequestError"
  | "RedirectError"
  | "ResponseParseError"
  | "TimeoutError";

/** How often the server must have been asked. `retried`: three times where the operation may be repeated, else once. */
export type Requests = number | "retried";

/** How a call must end. */
export interface Expected {
  /** Any of these is right where platforms differ. */
  readonly throws?: ErrorName | readonly ErrorName[];
  /** The status code of the answer; `success` is the one that the document states. */
  readonly status?: number | "success";
  readonly ok?: boolean;
  readonly requests?: Requests;
  /** Says what is wrong beyond that. */
  readonly check?: (seen: Observation) => string | undefined;
}

/** What a call did, as far as it can be seen from outside. */
export interface Observation {
  /** The value that the call resolved to. */
  readonly result?: Result;
  /** What it rejected with. */
  readonly error?: Error & Readonly<Record<string, unknown>>;
  readonly requests: readonly SeenRequest[];
  /** How many attempts the client logged, whether they reached the server or not. */
  readonly attempts: number;
  /** The reason with which the fault aborts a call. */
  readonly abortReason: unknown;
}

/** What all results have in common. */
export interface Result {
  readonly ok: boolean;
  readonly statusCode: number;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly text?: string;
  readonly problem?: { readonly kind: string };
  readonly contentType: string;
}

/** What a call is told beside its input. */
export interface CallSettings {
  readonly timeout?: number;
  readonly totalTimeout?: number;
  readonly idempotencyKey?: string;
  readonly maxResponseSize?: number;
}

/** One way in which a server, a network or a caller can fail. */
export interface Fault {
  readonly name: string;
  /** Called for each request, when its head and body are there. Without it nothing is ever answered. */
  readonly answer?: (wire: Wire) => void;
  /** Called for each connection, before a request is read; it then belongs to this function alone. */
  readonly connect?: (wire: Wire) => void;
  /**
   * `closed`: nothing listens. `unresolved`: its name stands for no address. `tls`: with a certificate that nobody trusts. `trusted`: with
   * one that the client's `fetch` trusts. `https`: the client expects TLS, the server knows none.
   */
  readonly server?: "closed" | "unresolved" | "tls" | "trusted" | "https";
  readonly settings?: CallSettings;
  /** The caller's signal has been aborted before the call. */
  readonly aborted?: true;
  /** How many calls are made one after another; the last one counts. Default: 1. */
  readonly calls?: number;
  /** Only operations whose success has a body can meet it. */
  readonly needsBody?: true;
  /** Default: all. */
  readonly shapes?: readonly Shape[];
  readonly expected: Expected;
}

export interface FaultGroup {
  readonly title: string;
  /** Only operations whose success has a body can meet any of them. */
  readonly needsBody?: true;
  readonly faults: readonly Fault[];
}
