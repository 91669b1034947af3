import { type Change, firstDifference, type GeneratedPackage } from "@facsimile/codegen";
import { diagnosticsToJson, formatDiagnostics } from "@facsimile/document/diagnostics";

const outcomes = { written: "written", unchanged: "unchanged", outdated: "out of date", failed: "failed" } as const;
const marks = { create: "+", update: "~", delete: "-" } as const;

/** What became of the documents, for a person: a line for each package and each file that changed. */
export function formatPackages(packages: readonly GeneratedPackage[]): string {
  return packages.map((one) => `${formatPackage(one)}\n`).join("");
}

function formatPackage({ folder, name, outcome, changes, spec }: GeneratedPackage): string {
  const head = `${name} (${folder}): ${outcomes[outcome]}${outcome === "failed" ? `, nothing is written for ${spec}` : ""}`;
  const rows = changes.flatMap((change) => [
    `  ${marks[change.kind]} ${change.path}`,
    ...(outcome === "outdated" ? differenceRows(change) : []),
  ]);
  return [head, ...rows].join("\n");
}

function differenceRows(change: Change): readonly string[] {
  if (change.kind !== "update") return [];
  const { line, before, after } = firstDifference(change);
  return [`      line ${line}`, ...before.map((text) => `      - ${text}`), ...after.map((text) => `      + ${text}`)];
}

/** The diagnostics of all documents, for a person; empty where there are none. */
export function formatFindings(packages: readonly GeneratedPackage[], color: boolean): string {
  const texts = packages.map(({ diagnostics, sources }) => formatDiagnostics(diagnostics, { sources, color }));
  const given = texts.filter((text) => text !== "");
  return given.length === 0 ? "" : `${given.join("\n\n")}\n`;
}

/** The same for a program. */
export function packagesToJson(packages: readonly GeneratedPackage[]): string {
  const report = packages.map(({ spec, folder, name, outcome, changes, diagnostics }) => ({
    spec,
    folder,
    name,
    outcome,
    changes: changes.map((change) => ({
      kind: change.kind,
      path: change.path,
      ...(change.kind === "update" && firstDifference(change)),
    })),
    diagnostics: diagnosticsToJson(diagnostics),
  }));
  return `${JSON.stringify({ packages: report }, undefined, 2)}\n`;
}
