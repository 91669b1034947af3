import { countFacts } from "../facts/count-facts.js";
import type { Verdict, Verification } from "../verify/verify.js";
import { printTable } from "./print-table.js";

/** The columns of the summary. */
export const summaryHead: readonly string[] = [
  "provider",
  "operations",
  "parameters",
  "statuses",
  "headers",
  "models",
  "properties",
  "enumerations",
  "facts",
  "confirmed",
  "waived",
  "contradicted",
  "missing",
  "spelled alike",
  "unsourced",
  "assumed",
  "verdict",
];

/** How many facts of a spec have a verdict. */
export function countVerdict(verification: Verification, verdict: Verdict): number {
  return verification.findings.filter((finding) => finding.verdict === verdict).length;
}

/** The numbers of one provider under the names of the table's columns. */
export function summaryOf(verification: Verification): readonly string[] {
  const counts = countFacts(verification.findings.map(({ fact }) => fact));
  const assumed = verification.unsourced.filter((each) => each.assumed !== undefined).length;
  const numbers = [
    ...Object.values(counts),
    ...(["confirmed", "waived", "contradicted", "missing", "spelled alike"] as const).map((verdict) =>
      countVerdict(verification, verdict),
    ),
    verification.unsourced.length - assumed,
    assumed + countVerdict(verification, "assumed"),
  ];
  return [verification.provider, ...numbers.map(String), verification.passed ? "proved" : "not proved"];
}

/** One row for each provider. */
export function printSummary(verifications: readonly Verification[]): string {
  return printTable(summaryHead, verifications.map(summaryOf));
}
