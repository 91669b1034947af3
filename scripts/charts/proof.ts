import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { listDocumented, root, workspaceOf } from "../repository.js";
import { runTurbo } from "../run.js";
import type { Theme } from "./theme.js";
import { barConfig, rowHeader } from "./vega.js";

/** How far something is proved for one provider. */
export interface Proof {
  readonly provider: string;
  readonly what: "documented facts that the spec confirms" | "contract cases that the package passes";
  readonly proved: number;
  readonly of: number;
}

/** The proofs of each provider, as `verify` and the contract tests give them now. */
export async function readProofs(): Promise<readonly Proof[]> {
  const providers = listDocumented();
  const { code, output } = await runTurbo(providers.map((provider) => `${workspaceOf(provider)}#contract`));
  if (code !== 0) throw new Error(output);
  return [...(await factsOf(providers)), ...providers.map(casesOf)];
}

async function factsOf(providers: readonly string[]): Promise<readonly Proof[]> {
  // Only there once it is built.
  const { printJsonReport, verifyFolder } = await import("@facsimile/evidence");
  const proofs: Proof[] = [];
  for (const provider of providers) {
    const [report] = JSON.parse(printJsonReport([await verifyFolder(`specs/${provider}`, root)])).providers;
    const { verdicts, counts } = report;
    proofs.push({
      provider,
      what: "documented facts that the spec confirms",
      proved: verdicts.confirmed,
      of: counts.facts,
    });
  }
  return proofs;
}

function casesOf(provider: string): Proof {
  const file = path.join(root, "packages", provider, "reports", "contract-report.json");
  if (!existsSync(file)) throw new Error(`${path.relative(root, file)} is missing: run npm run contract -- --force`);
  // The report that the contract tests have just written.
  const { passed, cases } = JSON.parse(readFileSync(file, "utf8")) as { passed: number; cases: number };
  return { provider, what: "contract cases that the package passes", proved: passed, of: cases };
}

/** Bars of what is proved, before bars of what there is. */
export function proofChart(proofs: readonly Proof[], { text, rest, own }: Theme): object {
  const values = proofs.map((proof) => ({ ...proof, label: `${proof.proved} of ${proof.of}` }));
  const y = { field: "provider", type: "nominal", title: null };
  const bar = (field: string, color: string): object => ({
    mark: { type: "bar", height: 14, color },
    encoding: { x: { field, type: "quantitative", axis: null } },
  });
  const label = {
    mark: { type: "text", align: "left", dx: 4, color: text },
    encoding: { x: { field: "of", type: "quantitative" }, text: { field: "label" } },
  };
  return {
    data: { values },
    background: null,
    facet: { row: { field: "what", type: "nominal", sort: null, title: null, header: rowHeader(text) } },
    spec: {
      width: 420,
      height: { step: 20 },
      encoding: { y },
      layer: [bar("of", rest), bar("proved", own), label],
    },
    resolve: { scale: { x: "independent" } },
    config: barConfig(text),
  };
}
