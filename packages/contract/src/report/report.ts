import { relative } from "node:path";
import type { Api, Document, Operation } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";
import type { Hole, Matrix } from "../cases/case.js";
import type { ValueContext } from "../cases/value-context.js";
import type { Finding } from "../oracles/finding.js";
import { notNeeded } from "./accepted.js";
import { goalsOf } from "./goals.js";
import { type Accepted, type FoundInCase, type ReportedFinding, reportedFindings } from "./reported-finding.js";

/** What came of one case, or of one check of the types. */
export interface CaseResult {
  readonly name: string;
  readonly findings: readonly Finding[];
  /** The operation that it is about. */
  readonly operation?: Operation;
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
  /** Cases whose request Prism takes for something else than the document has it, as our own validator shows: they say nothing of the package. */
  readonly misjudged: readonly string[];
  /** Whether anything is known of the package: a case has passed or failed, and not only been misjudged. A run in which none has fails. */
  readonly isExercised: boolean;
  /** The ids of the operations of which no case passed. */
  readonly notExercised: readonly string[];
  /** Cases with a finding, but for those that Prism misjudged. */
  readonly failed: readonly Pick<CaseResult, "name" | "findings">[];
  /** What was found, each once, with whose it is. */
  readonly findings: readonly ReportedFinding[];
  /** The ids that are accepted without need. */
  readonly notNeeded: readonly string[];
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
  operations: readonly Operation[],
  { cases, holes }: Pick<Matrix, "cases" | "holes">,
): Pick<ContractReport, "coverage" | "holes" | "missing"> {
  const goals = [...new Set(operations.flatMap((operation) => goalsOf(context, operation)))];
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

/** What a run knows when it is over. */
export interface RunOutcome extends Pick<Matrix, "cases" | "holes"> {
  /** Those that were tried. */
  readonly operations: readonly Operation[];
  readonly results: readonly CaseResult[];
  /** What was found without a case. */
  readonly found: readonly FoundInCase[];
  readonly accepted: Accepted;
}

export function buildReport(document: Document, api: Api, validator: Validator, outcome: RunOutcome): ContractReport {
  const { operations, results, found, accepted } = outcome;
  const notPassed = results.filter(({ findings }) => findings.length > 0);
  const misjudged = notPassed.filter(isMisjudged);
  const failed = notPassed.filter((result) => !isMisjudged(result));
  const notExercised = withoutSuccess(operations, results);
  const findings = reportedFindings([...found, ...notPassed.flatMap((result) => foundIn(document, result))], accepted);
  return {
    title: api.title,
    operations: operations.length,
    cases: results.length,
    passed: results.length - notPassed.length,
    misjudged: misjudged.map(({ name }) => name),
    isExercised: operations.length === 0 || failed.length > 0 || notExercised.length < operations.length,
    notExercised,
    failed: failed.map((result) => ({ name: result.name, findings: result.findings })),
    findings,
    notNeeded: notNeeded(accepted, findings),
    untried: results.flatMap(({ untried = [] }) => untried),
    ...coverageOf({ document: document.json, validator }, operations, withoutMisjudged(outcome, misjudged)),
  };
}

function withoutSuccess(operations: readonly Operation[], results: readonly CaseResult[]): readonly string[] {
  const exercised = new Set(results.flatMap(({ findings, operation }) => (findings.length === 0 ? operation?.id : [])));
  return operations.flatMap(({ id }) => (exercised.has(id) ? [] : [id]));
}

/** Whether nothing is known of a case but that Prism is wrong about its request. */
export function isMisjudged({ findings }: CaseResult): boolean {
  return findings.length > 0 && findings.every(({ isProved }) => isProved);
}

/** What a case covers whose request Prism misjudged is covered by none, for that reason. */
function withoutMisjudged(
  { cases, holes }: Pick<Matrix, "cases" | "holes">,
  misjudged: readonly CaseResult[],
): Pick<Matrix, "cases" | "holes"> {
  const reasons = new Map(misjudged.map(({ name, findings: [first] }) => [name, first?.message ?? ""]));
  const given = cases.flatMap(({ name, covers }): Hole[] => {
    const reason = reasons.get(name);
    return reason === undefined ? [] : [{ kind: "hole", covers, reason: `${reason}.` }];
  });
  return { cases: cases.filter(({ name }) => !reasons.has(name)), holes: [...holes, ...given] };
}

function foundIn(document: Document, { name, findings, operation }: CaseResult): readonly FoundInCase[] {
  return findings.map(({ message, oracle, isProved, whose = "server" }) => ({
    whose,
    ...(isProved && { isProved }),
    // The types oracle says all of it.
    message: oracle === "types" ? message : `${name}: ${message}`,
    essence: message,
    subject: whose === "prism" ? "" : (operation?.id ?? name),
    at: operation === undefined ? undefined : showPlace(document, operation.pointer),
    case: name,
  }));
}

/** A place of a document as people open it: `specs/x/openapi.yaml:12`. */
export function showPlace(document: Document, pointer: string): string {
  const { file, line } = document.locate(pointer);
  return `${relative(process.cwd(), file).replaceAll("\\", "/")}:${line}`;
}

function kindOf(goal: string): string {
  return goal.split(" ")[0] ?? goal;
}
