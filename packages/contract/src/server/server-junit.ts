import { escapeMarkup } from "../report/escape.js";
import type { CaseResult } from "../report/report.js";
import { partsOf, standingOf } from "./report-parts.js";
import type { Allowances, ServerReport } from "./server-report.js";

interface TestCase {
  readonly name: string;
  /** Why it failed, the first line of which is what is shown first. */
  readonly failure?: string | undefined;
  readonly skipped?: string | undefined;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly TestCase[];
}

/** The report as JUnit XML: a suite for each operation, and one for the run as a whole. */
export function serverJunit(report: ServerReport, allowed: Allowances): string {
  const suites = [runSuite(report, allowed), ...operationSuites(report, allowed)];
  const all = suites.flatMap(({ cases }) => cases);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${escapeMarkup(report.title)}" ${counts(all)}>
${suites.map((suite) => suiteXml(suite, report)).join("\n")}
</testsuites>
`;
}

function runSuite({ likeness, lacking, stopped }: ServerReport, allowed: Allowances): Suite {
  return {
    name: "run",
    cases: [
      { name: "the server looks like the API", failure: likeness },
      { name: "the run came to its end", failure: stopped ? "it was stopped" : undefined },
      ...lacking.map(({ scheme, variable }): TestCase => {
        const reason = `${variable} is not set`;
        const name = `there is a credential for ${scheme}`;
        return allowed.missingCredentials ? { name, skipped: reason } : { name, failure: reason };
      }),
    ],
  };
}

function operationSuites({ operations, results }: ServerReport, allowed: Allowances): readonly Suite[] {
  return operations.map((one) => {
    const isFine = one.exercised || (one.tried && allowed.unreached);
    const name = "it has a success";
    const standing = standingOf(one);
    const success: TestCase = one.exercised
      ? { name }
      : isFine || !one.tried
        ? { name, skipped: standing }
        : { name, failure: standing };
    const own = results.filter((result) => result.name.startsWith(`${one.operation}: `));
    return { name: one.operation, cases: [success, ...own.map(testCase)] };
  });
}

function testCase({ name, findings, untried = [] }: CaseResult): TestCase {
  if (findings.length > 0)
    return { name, failure: findings.map(({ oracle, message }) => `${oracle}: ${message}`).join("\n") };
  return untried.length > 0 ? { name, skipped: untried.join("; ") } : { name };
}

function suiteXml({ name, cases }: Suite, report: ServerReport): string {
  const lines = cases.map((one) => caseXml(one, `${report.title}.${name}`));
  const notes =
    name === "run" ? partsOf(report).flatMap(({ title, lines: some }) => some.map((line) => `${title}: ${line}`)) : [];
  const output = notes.length === 0 ? "" : `\n    <system-out>${notes.map(escapeMarkup).join("\n")}</system-out>`;
  return `  <testsuite name="${escapeMarkup(name)}" ${counts(cases)}>\n${lines.join("\n")}${output}\n  </testsuite>`;
}

function caseXml({ name, failure, skipped }: TestCase, className: string): string {
  const head = `    <testcase name="${escapeMarkup(name)}" classname="${escapeMarkup(className)}"`;
  if (skipped !== undefined) return `${head}><skipped message="${escapeMarkup(skipped)}"/></testcase>`;
  if (failure === undefined) return `${head}/>`;
  const [first = ""] = failure.split("\n");
  const text = failure.split("\n").map(escapeMarkup).join("\n");
  return `${head}><failure message="${escapeMarkup(first)}">${text}</failure></testcase>`;
}

function counts(cases: readonly TestCase[]): string {
  const failed = cases.filter(({ failure }) => failure !== undefined).length;
  const skipped = cases.filter((one) => one.skipped !== undefined).length;
  return `tests="${cases.length}" failures="${failed}" errors="0" skipped="${skipped}"`;
}
