import { type ContractReport, coverageOf } from "../report/report.js";
import { readCases } from "./contract.js";

/**
 * How much of a document the cases that are derived from it cover, without trying one.
 *
 * Rejects with `DocumentError` where the document has errors.
 */
export async function coverageOfDocument(
  document: URL,
): Promise<Pick<ContractReport, "operations" | "cases" | "coverage" | "missing">> {
  const { document: read, operations, validator, cases, holes } = await readCases({ document });
  const { coverage, missing } = coverageOf({ document: read.json, validator }, operations, { cases, holes });
  return { operations: operations.length, cases: cases.length, coverage, missing };
}
