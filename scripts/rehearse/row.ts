import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { PlatformMissing } from "../platforms/platform.js";
import type { Column } from "../table.js";

/** A line of the table: something that was tried. */
export interface Row {
  readonly name: string;
  readonly checks: readonly Check[];
  /** Why it was not tried. */
  readonly skipped?: string;
  readonly seconds: number;
}

export const columns: readonly Column[] = [
  { title: "" },
  { title: "what was tried" },
  { title: "well", align: "right" },
  { title: "seconds", align: "right" },
  { title: "" },
];

/** Tries something. What is thrown is a check that failed, unless it says that something cannot be had on this machine. */
export async function tryRow(name: string, perform: () => Promise<readonly Check[]>): Promise<Row> {
  const started = performance.now();
  const seconds = (): number => (performance.now() - started) / 1000;
  try {
    const checks = await perform();
    return { name, checks, seconds: seconds() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof PlatformMissing) return { name, checks: [], skipped: message, seconds: seconds() };
    return { name, checks: [{ name: "it can be tried", problem: message }], seconds: seconds() };
  }
}

/** Whether nothing is wrong. Where everything can be fetched, as it can in CI, what was skipped is wrong. */
export function isWell({ checks, skipped }: Row, inCi: boolean): boolean {
  if (skipped !== undefined) return !inCi;
  return checks.length > 0 && checks.every(({ problem }) => problem === undefined);
}

export function cellsOf(row: Row, inCi: boolean): readonly string[] {
  const good = row.checks.filter(({ problem }) => problem === undefined).length;
  const mark = isWell(row, inCi) ? (row.skipped === undefined ? "✓" : "–") : "✗";
  const count = row.skipped === undefined ? `${good} of ${row.checks.length}` : "";
  return [mark, row.name, count, row.seconds.toFixed(1), row.skipped === undefined ? "" : `skipped: ${row.skipped}`];
}

/** `N passed, N failed`, in checks; a row that fails without one counts as one. */
export function countRows(rows: readonly Row[], inCi: boolean): { readonly passed: number; readonly failed: number } {
  const all = rows.flatMap(({ checks }) => checks);
  const failed = all.filter(({ problem }) => problem !== undefined).length;
  const empty = rows.filter((row) => row.checks.length === 0 && !isWell(row, inCi)).length;
  return { passed: all.length - failed, failed: failed + empty };
}
