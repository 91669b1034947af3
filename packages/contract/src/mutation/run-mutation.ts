import { createCompiler } from "../oracles/types/compile.js";
import { typeModule } from "../oracles/types/types-oracle.js";
import type { Contract } from "../run/contract.js";
import { answerMutants } from "./answer-mutants.js";
import { judgeMutant, openBench } from "./judge-mutant.js";
import type { Mutant, Verdict } from "./mutant.js";
import { packageMutants } from "./package/package-mutants.js";
import { readBuild } from "./package/text-file.js";
import { requestMutants } from "./request-mutants.js";
import { sampleOf } from "./sample.js";
import { serverMutants } from "./server/server-mutants.js";

export interface MutationOptions {
  /** How many mutants of each family. Default: all. */
  readonly sample: number | undefined;
  /** Another seed takes another sample. */
  readonly seed: string;
  /** Called after each mutant. */
  readonly onVerdict: (verdict: Verdict, done: number, of: number) => void;
}

/** Every mutant of a contract, or a sample of each family, with what became of it; in the order of the document. */
export async function runMutation(contract: Contract, options: MutationOptions): Promise<readonly Verdict[]> {
  const mutants = await mutantsOf(contract, options);
  const bench = await openBench(contract, {
    module: typeModule(contract.document, contract.api, contract.package),
    compile: createCompiler(),
  });
  const verdicts: Verdict[] = [];
  try {
    for (const mutant of mutants) {
      const verdict = await judgeMutant(bench, mutant);
      verdicts.push(verdict);
      options.onVerdict(verdict, verdicts.length, mutants.length);
    }
  } finally {
    await bench.close();
  }
  return verdicts;
}

async function mutantsOf(
  { api, document, package: built }: Contract,
  { sample, seed }: MutationOptions,
): Promise<readonly Mutant[]> {
  const families: readonly (readonly Mutant[])[] = [
    serverMutants(document.json, api),
    requestMutants(api),
    answerMutants(document.json, api),
    packageMutants(document.json, api, await readBuild(built.folder)),
  ];
  return families.flatMap((family) => (sample === undefined ? family : sampleOf(family, sample, seed)));
}
