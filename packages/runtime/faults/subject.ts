import type { CallSettings, Shape } from "./fault.js";

/** What a subject's client is made with. */
export interface OpenOptions {
  readonly baseUrl: string;
  /** Default: the platform's. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Receives whatever the client logs. */
  readonly log: (...line: unknown[]) => void;
}

/** One operation of a subject that the faults are tried on. */
export interface SubjectOperation {
  readonly shape: Shape;
  readonly name: string;
  /** The status of success that its document states, with `application/json` unless it has no body. */
  readonly success: number;
  /** The success has no body. */
  readonly bodiless?: true;
  /** Calls it on a client that the subject opened. */
  readonly call: (client: unknown, options: CallSettings & { readonly signal: AbortSignal }) => Promise<unknown>;
}

/** A package that is put through the faults. */
export interface Subject {
  readonly name: string;
  readonly operations: readonly SubjectOperation[];
  /** Makes a client with credentials for all its security schemes. */
  readonly open: (options: OpenOptions) => unknown;
  /** The credentials in every form in which they are sent. None may ever be seen. */
  readonly secrets: readonly string[];
}

/** How every subject's client tries again: as often as by default, without the waiting. */
export const retry = { delay: 20, maxDelay: 40 } as const;

/** A logger that hands every line of every level on. */
export function loggerTo(
  log: OpenOptions["log"],
): Readonly<Record<"debug" | "info" | "warn" | "error", OpenOptions["log"]>> {
  return { debug: log, info: log, warn: log, error: log };
}
