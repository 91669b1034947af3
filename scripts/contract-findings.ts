/**
 * Writes docs/contract-findings.md: what contract tests found in public documents, from the reports of whole runs and from what was read of them by eye
 * (`contract-findings/verdicts`).
 *
 *     npm run contract:corpus -- <folder of documents> --reports <reports>
 *     npm run contract:findings -- <reports>
 *
 * Exit 1, and nothing written, where nobody has read a finding, or one that was read is not there any more.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Held } from "./contract-corpus/hold.js";
import { pageOf } from "./contract-findings/page.js";
import { verdicts } from "./contract-findings/verdicts.js";
import { root } from "./repository.js";

const [folder = ""] = process.argv.slice(2);
const { text, faults } = pageOf(verdicts.map((verdict) => ({ verdict, findings: findingsOf(verdict.report) })));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
writeFileSync(path.join(root, "docs", "contract-findings.md"), text);

function findingsOf(report: string): Held["findings"] {
  const file = path.join(folder, `${report}.json`);
  if (!existsSync(file)) throw new Error(`There is no ${file}: run contract:corpus with --reports first.`);
  // Written by contract-corpus.ts.
  const ended = JSON.parse(readFileSync(file, "utf8")) as Partial<Held>;
  if (ended.findings === undefined) throw new Error(`${file}: the run did not come to its end.`);
  return ended.findings.filter(({ whose }) => whose === "document");
}
