import { visible } from "@facsimile/document/diagnostics";
import type { CommandIo } from "./command.js";

/** Shows how far something is. */
export type ShowProgress = (text: string) => void;

/** Milliseconds between two lines: nobody reads faster. */
const pause = 100;

/** A terminal that says nothing of its width is this wide. */
const usualColumns = 80;

/** Does something while a line on the terminal of standard error says how far it is, which is gone at the end. Elsewhere, and with `--quiet`, nothing is said. */
export async function withProgress<Value>(io: CommandIo, work: (show: ShowProgress) => Promise<Value>): Promise<Value> {
  const { stderr, env } = io;
  if (stderr.isTTY !== true || env.TERM === "dumb" || io.isQuiet === true) return work(() => undefined);
  const columns = stderr.columns ?? usualColumns;
  let last = Number.NEGATIVE_INFINITY;
  const show = (text: string): void => {
    const now = performance.now();
    if (now - last < pause) return;
    last = now;
    stderr.write(`\r\u001b[K${[...visible(text)].slice(0, columns - 1).join("")}`);
  };
  try {
    return await work(show);
  } finally {
    if (last > 0) stderr.write("\r\u001b[K");
  }
}
