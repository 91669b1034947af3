import type { LeftBehind } from "../chains/creations.js";
import type { FuzzOptions } from "../fuzz/fuzz-operation.js";
import type { CaseResult } from "../report/report.js";
import type { OperationExercise } from "../session/exercise.js";

/** A security scheme that there was no credential for. */
export interface LackingCredential {
  readonly scheme: string;
  /** The environment variable that would give it. */
  readonly variable: string;
  /** Cases that were left out for want of it. */
  readonly unsent: number;
}

/** What became of holding a server against a document: `server-report.json`. No text in it has a credential that was sent. */
export interface ServerReport {
  readonly title: string;
  readonly server: string;
  /** Why this is not the API at all, where it looks like that. */
  readonly likeness: string | undefined;
  readonly requests: number;
  /** With the same numbers it sends the same requests. */
  readonly fuzz?: FuzzOptions | undefined;
  /** Cases, steps of chains, and the fuzzing of operations. */
  readonly results: readonly CaseResult[];
  readonly operations: readonly OperationExercise[];
  /** Of the operations that the run was allowed to call, the responses of the document that never came. */
  readonly neverSeen: readonly string[];
  readonly lacking: readonly LackingCredential[];
  /** What was created and is still there. */
  readonly leftBehind: readonly LeftBehind[];
  /** Whether it was stopped before its end. */
  readonly stopped: boolean;
}

/** What may be wanting without a failure. */
export interface Allowances {
  /** Operations without a success. */
  readonly unreached: boolean;
  readonly missingCredentials: boolean;
}

/** How a server stands: why the run failed, each reason once. Empty where all is as documented. */
export function failuresOf(report: ServerReport, allowed: Allowances): readonly string[] {
  const failed = failedOf(report).length;
  const unreached = unreachedOf(report).length;
  const lacking = report.lacking.length;
  return [
    ...(report.likeness === undefined ? [] : ["not the API"]),
    ...(failed === 0 ? [] : [`${failed} not as documented`]),
    ...(unreached === 0 || allowed.unreached ? [] : [`${unreached} not exercised (--allow-unreached)`]),
    ...(lacking === 0 || allowed.missingCredentials
      ? []
      : [`${lacking} without credential (--allow-missing-credentials)`]),
    ...(report.requests === 0 ? ["no request was sent"] : []),
    ...(report.stopped ? ["stopped before the end"] : []),
  ];
}

export function failedOf({ results }: ServerReport): readonly CaseResult[] {
  return results.filter(({ findings }) => findings.length > 0);
}

/** The operations that the run was allowed to call and that never had a success. */
export function unreachedOf({ operations }: ServerReport): readonly OperationExercise[] {
  return operations.filter(({ tried, exercised }) => tried && !exercised);
}
