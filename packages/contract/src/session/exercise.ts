import { type Operation, responseFor } from "@facsimile/document";

/** What a run showed of one operation. */
export interface OperationExercise {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** False where the run was not allowed to call it. */
  readonly tried: boolean;
  readonly requests: number;
  /** Whether a request that the document allows was answered with a success. */
  readonly exercised: boolean;
  /** The responses of the document that came. */
  readonly seen: readonly string[];
  /** Those that did not. */
  readonly neverSeen: readonly string[];
  /** Why there was no success, where there was none: what valid requests got instead, the most frequent first. */
  readonly instead: readonly string[];
}

/** Keeps account of what the operations of a server answer. */
export interface Exercise {
  note(operation: Operation, status: number, isValid: boolean): void;
  /** There was no answer, for a reason. */
  miss(operation: Operation, reason: string): void;
  hasSuccess(operation: Operation): boolean;
  of(operation: Operation, isTried: boolean): OperationExercise;
}

interface Account {
  requests: number;
  exercised: boolean;
  readonly seen: Set<string>;
  readonly instead: Map<string, number>;
}

export function exerciseOf(): Exercise {
  const accounts = new Map<Operation, Account>();
  const accountOf = (operation: Operation): Account => {
    const known = accounts.get(operation);
    if (known !== undefined) return known;
    const made = { requests: 0, exercised: false, seen: new Set<string>(), instead: new Map<string, number>() };
    accounts.set(operation, made);
    return made;
  };
  const count = ({ instead }: Account, what: string): void => void instead.set(what, (instead.get(what) ?? 0) + 1);
  return {
    note(operation, status, isValid) {
      const account = accountOf(operation);
      account.requests += 1;
      const response = responseFor(operation.responses, status);
      if (response !== undefined) account.seen.add(response.status);
      if (!isValid) return;
      if (isSuccess(operation, status)) account.exercised = true;
      else count(account, String(status));
    },
    miss(operation, reason) {
      const account = accountOf(operation);
      account.requests += 1;
      count(account, reason);
    },
    hasSuccess: (operation) => accounts.get(operation)?.exercised === true,
    of(operation, tried) {
      const { requests, exercised, seen, instead } = accountOf(operation);
      const stated = operation.responses.map(({ status }) => status);
      return {
        operation: operation.id,
        method: operation.method.toUpperCase(),
        path: operation.path,
        tried,
        requests,
        exercised,
        seen: stated.filter((status) => seen.has(status)),
        neverSeen: stated.filter((status) => !seen.has(status)),
        instead: exercised ? [] : [...instead].sort(([, left], [, right]) => right - left).map(([what]) => what),
      };
    },
  };
}

/** 2xx, and what the document states below 400, as the redirect that an operation is for. */
export function isSuccess(operation: Operation, status: number): boolean {
  if (status >= 200 && status < 300) return true;
  return status >= 300 && status < 400 && operation.responses.some((one) => one.status === String(status));
}
