import { type Change, firstDifference, type GeneratedPackage } from "@facsimile/codegen";
import { countBySeverity, diagnosticsToJson, formatCounts, formatDiagnostics } from "@facsimile/document/diagnostics";

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

/**
 * The diagnostics of all documents, for a person, with a line that counts them; empty where there are none.
 *
 * @param shown.all every one of them, not only the first of each kind
 */
export function formatFindings(
  packages: readonly GeneratedPackage[],
  shown: { readonly color: boolean; readonly all: boolean },
): string {
  const texts = packages.map(({ diagnostics, sources }) => formatDiagnostics(diagnostics, { sources, ...shown }));
  const given = texts.filter((text) => text !== "");
  if (given.length === 0) return "";
  const counts = formatCounts(packages.flatMap(({ diagnostics }) => diagnostics));
  return `${given.join("\n\n")}\n\n${counts}\n`;
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
  const { error, omission, warning } = countBySeverity(packages.flatMap(({ diagnostics }) => diagnostics));
  const counts = { errors: error, omissions: omission, warnings: warning };
  return `${JSON.stringify({ packages: report, counts }, undefined, 2)}\n`;
}
