const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does some work that a signal may not cut in two. One that comes meanwhile ends the process after the work, as it would have done by itself;
 * where the process handles the signal in its own way, that is left to it.
 */
export async function uninterrupted<Result>(work: () => Promise<Result>): Promise<Result> {
  let pending: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals): void => {
    if (process.listenerCount(signal) === 1) pending = signal;
  };
  // First among all, because a listener for one signal only is gone when it has been called.
  for (const signal of signals) process.prependListener(signal, hold);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.removeListener(signal, hold);
    if (pending !== undefined) process.kill(process.pid, pending);
  }
}
