import { countFacts } from "../facts/count-facts.js";
import { linesOf, type Reported } from "./lines.js";
import { countVerdict } from "./summary.js";

/** The report as JSON, for programs. */
export function printJsonReport(reported: readonly Reported[]): string {
  const providers = reported.map(({ verification, waiverFile, observed }) => ({
    provider: verification.provider,
    passed: verification.passed,
    counts: countFacts(verification.findings.map(({ fact }) => fact)),
    verdicts: {
      confirmed: countVerdict(verification, "confirmed"),
      waived: countVerdict(verification, "waived"),
      contradicted: countVerdict(verification, "contradicted"),
      missing: countVerdict(verification, "missing"),
      "spelled alike": countVerdict(verification, "spelled alike"),
      assumed: countVerdict(verification, "assumed"),
    },
    ...(observed === undefined ? {} : { observed: observed.map(({ facts: _, ...counts }) => counts) }),
    lines: linesOf(verification, waiverFile),
  }));
  return `${JSON.stringify({ passed: providers.every(({ passed }) => passed), providers }, null, 2)}\n`;
}
