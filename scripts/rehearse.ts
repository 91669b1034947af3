/**
 * `npm run release:rehearse`: releases what is committed twice, in a copy, to a registry on loopback, and uses the second release as others will, in folders and with
 * npm caches that are empty. The second one has a minor of the runtime and of a provider. Ends with a table and `N passed, N failed`. `-- --keep` keeps the folder.
 * What cannot be fetched is skipped, and says why; where `CI` is set that is a failure. Takes some fifteen minutes where nothing else runs, and is ended after an hour.
 */
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { endCommands } from "./rehearse/command.js";
import { rehearse } from "./rehearse/rehearse.js";
import { cellsOf, columns, countRows, isWell } from "./rehearse/row.js";
import { formatTable } from "./table.js";

/** In milliseconds. */
const limit = 60 * 60_000;

const inCi = (process.env.CI ?? "") !== "";
const work = realpathSync(mkdtempSync(path.join(tmpdir(), "facsimile-rehearsal-")));
process.on("exit", () => {
  endCommands();
  if (process.argv.includes("--keep")) console.log(`kept: ${work}`);
  else rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(1));
setTimeout(() => {
  console.error(`the rehearsal takes longer than ${limit / 60_000} minutes`);
  process.exit(1);
}, limit).unref();

const rows = await rehearse(work);
for (const row of rows.filter((one) => !isWell(one, inCi)))
  for (const { name, problem } of row.checks)
    if (problem !== undefined) console.log(`\n${row.name}: ${name}\n${problem.replace(/^/gm, "    ")}`);
console.log(
  `\n${formatTable(
    columns,
    rows.map((row) => cellsOf(row, inCi)),
  ).join("\n")}`,
);
const { passed, failed } = countRows(rows, inCi);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
