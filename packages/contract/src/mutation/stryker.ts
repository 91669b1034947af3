import { readFile } from "node:fs/promises";
import type { Contract } from "../run/contract.js";
import type { Verdict } from "./mutant.js";
import type { TextFile } from "./package/text-file.js";
import { operatorOf } from "./score.js";

/** The parts of Stryker's report schema (mutation-testing-report-schema, version 2) that its viewer shows. */
export interface StrykerReport {
  readonly schemaVersion: "2";
  readonly thresholds: { readonly high: number; readonly low: number };
  readonly files: Readonly<Record<string, StrykerFile>>;
}

interface StrykerFile {
  readonly language: string;
  readonly source: string;
  readonly mutants: readonly StrykerMutant[];
}

interface StrykerMutant {
  readonly id: string;
  readonly mutatorName: string;
  readonly description: string;
  readonly replacement: string;
  readonly location: { readonly start: Position; readonly end: Position };
  readonly status: "Killed" | "Survived" | "Timeout" | "RuntimeError" | "Ignored";
  readonly statusReason: string;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

const statuses = {
  killed: "Killed",
  survived: "Survived",
  "timed out": "Timeout",
  crashed: "RuntimeError",
  equivalent: "Ignored",
} as const;

/** The verdicts as a report: the document once for each family whose faults are about it, and each file of the package that was edited. */
export async function strykerReport(
  contract: Contract,
  build: readonly TextFile[],
  verdicts: readonly Verdict[],
): Promise<StrykerReport> {
  const source = await readFile(contract.document.file, "utf8");
  const ofDocument = (["server", "request", "answer"] as const).map((family): [string, StrykerFile] => {
    const own = verdicts.filter(({ mutant }) => mutant.family === family);
    return [
      `${family}/openapi.yaml`,
      {
        language: "yaml",
        source,
        mutants: own.map((verdict, index) => inDocument(contract, verdict, `${family}-${index + 1}`)),
      },
    ];
  });
  const ofPackage = build.flatMap(({ name, text }): [string, StrykerFile][] => {
    const own = verdicts.filter(({ mutant }) => mutant.family === "package" && mutant.file === name);
    if (own.length === 0) return [];
    return [
      [
        `package/${name}`,
        {
          language: name.endsWith(".d.ts") ? "typescript" : "javascript",
          source: text,
          mutants: own.map((verdict, index) => inText(text, verdict, `package-${name}-${index + 1}`)),
        },
      ],
    ];
  });
  return {
    schemaVersion: "2",
    thresholds: { high: 95, low: 90 },
    files: Object.fromEntries([...ofDocument, ...ofPackage]),
  };
}

function inDocument({ document }: Contract, verdict: Verdict, id: string): StrykerMutant {
  const { line, column } = document.locate(verdict.mutant.pointer);
  return toStryker(verdict, id, verdict.mutant.operator, {
    start: { line, column },
    end: { line, column: column + 1 },
  });
}

function inText(text: string, verdict: Verdict, id: string): StrykerMutant {
  const { mutant } = verdict;
  const edit = mutant.family === "package" ? mutant.edit : { start: 0, end: 0, replacement: "" };
  return toStryker(verdict, id, edit.replacement, {
    start: positionOf(text, edit.start),
    end: positionOf(text, edit.end),
  });
}

function toStryker(
  { mutant, status, reason }: Verdict,
  id: string,
  replacement: string,
  location: StrykerMutant["location"],
): StrykerMutant {
  return {
    id,
    mutatorName: operatorOf(mutant),
    description: mutant.name,
    replacement,
    location,
    status: statuses[status],
    statusReason: reason,
  };
}

/** Both from 1. */
function positionOf(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
