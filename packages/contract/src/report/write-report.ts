import { mkdir, writeFile } from "node:fs/promises";
import { reportPage } from "./page.js";
import type { ContractReport } from "./report.js";

/** Writes `contract-report.json` and `contract-report.md` into a folder. */
export function writeReport(folder: URL, report: ContractReport): Promise<void> {
  return writeJsonAndPage(folder, "contract-report", report, reportPage(report));
}

/** Writes a report twice, for programs and for people. */
export async function writeJsonAndPage(folder: URL, name: string, report: object, page: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(new URL(`${name}.md`, folder), page);
}
