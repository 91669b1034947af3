import type { Api } from "@facsimile/document";
import type { Matrix } from "../cases/derive.js";
import type { ValueContext } from "../cases/value-cases.js";
import type { Finding } from "../oracles/finding.js";
import { goalsOf } from "./goals.js";

/** What came of one case, or of one check of the types. */
export interface CaseResult {
  readonly name: string;
  readonly findings: readonly Finding[];
  /** What belongs to it and cannot be tried, with the reasons. */
  readonly untried?: readonly string[];
}

/** How much of one kind of thing was covered. */
export interface KindCoverage {
  readonly kind: string;
  readonly goals: number;
  readonly covered: number;
  /** Cannot be covered, each for a reason that is in {@link ContractReport.holes}. */
  readonly holes: number;
}

/** `contract-report.json`: the same bytes for the same document, package and outcome. */
export interface ContractReport {
  readonly title: string;
  readonly operations: number;
  readonly cases: number;
  readonly passed: number;
  readonly failed: readonly CaseResult[];
  readonly coverage: readonly KindCoverage[];
  readonly holes: readonly { readonly goal: string; readonly reason: string }[];
  /** Values that no type could be tried with, with the reasons. */
  readonly untried: readonly string[];
  /** Neither covered nor explained. A run that has some fails. */
  readonly missing: readonly string[];
}

/** What is covered by the cases of a matrix, whatever their outcome. */
export function coverageOf(
  context: ValueContext,
  api: Api,
  { cases, holes }: Pick<Matrix, "cases" | "holes">,
): Pick<ContractReport, "coverage" | "holes" | "missing"> {
  const goals = [...new Set(api.operations.flatMap((operation) => goalsOf(context, operation)))];
  const covered = new Set(cases.flatMap(({ covers }) => covers));
  const reasons = new Map(holes.flatMap(({ covers, reason }) => covers.map((goal) => [goal, reason] as const)));
  const open = goals.filter((goal) => !covered.has(goal));
  const explained = open.flatMap((goal) => (reasons.has(goal) ? [{ goal, reason: reasons.get(goal) ?? "" }] : []));
  const kinds = [...new Set(goals.map(kindOf))];
  const count = (kind: string, some: readonly string[]): number => some.filter((goal) => kindOf(goal) === kind).length;
  return {
    coverage: kinds.map((kind) => ({
      kind,
      goals: count(kind, goals),
      covered: count(kind, goals) - count(kind, open),
      holes: count(
        kind,
        explained.map(({ goal }) => goal),
      ),
    })),
    holes: explained,
    missing: open.filter((goal) => !reasons.has(goal)),
  };
}

export function buildReport(
  context: ValueContext,
  api: Api,
  matrix: Pick<Matrix, "cases" | "holes">,
  results: readonly CaseResult[],
): ContractReport {
  const failed = results.filter(({ findings }) => findings.length > 0);
  return {
    title: api.title,
    operations: api.operations.length,
    cases: results.length,
    passed: results.length - failed.length,
    failed,
    untried: results.flatMap(({ untried = [] }) => untried),
    ...coverageOf(context, api, matrix),
  };
}

function kindOf(goal: string): string {
  return goal.split(" ")[0] ?? goal;
}
