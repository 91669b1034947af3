import type { Bar } from "./bars.js";
import { readReport } from "./report.js";

/** A part of the report that `@facsimile/contract` writes. */
interface Coverage {
  readonly coverage: readonly { readonly kind: string; readonly goals: number; readonly covered: number }[];
}

/** What the contract tests of a provider cover of each kind of goal. */
export function coverageOf(provider: string): readonly Bar[] {
  const { coverage } = readReport<Coverage>(provider, "contract-report.json", "npm run contract -- --force");
  return coverage.map(({ kind, goals, covered }) => ({ group: provider, name: kind, done: covered, of: goals }));
}
