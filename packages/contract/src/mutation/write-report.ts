import { mkdir, writeFile } from "node:fs/promises";
import type { Contract } from "../run/contract.js";
import type { Verdict } from "./mutant.js";
import { readBuild } from "./package/text-file.js";
import { strykerReport } from "./stryker.js";

/** Writes `mutation.json` into a folder, in the form of Stryker's report schema. */
export async function writeMutationReport(
  folder: URL,
  contract: Contract,
  verdicts: readonly Verdict[],
): Promise<void> {
  const report = await strykerReport(contract, await readBuild(contract.package.folder), verdicts);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL("mutation.json", folder), `${JSON.stringify(report, undefined, 2)}\n`);
}
