import { mkdir, writeFile } from "node:fs/promises";
import { reportPage } from "./page.js";
import type { ContractReport } from "./report.js";

/** Writes `contract-report.json` and `contract-report.md` into a folder. */
export async function writeReport(folder: URL, report: ContractReport): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(new URL("contract-report.json", folder), `${JSON.stringify(report, undefined, 2)}\n`);
  await writeFile(new URL("contract-report.md", folder), reportPage(report));
}
