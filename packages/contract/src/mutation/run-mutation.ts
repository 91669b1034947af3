import { createCompiler } from "../oracles/types/compile.js";
import { typeChecks, typeModule } from "../oracles/types/types-oracle.js";
import type { Contract } from "../run/contract.js";
import { answerMutants } from "./answer-mutants.js";
import { type Expectations, unusedOperators, withEquivalents, wrongEquivalents } from "./expectations.js";
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
  readonly expectations: Expectations;
  /** Called after each mutant. */
  readonly onVerdict: (verdict: Verdict, done: number, of: number) => void;
}

export interface MutationRun {
  /** In the order of the document. */
  readonly verdicts: readonly Verdict[];
  /** What is wrong in the list of equivalent mutants. */
  readonly wrongEquivalents: readonly string[];
  /** Operators with a threshold of their own that no mutant of this package has; another package may have some. */
  readonly unusedOperators: readonly string[];
}

/** Every mutant of a contract, or a sample of each family, with what became of it. */
export async function runMutation(contract: Contract, options: MutationOptions): Promise<MutationRun> {
  const all = await mutantsOf(contract);
  const { expectations, sample, seed } = options;
  const mutants = all.flatMap((family) => (sample === undefined ? family : sampleOf(family, sample, seed)));
  const bench = await openBench(contract, {
    module: typeModule(contract.package),
    checks: [...typeChecks(contract.document, contract.api)],
    compile: createCompiler(),
  });
  const verdicts: Verdict[] = [];
  try {
    for (const mutant of mutants) {
      const verdict = withEquivalents(await judgeMutant(bench, mutant), expectations);
      verdicts.push(verdict);
      options.onVerdict(verdict, verdicts.length, mutants.length);
    }
  } finally {
    await bench.close();
  }
  return {
    verdicts,
    wrongEquivalents: wrongEquivalents(expectations, all.flat(), verdicts),
    unusedOperators: unusedOperators(expectations, all.flat()),
  };
}

/** By family. */
async function mutantsOf({ api, document, package: built }: Contract): Promise<readonly (readonly Mutant[])[]> {
  return [
    serverMutants(document.json, api),
    requestMutants(api),
    answerMutants(document.json, api),
    packageMutants(document.json, api, await readBuild(built.folder)),
  ];
}
