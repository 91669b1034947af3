import { findings } from "../oracles/finding.js";
import { judgeTypes, typeChecks, typeModule } from "../oracles/types/types-oracle.js";
import { formatPreflight, preflight } from "../preflight/preflight.js";
import { buildReport, type CaseResult, type ContractReport } from "../report/report.js";
import { type Contract, type ContractTest, readContract, startSubject } from "./contract.js";
import { runCase } from "./run-case.js";

/** What became of holding a package against its document. */
export type HeldPackage =
  /** The document is one that no mock server can be believed about; the text says why. */
  { readonly kind: "unsound"; readonly text: string } | { readonly kind: "held"; readonly report: ContractReport };

/**
 * Holds a built package against the document that it was generated from, with a mock server of the document: each case on the wire, and the types.
 *
 * Rejects with `DocumentError` where the document has errors, and with an error that says so where the package is not built.
 */
export async function holdPackage(test: ContractTest): Promise<HeldPackage> {
  const contract = await readContract(test);
  const unsound = await preflight(contract.document, contract.api);
  if (unsound.length > 0) return { kind: "unsound", text: formatPreflight(unsound) };
  const results = [...(await resultsOfCases(contract)), ...resultsOfTypes(contract)];
  const context = { document: contract.document.json, validator: contract.validator };
  return { kind: "held", report: buildReport(context, contract.api, contract, results) };
}

async function resultsOfCases(contract: Contract): Promise<CaseResult[]> {
  const subject = await startSubject(contract);
  const results: CaseResult[] = [];
  try {
    for (const one of contract.cases) results.push({ name: one.name, findings: await runCase(subject, one) });
  } finally {
    await subject.close();
  }
  return results;
}

function resultsOfTypes({ api, document, package: built }: Contract): CaseResult[] {
  const checks = typeChecks(document, api);
  const verdict = judgeTypes(typeModule(checks, built));
  const shared = verdict.findings.get("") ?? [];
  return [
    { name: "types", findings: findings("types", shared) },
    ...checks.map(({ name, holes }) => ({
      name,
      findings: findings("types", verdict.findings.get(name) ?? []),
      untried: holes,
    })),
  ];
}
