/** Says what is going on: a line that is replaced when it is done on a terminal, a line for each step that is done anywhere else. */
export async function step<Value>(
  title: string,
  perform: () => Promise<Value>,
  tell?: (value: Value) => string,
): Promise<Value> {
  const live = process.stdout.isTTY;
  const started = performance.now();
  if (live) process.stdout.write(`  … ${title}`);
  try {
    const value = await perform();
    report(live, "✓", title, started, tell?.(value));
    return value;
  } catch (error) {
    report(live, "✗", title, started);
    throw error;
  }
}

function report(live: boolean, mark: string, title: string, started: number, detail = ""): void {
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  if (live) process.stdout.write("\r\u001b[2K");
  console.log(`  ${mark} ${title.padEnd(42)} ${seconds.padStart(8)}   ${detail}`.trimEnd());
}
