import { readFile } from "node:fs/promises";
import { child, isObject } from "@facsimile/document";
import type { Mutant, Verdict } from "./mutant.js";
import { operatorOf, type Score } from "./score.js";

/** What is expected of a run: how much is noticed, and which faults change nothing that anybody could notice. */
export interface Expectations {
  /** The least score of each family and operator that is not named; from 0 to 1. */
  readonly least: number;
  /** By family and operator: `package: text changed`. */
  readonly operators: ReadonlyMap<string, Threshold>;
  /** Why a mutant is no fault, by its family and name: `package: User.id type changed in dist/generated/schemas/users.d.ts`. */
  readonly equivalents: ReadonlyMap<string, string>;
}

export interface Threshold {
  /** From 0 to 1. */
  readonly least: number;
  readonly reason: string;
}

/**
 * Reads the file that states what is expected:
 *
 * ```json
 * {
 *   "threshold": 95,
 *   "operators": { "package: text changed": { "threshold": 90, "reason": "…" } },
 *   "equivalents": { "@facsimile/sendauth": { "package: User.id type changed in dist/generated/schemas/users.d.ts": "…" } }
 * }
 * ```
 *
 * Thresholds are percents. Throws where a number is no percent, and where an operator or an equivalent mutant has no reason.
 *
 * @param packageName Whose equivalents are read.
 */
export async function readExpectations(file: string, packageName: string): Promise<Expectations> {
  const json: unknown = parse(file, await readFile(file, "utf8"));
  const { threshold, operators, equivalents } = isObject(json) ? json : {};
  const own = isObject(equivalents) ? equivalents[packageName] : undefined;
  return {
    least: percent(file, "/threshold", threshold),
    operators: new Map(
      entriesOf(operators).map(([name, one]) => {
        const given = isObject(one) ? one : {};
        const at = child("/operators", name);
        return [
          name,
          {
            least: percent(file, `${at}/threshold`, given.threshold),
            reason: reasonAt(file, `${at}/reason`, given.reason),
          },
        ];
      }),
    ),
    equivalents: new Map(
      entriesOf(own).map(([name, reason]) => [
        name,
        reasonAt(file, child(child("/equivalents", packageName), name), reason),
      ]),
    ),
  };
}

/** How a list of equivalent mutants names one. */
export function keyOf({ family, name }: Mutant): string {
  return `${family}: ${name}`;
}

/** A survivor that is listed counts as equivalent, with the reason that is written there. */
export function withEquivalents(verdict: Verdict, { equivalents }: Expectations): Verdict {
  const reason = equivalents.get(keyOf(verdict.mutant));
  return reason === undefined || verdict.status !== "survived" ? verdict : { ...verdict, status: "equivalent", reason };
}

/** What is listed as equivalent and is not: a mutant that was noticed after all, and one that there is not. */
export function wrongEquivalents(
  { equivalents }: Expectations,
  mutants: readonly Mutant[],
  verdicts: readonly Verdict[],
): readonly string[] {
  const known = new Set(mutants.map(keyOf));
  const noticed = verdicts.filter(({ mutant, status }) => status !== "equivalent" && equivalents.has(keyOf(mutant)));
  return [
    ...noticed.map(({ mutant, reason }) => `${keyOf(mutant)} is listed as equivalent but was noticed: ${reason}`),
    ...[...equivalents.keys()]
      .filter((key) => !known.has(key))
      .map((key) => `${key} is listed as equivalent, and there is no such mutant.`),
  ];
}

/** The operators with a threshold of their own that none of the mutants has: it says nothing, and may be misspelled. */
export function unusedOperators({ operators }: Expectations, mutants: readonly Mutant[]): readonly string[] {
  const used = new Set(mutants.map(operatorOf));
  return [...operators.keys()].filter((name) => !used.has(name));
}

/** The families and operators that are below what is expected of them. */
export function belowThreshold(
  { least, operators }: Expectations,
  families: readonly Score[],
  byOperator: readonly Score[],
): readonly Score[] {
  return [
    ...families.filter(({ score }) => score < least),
    ...byOperator.filter(({ name, score }) => score < (operators.get(name)?.least ?? least)),
  ];
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

function percent(file: string, pointer: string, value: unknown): number {
  if (typeof value === "number" && value >= 0 && value <= 100) return value / 100;
  throw new Error(`${file}, ${pointer}: expected a number from 0 to 100. Write the percent that has to be noticed.`);
}

function reasonAt(file: string, pointer: string, value: unknown): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new Error(`${file}, ${pointer}: expected a text. Write why nothing can notice it.`);
}
