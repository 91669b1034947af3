import { isSample } from "../cases/bound.js";
import { findings } from "../oracles/finding.js";
import { judgeTypes, typeModule } from "../oracles/types/types-oracle.js";
import { buildReport, type CaseResult, type ContractReport, showPlace } from "../report/report.js";
import type { FoundInCase } from "../report/reported-finding.js";
import { type Contract, type ContractTest, readContract, startSubject } from "./contract.js";
import { contractTypes } from "./contract-types.js";
import { resultsOfWebhooks } from "./hold-webhooks.js";
import { runCase } from "./run-case.js";

/** How far a run is. Nobody knows how many checks of types there will be: there they are one more than those that are done. */
export type OnProgress = (stage: "reading" | "cases" | "types", done: number, of: number) => void;

/**
 * Holds a built package against the document that it was generated from, with a mock server of the document: each case on the wire, and the types.
 *
 * Rejects with `DocumentError` where the document has errors, and with an error that says so where the package is not built.
 */
export async function holdPackage(test: ContractTest, onProgress: OnProgress = () => {}): Promise<ContractReport> {
  onProgress("reading", 0, 1);
  const contract = await readContract(test);
  const cases = await resultsOfCases(contract, onProgress);
  onProgress("types", 0, 1);
  const webhooks = await resultsOfWebhooks(contract);
  const report = reportOf(contract, [...cases, ...webhooks, ...resultsOfTypes(contract, onProgress)]);
  // What is accepted may be found by what was not tried.
  return isSample(test) ? { ...report, notNeeded: [] } : report;
}

/** The report of a whole run. */
export function reportOf(contract: Contract, results: readonly CaseResult[]): ContractReport {
  const { document, api, validator } = contract;
  return buildReport(document, api, validator, { ...contract, results, found: foundBefore(contract) });
}

function foundBefore({ document, found }: Contract): readonly FoundInCase[] {
  return found.map(({ whose, message, pointer, example }) => ({
    whose,
    message: `${message}.`,
    subject: example === undefined ? pointer : `${pointer} ${example}`,
    at: showPlace(document, pointer),
    case: undefined,
    // The cases that Prism would not see through are holes.
    ...(whose === "prism" && { isProved: true as const }),
  }));
}

async function resultsOfCases(contract: Contract, onProgress: OnProgress): Promise<CaseResult[]> {
  const subject = await startSubject(contract);
  const results: CaseResult[] = [];
  try {
    for (const one of contract.cases) {
      results.push({ name: one.name, operation: one.request.operation, findings: await runCase(subject, one) });
      subject.forget();
      onProgress("cases", results.length, contract.cases.length);
    }
  } finally {
    await subject.close();
  }
  return results;
}

function resultsOfTypes(contract: Contract, onProgress: OnProgress): CaseResult[] {
  const { checks, shared } = judgeTypes(typeModule(contract.package), contractTypes(contract), {
    onJudged: (done) => onProgress("types", done, done + 1),
  });
  return [
    { name: "types", findings: findings("types", shared, "tool") },
    ...checks.map((check) => ({
      name: check.name,
      findings: findings("types", check.findings, "package"),
      untried: check.holes,
    })),
  ];
}
