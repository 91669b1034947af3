import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildTeaPackage, type TestPackage, teaDocument } from "../../test/tea-package.js";
import { createCompiler } from "../oracles/types/compile.js";
import { typeChecks, typeModule } from "../oracles/types/types-oracle.js";
import { type Contract, readContract } from "../run/contract.js";
import { judgeMutant, openBench } from "./judge-mutant.js";
import type { PackageMutant } from "./mutant.js";
import { packageMutants } from "./package/package-mutants.js";
import { readBuild } from "./package/text-file.js";
import { runMutation } from "./run-mutation.js";
import { scoreByFamily } from "./score.js";

describe("the suite, with faults seeded one at a time", () => {
  let tea: TestPackage;
  beforeAll(async () => {
    tea = await buildTeaPackage();
  }, 120_000);
  afterAll(() => tea.remove());

  it("notices a sample of each family: the server's document, the request, the answer, the package", {
    timeout: 300_000,
  }, async () => {
    const contract = await readContract({ document: teaDocument, package: tea.folder });
    const expectations = { least: 0.95, operators: new Map(), equivalents: new Map() };
    const { verdicts } = await runMutation(contract, { sample: 12, seed: "tea", expectations, onVerdict: () => {} });
    const unnoticed = verdicts.filter(({ status }) => status !== "killed");
    expect(unnoticed.map(({ mutant, reason }) => `${mutant.family}: ${mutant.name}: ${reason}`)).toEqual([]);
    expect(scoreByFamily(verdicts).map(({ name, mutants, score }) => [name, mutants, score])).toEqual([
      ["server", 12, 1],
      ["request", 12, 1],
      ["answer", 12, 1],
      ["package", 12, 1],
    ]);
  });

  it("notices a package that forgets the caller's signal, or goes to another server by itself", {
    timeout: 120_000,
  }, async () => {
    const contract = await readContract({ document: teaDocument, package: tea.folder });
    const wanted = ["signal dropped", "server changed"];
    const mutants = (await mutantsOf(contract)).filter(({ operator }) => wanted.includes(operator));
    expect([...new Set(mutants.map(({ operator }) => operator))].sort()).toEqual(wanted.toReversed());
    expect(await unnoticedOf(contract, mutants)).toEqual([]);
  });

  it("notices a package that does not name what its operations may be answered with", {
    timeout: 120_000,
  }, async () => {
    const contract = await readContract({ document: teaDocument, package: tea.folder });
    const mutants = (await mutantsOf(contract)).filter(({ name }) =>
      /, headers(?: accept)? in dist\/generated\/operations\/\w+\.js$/.test(name),
    );
    expect(mutants.map(({ operator }) => operator)).toContain("property removed");
    expect(await unnoticedOf(contract, mutants)).toEqual([]);
  });
});

async function mutantsOf({ api, document, package: built }: Contract): Promise<readonly PackageMutant[]> {
  return packageMutants(document.json, api, await readBuild(built.folder));
}

async function unnoticedOf(contract: Contract, mutants: readonly PackageMutant[]): Promise<readonly string[]> {
  const { api, document, package: built } = contract;
  const module = typeModule(built);
  const bench = await openBench(contract, {
    module,
    checks: [...typeChecks(document, api)],
    compile: createCompiler(),
  });
  const unnoticed: string[] = [];
  for (const mutant of mutants) {
    const { status } = await judgeMutant(bench, mutant);
    if (status !== "killed") unnoticed.push(`${mutant.name}: ${status}`);
  }
  await bench.close();
  return unnoticed;
}
