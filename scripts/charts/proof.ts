import { listDocumented, root, workspaceOf } from "../repository.js";
import { runTurbo } from "../run.js";
import type { Bar } from "./bars.js";
import { readReport } from "./report.js";

/** How far each provider is proved, as `verify` and the contract tests say now. */
export async function readProofs(): Promise<readonly Bar[]> {
  const providers = listDocumented();
  const { code, output } = await runTurbo(providers.map((provider) => `${workspaceOf(provider)}#contract`));
  if (code !== 0) throw new Error(output);
  return [...(await factsOf(providers)), ...providers.map(casesOf)];
}

async function factsOf(providers: readonly string[]): Promise<readonly Bar[]> {
  // Only there once it is built.
  const { printJsonReport, verifyFolder } = await import("@facsimile/evidence");
  const proofs: Bar[] = [];
  for (const provider of providers) {
    const [report] = JSON.parse(printJsonReport([await verifyFolder(`specs/${provider}`, root)])).providers;
    const { verdicts, counts } = report;
    const group = "documented facts that the spec confirms";
    proofs.push({ group, name: provider, done: verdicts.confirmed, of: counts.facts });
  }
  return proofs;
}

function casesOf(provider: string): Bar {
  const report = readReport<{ passed: number; cases: number }>(
    provider,
    "contract-report.json",
    "npm run contract -- --force",
  );
  return {
    group: "contract cases that the package passes",
    name: provider,
    done: report.passed,
    of: report.cases,
  };
}
