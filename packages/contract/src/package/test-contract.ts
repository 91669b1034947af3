import type { Case } from "../cases/case.js";
import { forgottenOperations } from "../cases/derive.js";
import { findings } from "../oracles/finding.js";
import type { TypeCheck } from "../oracles/types/claim.js";
import { judgeTypes, type TypesVerdict, typeModule } from "../oracles/types/types-oracle.js";
import { type CaseResult, coverageOf, isMisjudged } from "../report/report.js";
import { failures, summaryLine } from "../report/summary.js";
import { writeReport } from "../report/write-report.js";
import { type Contract, type ContractTest, readContract, startSubject } from "../run/contract.js";
import { contractTypes } from "../run/contract-types.js";
import { reportOf } from "../run/hold-package.js";
import { resultsOfWebhooks } from "../run/hold-webhooks.js";
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
  const checks = [...contractTypes(contract)];
  const results: CaseResult[] = [];
  vitest.describe(`${contract.package.name} against its document`, () => {
    vitest.describe("preflight", () => testDocument(vitest, contract));
    vitest.describe("on the wire", () => testCases(vitest, contract, results));
    if (contract.api.received.length > 0) vitest.describe("received", () => testWebhooks(vitest, contract, results));
    vitest.describe("in types", () => testTypes(vitest, contract, checks, results));
    vitest.describe("findings", () => testFindings(vitest, contract, checks, results));
  });
}

function testDocument({ expect, it }: Vitest, { api, cases, document, holes, operations, validator }: Contract): void {
  it("calls every operation", () => {
    expect(forgottenOperations(operations, { cases, holes })).toEqual([]);
  });
  it("leaves nothing of the document without a case or a reason", { timeout: patienceMs }, () => {
    expect(coverageOf({ document: document.json, validator }, operations, { cases, holes }).missing).toEqual([]);
  });
  it("has operations", () => {
    expect(api.operations.length).toBeGreaterThan(0);
  });
}

function testCases({ afterAll, beforeAll, expect, it }: Vitest, contract: Contract, results: CaseResult[]): void {
  let subject: Awaited<ReturnType<typeof startSubject>>;
  beforeAll(async () => {
    subject = await startSubject(contract);
  }, patienceMs);
  afterAll(() => subject.close());
  it.for(contract.cases.map((one): [string, Case] => [one.name, one]))(
    "%s",
    { timeout: patienceMs },
    async ([name, one], { skip }) => {
      const result = { name, operation: one.request.operation, findings: await runCase(subject, one) };
      subject.forget();
      results.push(result);
      if (isMisjudged(result)) skip(result.findings.map(({ message }) => message).join("; "));
      expect(unaccepted(contract, result)).toEqual([]);
    },
  );
}

function testWebhooks({ expect, it }: Vitest, contract: Contract, results: CaseResult[]): void {
  it("arrives, and is refused where it is broken", { timeout: patienceMs }, async () => {
    const own = await resultsOfWebhooks(contract);
    results.push(...own);
    expect(own.flatMap((result) => unaccepted(contract, result))).toEqual([]);
  });
}

function testTypes(
  { beforeAll, expect, it }: Vitest,
  contract: Contract,
  checks: readonly TypeCheck[],
  results: CaseResult[],
): void {
  let verdict: TypesVerdict;
  beforeAll(() => {
    verdict = judgeTypes(typeModule(contract.package), checks);
  }, patienceMs);
  it("compile against the package", () => {
    expect(verdict.shared).toEqual([]);
  });
  it.each(checks.map(({ name, holes }, index) => [name, holes, index] as const))("%s", (name, holes, index) => {
    const messages = verdict.checks[index]?.findings ?? [];
    results.push({ name, findings: findings("types", messages, "package"), untried: holes });
    expect(unaccepted(contract, results.at(-1))).toEqual([]);
  });
}

/** What of a result fails a run by itself. */
function unaccepted(contract: Contract, result: CaseResult | undefined): readonly string[] {
  const { findings } = reportOf({ ...contract, found: [] }, result === undefined ? [] : [result]);
  return findings.flatMap(({ accepted, id, message }) => (accepted === undefined ? [`${id}: ${message}`] : []));
}

/** What a whole run found. It says nothing where somebody asked for a few of its cases. */
function testFindings(
  { expect, it }: Vitest,
  contract: Contract,
  checks: readonly TypeCheck[],
  results: readonly CaseResult[],
): void {
  it("are none of the document's, or accepted, and each that is accepted is needed", {
    timeout: patienceMs,
  }, async () => {
    const isWhole = results.length >= contract.cases.length + contract.api.received.length + checks.length;
    const report = reportOf(contract, results);
    if (isWhole) await writeReport(new URL("reports/", contract.package.folder), report);
    const summary = summaryLine(report);
    const told = report.findings
      .filter(({ whose }) => whose !== "package")
      .map(({ at = "", id, message }) => `${at} ${message} [${id}]`);
    const failing = failures(isWhole ? report : { ...report, notNeeded: [], isExercised: true });
    expect({ summary, failing, told: failing.length > 0 ? told : [] }).toEqual({ summary, failing: [], told: [] });
  });
}
