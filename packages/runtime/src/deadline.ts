export type Settle<Value> = { readonly resolve: (value: Value) => void; readonly reject: (reason: unknown) => void };

/** `setTimeout` fires at once when it is asked to wait longer than this (HTML, "timers": a signed 32-bit integer). */
const longest = 2 ** 31 - 1;

/**
 * Settles as `work` does, as `expire` says after `milliseconds`, or with the reason of `outer` when that aborts, whichever comes first.
 * Leaves no timer and no listener behind. The signal that `work` is given aborts when it has lost.
 */
export function within<Value>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  expire: (settle: Settle<Value>) => void,
  work?: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const timer = milliseconds <= longest ? setTimeout(() => expire(settle), milliseconds) : undefined;
    const abort = () => settle.reject(outer?.reason);
    const end = () => {
      clearTimeout(timer);
      outer?.removeEventListener("abort", abort);
    };
    const settle: Settle<Value> = {
      resolve(value) {
        end();
        resolve(value);
      },
      reject(reason) {
        end();
        reject(reason);
        controller.abort(reason);
      },
    };
    if (outer?.aborted) return abort();
    outer?.addEventListener("abort", abort);
    work?.(controller.signal).then(settle.resolve, settle.reject);
  });
}

/** Resolves after `milliseconds`, or rejects with the signal's reason. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return within<void>(milliseconds, signal, ({ resolve }) => resolve());
}
