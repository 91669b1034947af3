import type { Case } from "../cases/case.js";
import { forgottenOperations } from "../cases/derive.js";
import { findings } from "../oracles/finding.js";
import type { TypeCheck } from "../oracles/types/claim.js";
import { judgeTypes, type TypesVerdict, typeChecks, typeModule } from "../oracles/types/types-oracle.js";
import { formatPreflight, preflight } from "../preflight/preflight.js";
import { buildReport, type CaseResult, coverageOf } from "../report/report.js";
import { writeReport } from "../report/write-report.js";
import { type Contract, type ContractTest, readContract, startSubject } from "../run/contract.js";
import { runCase } from "../run/run-case.js";

/** Each request has a time limit of its own; this one is for machines that are busy with other things. */
const patienceMs = 120_000;

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
  const checks = typeChecks(contract.document, contract.api);
  const results: CaseResult[] = [];
  vitest.describe(`${contract.package.name} against its document`, () => {
    vitest.describe("preflight", () => testDocument(vitest, contract));
    vitest.describe("on the wire", () => testCases(vitest, contract, results));
    vitest.describe("in types", () => testTypes(vitest, contract, checks, results));
    vitest.afterAll(() => reportWhole(contract, checks, results));
  });
}

function testDocument({ expect, it }: Vitest, { api, cases, document, holes, validator }: Contract): void {
  it("compiles every schema, and every example fits", { timeout: patienceMs }, async () => {
    expect(formatPreflight(await preflight(document, api))).toBe("");
  });
  it("calls every operation", () => {
    expect(forgottenOperations(api, cases)).toEqual([]);
  });
  it("leaves nothing of the document without a case or a reason", () => {
    expect(coverageOf({ document: document.json, validator }, api, { cases, holes }).missing).toEqual([]);
  });
}

function testCases({ afterAll, beforeAll, expect, it }: Vitest, contract: Contract, results: CaseResult[]): void {
  let subject: Awaited<ReturnType<typeof startSubject>>;
  beforeAll(async () => {
    subject = await startSubject(contract);
  }, patienceMs);
  afterAll(() => subject.close());
  it.each(contract.cases.map((one): [string, Case] => [one.name, one]))(
    "%s",
    { timeout: patienceMs },
    async (name, one) => {
      const findings = await runCase(subject, one);
      results.push({ name, findings });
      expect(findings).toEqual([]);
    },
  );
}

function testTypes(
  { beforeAll, expect, it }: Vitest,
  { package: built }: Contract,
  checks: readonly TypeCheck[],
  results: CaseResult[],
): void {
  let verdict: TypesVerdict;
  beforeAll(() => {
    verdict = judgeTypes(typeModule(checks, built));
  }, patienceMs);
  it("compile against the package", () => {
    expect(verdict.findings.get("") ?? []).toEqual([]);
  });
  it.each(checks.map((check): [string, TypeCheck] => [check.name, check]))("%s", (name, { holes }) => {
    const messages = verdict.findings.get(name) ?? [];
    results.push({ name, findings: findings("types", messages), untried: holes });
    expect(messages).toEqual([]);
  });
}

/** Written where every case ran, and not where somebody asked for a few of them. */
async function reportWhole(
  { api, cases, document, holes, package: built, validator }: Contract,
  checks: readonly TypeCheck[],
  results: readonly CaseResult[],
): Promise<void> {
  if (results.length < cases.length + checks.length) return;
  const report = buildReport({ document: document.json, validator }, api, { cases, holes }, results);
  await writeReport(new URL("reports/", built.folder), report);
}
