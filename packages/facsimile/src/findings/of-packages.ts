import { join } from "node:path";
import { type Change, firstDifference, type GeneratedPackage } from "@facsimile/codegen";
import type { Diagnostic } from "@facsimile/document/diagnostics";
import type { Level, PlacedFinding } from "./placed-finding.js";

/**
 * The diagnostics of all documents, and with `--check` what is out of date.
 *
 * @param strict - whether every diagnostic is an error
 */
export function findingsOfPackages(packages: readonly GeneratedPackage[], strict: boolean): readonly PlacedFinding[] {
  return packages.flatMap(({ diagnostics, changes, folder, name, outcome }) => [
    ...diagnostics.map((diagnostic) => findingOf(diagnostic, strict)),
    ...(outcome === "outdated" ? changes.map((change) => outdated(change, folder, name)) : []),
  ]);
}

function findingOf({ code, severity, message, fix, file, position }: Diagnostic, strict: boolean): PlacedFinding {
  const level: Level = strict || severity === "error" ? "error" : "warning";
  return { code, level, message: `${message} ${fix}`, place: { file, ...position } };
}

const states = { create: "is missing", update: "is out of date", delete: "is generated no more" } as const;

function outdated(change: Change, folder: string, name: string): PlacedFinding {
  const { kind, path } = change;
  return {
    code: "out-of-date",
    level: "error",
    message: `${path} of ${name} ${states[kind]}. Generate the package again.`,
    place: { file: join(folder, path), ...(kind === "update" && { line: firstDifference(change).line, column: 1 }) },
  };
}
