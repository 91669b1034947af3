import type { Fault, FaultGroup } from "./fault.js";
import { faultGroups } from "./faults.js";
import { runFault, type Trial } from "./run.js";
import type { FaultServer } from "./server.js";
import type { Subject, SubjectOperation } from "./subject.js";

/** One line of the table. */
export interface Row {
  readonly group: string;
  readonly fault: Fault;
  readonly operation: SubjectOperation;
  readonly trial: Trial;
}

export interface BenchReport {
  readonly rows: readonly Row[];
  /** Rejections that nobody handled while the bench ran. */
  readonly unhandled: readonly unknown[];
  /** Servers, connections and timers that are still there a while after the last call, by the names that Node gives them. */
  readonly left: readonly string[];
}

/** Servers that run at the same time; most of the time is waiting. */
const lanes = 16;

/** Puts a subject through every fault, with one operation of each shape that it has. */
export async function runBench(subject: Subject): Promise<BenchReport> {
  const before = process.getActiveResourcesInfo();
  const unhandled: unknown[] = [];
  const onUnhandled = (reason: unknown): void => void unhandled.push(reason);
  process.on("unhandledRejection", onUnhandled);
  const waiting = faultGroups.flatMap((group) =>
    group.faults.flatMap((fault) =>
      operationsFor(fault, group, subject).map((operation) => ({ group: group.title, fault, operation })),
    ),
  );
  const rows: Row[] = [];
  const opened: FaultServer[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      rows.push({ ...next, trial: await runFault(next.fault, subject, next.operation, opened) });
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, work));
    await Promise.all(opened.map((server) => server.close()));
    // Sockets close, and rejections are reported as unhandled, a turn of the event loop later.
    await new Promise((resolve) => setTimeout(resolve, 500));
  } finally {
    process.off("unhandledRejection", onUnhandled);
  }
  return { rows, unhandled, left: without(process.getActiveResourcesInfo(), before) };
}

/** What is in the first list more often than in the second. */
function without(all: readonly string[], known: readonly string[]): readonly string[] {
  const rest = [...known];
  return all.filter((one) => {
    const at = rest.indexOf(one);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** The operations of a subject that a fault is for. */
function operationsFor(fault: Fault, group: FaultGroup, subject: Subject): readonly SubjectOperation[] {
  const needsBody = group.needsBody || fault.needsBody;
  return subject.operations.filter(
    ({ shape, bodiless }) => (fault.shapes?.includes(shape) ?? true) && !(needsBody && bodiless),
  );
}
