import type { Case } from "../cases/case.js";
import { forgottenOperations } from "../cases/derive.js";
import { judgeTypes, type TypesVerdict, typeChecks } from "../oracles/types/types-oracle.js";
import { type Contract, type ContractTest, readContract, startSubject } from "../run/contract.js";
import { runCase } from "../run/run-case.js";

type Vitest = typeof import("vitest");

/**
 * Registers a vitest suite that holds the built package against a mock server booted from its document, one test a case:
 *
 * ```ts
 * import { testContract } from "@facsimile/contract";
 *
 * await testContract({
 *   document: new URL("../../../specs/sendauth/openapi.yaml", import.meta.url),
 *   package: new URL("..", import.meta.url),
 * });
 * ```
 *
 * Rejects with `DocumentError` where the document has errors, and with an error that says so where the package is not built.
 */
export async function testContract(test: ContractTest): Promise<void> {
  // Imported here, so that everything else of this module works without vitest.
  const vitest = await import("vitest");
  const contract = await readContract(test);
  vitest.describe(`${contract.package.name} on the wire`, () => testCases(vitest, contract));
  vitest.describe(`${contract.package.name} in types`, () => testTypes(vitest, contract));
}

function testCases({ afterAll, beforeAll, expect, it }: Vitest, contract: Contract): void {
  let subject: Awaited<ReturnType<typeof startSubject>>;
  beforeAll(async () => {
    subject = await startSubject(contract);
  });
  afterAll(() => subject.close());
  it("calls every operation", () => {
    expect(forgottenOperations(contract.api, contract.cases)).toEqual([]);
  });
  it.each(contract.cases.map((one): [string, Case] => [one.name, one]))("%s", async (_name, one) => {
    expect(await runCase(subject, one)).toEqual([]);
  });
}

function testTypes({ beforeAll, expect, it }: Vitest, { document, api, package: built }: Contract): void {
  let verdict: TypesVerdict;
  beforeAll(() => {
    verdict = judgeTypes(document, api, built);
  }, 60_000);
  it("compile against the package", () => {
    expect(verdict.findings.get("") ?? []).toEqual([]);
  });
  it.each(typeChecks(document, api).checks.map(({ name }) => name))("%s", (name) => {
    expect(verdict.findings.get(name) ?? []).toEqual([]);
  });
}
