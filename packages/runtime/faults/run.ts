import type { Expected, Fault, Observation, Result } from "./fault.js";
import { findLeaks } from "./leaks.js";
import { type FaultServer, startServer } from "./server.js";
import type { Subject, SubjectOperation } from "./subject.js";
import { trustingFetch } from "./trusting-fetch.js";

/** What came of one fault with one operation. */
export interface Trial {
  /** For people: `ConnectionError`, `404 not ok`. */
  readonly outcome: string;
  readonly requests: number;
  readonly milliseconds: number;
  /** What is not as it must be; empty when all is well. */
  readonly problems: readonly string[];
}

/** A call that has not ended after this many milliseconds never will. */
const patience = 60_000;

/**
 * Puts one operation of a subject through one fault.
 *
 * @param opened Where the servers go that were started, retired but not closed.
 */
export async function runFault(
  fault: Fault,
  subject: Subject,
  operation: SubjectOperation,
  opened: FaultServer[],
): Promise<Trial> {
  const aborter = new AbortController();
  const abortReason = new Error("the caller has had enough");
  const abort = (): void => aborter.abort(abortReason);
  const trap = await startServer({}, { elsewhere: "", success: 200, abort });
  const server = await startServer(fault, {
    elsewhere: trap.origin,
    success: operation.success,
    bodiless: operation.bodiless,
    abort,
  });
  opened.push(trap, server);
  const logged: (readonly unknown[])[] = [];
  try {
    if (fault.aborted) abort();
    const client = subject.open({
      baseUrl: server.origin,
      log: (...line) => logged.push(line),
      ...(fault.server === "trusted" && { fetch: trustingFetch }),
    });
    const began = performance.now();
    const settled = await callRepeatedly(fault, operation, client, aborter.signal);
    const seen: Observation = { ...settled, requests: server.requests, attempts: attemptsIn(logged), abortReason };
    return {
      outcome: describe(seen),
      requests: server.requests.length,
      milliseconds: Math.round(performance.now() - began),
      problems: [
        ...compare(fault.expected, seen, operation),
        ...(trap.connections() > 0 ? ["another origin was asked"] : []),
        ...findLeaks({ client, error: seen.error, result: seen.result, log: logged }, subject.secrets),
      ],
    };
  } finally {
    server.retire();
    trap.retire();
  }
}

/** The highest number of an attempt that a line has. */
function attemptsIn(lines: readonly (readonly unknown[])[]): number {
  const numbers = lines.map(([, details]) => Number((details as { attempt?: number } | undefined)?.attempt));
  return Math.max(0, ...numbers);
}

async function callRepeatedly(
  fault: Fault,
  operation: SubjectOperation,
  client: unknown,
  signal: AbortSignal,
): Promise<Pick<Observation, "result" | "error">> {
  const options = { ...fault.settings, signal };
  for (let left = (fault.calls ?? 1) - 1; left > 0; left--) await operation.call(client, options);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hung = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`has not ended after ${patience} ms`)), patience);
  });
  try {
    // A subject is any package: its results are read through what all results have in common.
    return { result: (await Promise.race([operation.call(client, options), hung])) as Result };
  } catch (error) {
    return { error: error as NonNullable<Observation["error"]> };
  } finally {
    clearTimeout(timer);
  }
}

function describe({ result, error }: Observation): string {
  return result ? `${result.statusCode} ${result.ok ? "ok" : "not ok"}` : (error?.name ?? typeof error);
}

function compare(expected: Expected, seen: Observation, operation: SubjectOperation): readonly string[] {
  const problems: string[] = [];
  const must = (actual: unknown, wanted: unknown, what: string): void => {
    if (actual !== wanted) problems.push(`${what} is ${String(actual)} instead of ${String(wanted)}`);
  };
  if (expected.throws !== undefined) {
    const names = [expected.throws].flat();
    if (!names.some((name) => name === seen.error?.name))
      problems.push(`ended with ${describe(seen)} instead of ${names.join(" or ")}`);
  } else if (!seen.result) problems.push(`threw ${seen.error?.name}: ${seen.error?.message}`);
  else {
    if (expected.ok !== undefined) must(seen.result.ok, expected.ok, "ok");
    if (expected.status !== undefined) {
      must(seen.result.statusCode, expected.status === "success" ? operation.success : expected.status, "the status");
    }
  }
  if (expected.requests !== undefined) {
    const repeated = operation.shape === "write" ? 1 : 3;
    must(
      seen.requests.length,
      expected.requests === "retried" ? repeated : expected.requests,
      "the number of requests",
    );
  }
  const finding = problems.length === 0 ? expected.check?.(seen) : undefined;
  return finding === undefined ? problems : [...problems, finding];
}
