import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { visible } from "@facsimile/document/diagnostics";
import { version } from "../version.js";
import { pathInRepository } from "./path-in-repository.js";
import type { FindingPlace, PlacedFinding } from "./placed-finding.js";

/**
 * A log of SARIF 2.1.0 with one run. Its paths are relative to the top of the repository.
 *
 * @param root - the folder that the repository is checked out to; absolute
 * @param cwd - what paths are relative to; absolute
 */
export async function printSarif(findings: readonly PlacedFinding[], root: string, cwd: string): Promise<string> {
  const codes = [...new Set(findings.map(({ code }) => code))];
  const driver = { name: "facsimile", version: await version(), rules: codes.map((id) => ({ id })) };
  const results = findings.map(({ code, level, message, place }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level,
    message: { text: visible(message) },
    locations: [{ physicalLocation: physicalLocation(place, root, cwd) }],
  }));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function physicalLocation({ file, line, column }: FindingPlace, root: string, cwd: string): object {
  const region = { startLine: line, ...(column !== undefined && { startColumn: column }) };
  return {
    artifactLocation: { uri: uriOf(pathInRepository(file, root, cwd)) },
    ...(line !== undefined && { region }),
  };
}

/** A reference that is relative to the top of the repository, or the URL of a file that is outside. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  // What is half a character is no text that a URI could have.
  return Buffer.from(path).toString().split("/").map(encodeURIComponent).join("/");
}
