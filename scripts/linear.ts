/**
 * Holds that no regular expression of the packages takes more than linear time over a text that others write, by recheck, which looks for a text that it takes
 * longer over. It is installed into the cache of this repository's node_modules. Exit 1 with the expression, its place and such a text where one is found that
 * `scripts/linear/known.ts` gives no reason for, or where a reason is no longer needed. What recheck cannot decide in three seconds is counted.
 *
 *     npm run linear
 */
import { createRequire } from "node:module";
import path from "node:path";
import { runScript } from "./build.js";
import { installOnDemand } from "./install-on-demand.js";
import { type Expression, listExpressions } from "./linear/expressions.js";
import { known } from "./linear/known.js";

/** What is used of recheck 4.5: https://makenowjust-labs.github.io/recheck/docs/usage/as-javascript-library/ */
interface Recheck {
  check(source: string, flags: string, options: { readonly timeout: number }): Promise<Verdict>;
}

interface Verdict {
  readonly status: "safe" | "vulnerable" | "unknown";
  readonly complexity?: { readonly summary: string };
  /** A text that takes long, as source. */
  readonly attack?: { readonly pattern: string };
}

await runScript(async () => {
  const folder = installOnDemand("recheck", { recheck: "4.5.0" });
  // A cast because the module is installed when it is asked for.
  const { check } = createRequire(path.join(folder, "package.json"))("recheck") as Recheck;
  const counts = { safe: 0, vulnerable: 0, unknown: 0 };
  const idle: string[] = [];
  let failed = 0;
  for (const expression of listExpressions()) {
    // It does not know `d` and `v`, which change nothing of the time.
    const verdict = await check(expression.source, expression.flags.replace(/[dv]/g, ""), { timeout: 3000 });
    const isKnown = known.has(expression.literal);
    counts[verdict.status] += 1;
    if (verdict.status === "safe" && isKnown) idle.push(expression.literal);
    if (verdict.status === "vulnerable" && !isKnown) failed += tell(expression, verdict);
  }
  for (const literal of idle) console.log(`needs no reason any more: ${literal}`);
  const { safe, vulnerable, unknown } = counts;
  console.log(
    `${safe} linear, ${vulnerable - failed} with a reason, ${unknown} not decided in three seconds, ${failed} not linear`,
  );
  return failed + idle.length === 0 ? 0 : 1;
});

function tell({ literal, places }: Expression, { complexity, attack }: Verdict): number {
  console.log(`${literal}: ${complexity?.summary ?? "not linear"}, as over ${attack?.pattern ?? "?"}`);
  for (const place of places) console.log(`  ${place}`);
  return 1;
}
