import { createContext, runInContext } from "node:vm";
import { isMainThread } from "node:worker_threads";

/** Something did not come to its end in time, and was ended. */
export class LateError extends Error {
  override readonly name = "LateError";
}

/**
 * Runs something that does not wait for anything, and ends it where it takes longer: nothing else in this process would run until then. An interrupt
 * ends it too, and reaches whoever listens for one.
 *
 * Throws {@link LateError} where it was ended.
 */
export function withinTime<Result>(limitMs: number, run: () => Result): Result {
  context ??= createContext({ run: undefined }) as Running;
  const before = context.run;
  context.run = run;
  try {
    const timeout = Math.max(1, Math.ceil(limitMs));
    // What the expression calls has this type.
    return runInContext("run()", context, { timeout, breakOnSigint: isMainThread }) as Result;
  } catch (error) {
    // It is an error of the other context where it was ended there.
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
    if (code === "ERR_SCRIPT_EXECUTION_INTERRUPTED") interrupt();
    else if (code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    throw new LateError(`it was ended after ${limitMs} ms.`);
  } finally {
    context.run = before;
  }
}

/** What the expression sees. Functions keep the globals that they were made with. */
interface Running {
  run: (() => unknown) | undefined;
}

/** Made when it is first needed, for that takes a while. */
let context: Running | undefined;

/** As if the interrupt had come when nothing ran. */
function interrupt(): void {
  if (!process.emit("SIGINT")) process.kill(process.pid, "SIGINT");
}
