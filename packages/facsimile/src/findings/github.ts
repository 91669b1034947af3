import { visible } from "@facsimile/document/diagnostics";
import { pathInRepository } from "./path-in-repository.js";
import type { PlacedFinding } from "./placed-finding.js";

/**
 * A workflow command of GitHub Actions for each finding, which shows it beside the line that it is about.
 *
 * @param root - the folder that the repository is checked out to; absolute
 * @param cwd - what paths are relative to; absolute
 */
export function printGithub(findings: readonly PlacedFinding[], root: string, cwd: string): string {
  return findings
    .map(({ code, level, message, place: { file, line, column } }) =>
      workflowCommand(level, message, {
        file: pathInRepository(file, root, cwd),
        ...(line !== undefined && { line: String(line) }),
        ...(column !== undefined && { col: String(column) }),
        title: code,
      }),
    )
    .join("");
}

/** One command on a line of its own. Nothing in its values can end it, or begin another one. */
export function workflowCommand(name: string, message: string, properties: Readonly<Record<string, string>>): string {
  const given = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${name} ${given.join(",")}::${escapeData(visible(message))}\n`;
}

/** As the runner of GitHub Actions takes it back. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
