/** `setTimeout` fires at once when it is asked to wait longer than this (HTML, "timers": a signed 32-bit integer). */
const longest = 2_147_483_647;

/**
 * Settles as `work` does, rejects with what `expired` gives after `milliseconds`, or with the reason of `outer` when that aborts, whichever
 * comes first. Leaves no timer and no listener behind. The signal that `work` is given aborts when it has lost.
 */
export function within<Value>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  expired: () => unknown,
  work?: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const lose = (reason: unknown) => {
      end();
      reject(reason);
      controller.abort(reason);
    };
    const abort = () => lose(outer?.reason);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = () => {
      clearTimeout(timer);
      outer?.removeEventListener("abort", abort);
    };
    if (outer?.aborted) return abort();
    outer?.addEventListener("abort", abort);
    work?.(controller.signal).then((value) => {
      end();
      resolve(value);
    }, lose);
    // Last: `work` has most often sent its request by now, and what is done while the server works delays nobody.
    if (milliseconds <= longest && !controller.signal.aborted) timer = setTimeout(() => lose(expired()), milliseconds);
  });
}

/** Resolves after `milliseconds`, or when the signal aborts. */
export function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return within<void>(milliseconds, signal, () => undefined).catch(() => {});
}
