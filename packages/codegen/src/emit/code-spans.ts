/** Where the last row of so many backticks is, by its length. */
export type LastRuns = ReadonlyMap<number, number>;

export function findLastRuns(line: string): LastRuns {
  return new Map([...line.matchAll(/`+/g)].map(({ 0: run, index }) => [run.length, index]));
}

/** The code span that a row of backticks begins; undefined where they are no more than that (CommonMark 0.31, 6.1). */
export function spanAt(line: string, index: number, mark: string, lastRuns: LastRuns): string | undefined {
  if ((lastRuns.get(mark.length) ?? 0) <= index) return undefined;
  const runs = /`+/g;
  runs.lastIndex = index + mark.length;
  for (let run = runs.exec(line); run !== null; run = runs.exec(line)) {
    if (run[0].length === mark.length) return line.slice(index, runs.lastIndex);
  }
  return undefined;
}
