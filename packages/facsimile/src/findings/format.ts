import type { CommandIo } from "../command.js";
import type { ParsedArguments } from "../options.js";
import { UsageError } from "../usage-error.js";
import { printGithub } from "./github.js";
import type { PlacedFinding } from "./placed-finding.js";
import { printSarif } from "./sarif.js";
import { printUnix } from "./unix.js";

const formats = ["text", "unix", "github", "json", "sarif"] as const;

/** How a command prints what it finds: `text` for people, `json` whole, the others a finding at a time with its place. */
export type Format = (typeof formats)[number];

/** What only prints findings, each with its place. */
export type FindingFormat = Exclude<Format, "text" | "json">;

/** The lines of a usage about it. */
export const formatUsage = `  --format <format>  How it is printed: text; unix, a line for each finding, for editors; github, annotations of a workflow;
                     json; sarif. Default: text. See docs/formats.md`;

/** @throws UsageError for one that is not known, and where `--json` asks for another one */
export function formatOf(given: ParsedArguments): Format {
  const text = given.text("format") ?? (given.flag("json") ? "json" : "text");
  const format = formats.find((each) => each === text);
  if (format === undefined) throw new UsageError(`--format is ${formats.join(", ")}, and not ${JSON.stringify(text)}`);
  if (given.flag("json") && format !== "json") throw new UsageError(`--json is --format json, and not ${format}`);
  return format;
}

export function isFindingFormat(format: Format): format is FindingFormat {
  return format !== "text" && format !== "json";
}

/** The findings in a format; in Actions with paths from the top of what is checked out. */
export async function printFindings(
  format: FindingFormat,
  findings: readonly PlacedFinding[],
  { cwd, env }: Pick<CommandIo, "cwd" | "env">,
): Promise<string> {
  const root = env.GITHUB_WORKSPACE ?? cwd;
  if (format === "unix") return printUnix(findings);
  return format === "github" ? printGithub(findings, root, cwd) : printSarif(findings, root, cwd);
}
