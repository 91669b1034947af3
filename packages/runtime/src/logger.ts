import type { AnswerProblem } from "./result.js";

/** Receives a line for each request, answer, repetition and failure. `console` is one. Credentials are not in it. */
export interface Logger {
  /** An attempt begins. */
  debug?(message: string, details: LogDetails): void;
  /** An answer arrived. */
  info?(message: string, details: LogDetails): void;
  /** A success arrived that differs from the document, or the call will be repeated. */
  warn?(message: string, details: LogDetails): void;
  /** An attempt ended without an answer. */
  error?(message: string, details: LogDetails): void;
}

export interface LogDetails {
  /** `operationId`. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** From 1. */
  readonly attempt: number;
  readonly status?: number | undefined;
  /** What differs from the document. */
  readonly problem?: AnswerProblem | undefined;
  /** Since the attempt began. */
  readonly milliseconds?: number;
  /** Milliseconds before the next attempt. */
  readonly wait?: number;
}
