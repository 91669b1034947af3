import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildTeaPackage, type TestPackage, teaDocument } from "../../test/tea-package.js";
import { readContract } from "../run/contract.js";
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
});
