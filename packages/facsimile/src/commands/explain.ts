import { diagnosticKinds, isDiagnosticCode, nearest, readDiagnosticPage } from "@facsimile/document/diagnostics";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { UsageError } from "../usage-error.js";

const usage = `facsimile explain [<code> | <rule>]

Prints what a finding means: when a document has it, what is made of the document, and the same document mended. For a rule of
facsimile diff: when it applies, what it means for requests and for answers, and an example. Without a code: the list of all findings.

Exit code: 0 done, 2 wrong usage.
`;

export const explainCommand: Command = { usage, run };

async function run(args: readonly string[], { stdout }: CommandIo): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const [code, ...others] = positionals;
  if (others.length > 0) throw new UsageError("name one code");
  if (code === undefined) stdout.write(listOfCodes());
  else if (isDiagnosticCode(code)) stdout.write(await readDiagnosticPage(code));
  else stdout.write(await readRulePage(code));
  return 0;
}

/** What is no finding of a document may be a rule of changes, which another package has. */
async function readRulePage(name: string): Promise<string> {
  let hint = "";
  const change = await loadPeer("@facsimile/change", ["changePages", "readChangePage"]).catch((error: Error) => {
    hint = `; for the rules of facsimile diff, ${error.message}`;
  });
  if (change?.changePages.includes(name)) return change.readChangePage(name);
  const known = [...Object.keys(diagnosticKinds), ...(change?.changePages ?? [])];
  throw new UsageError(`there is no finding ${JSON.stringify(name)}${guess(name, known)}${hint}`);
}

function guess(code: string, known: readonly string[]): string {
  const meant = nearest(code, known);
  return meant === undefined ? "" : `, did you mean ${meant}?`;
}

function listOfCodes(): string {
  const width = Math.max(...Object.keys(diagnosticKinds).map(({ length }) => length));
  const rows = Object.entries(diagnosticKinds).map(([code, [severity, title]]) => {
    return `${code.padEnd(width)}  ${severity.padEnd(8)}  ${title}`;
  });
  return `${rows.join("\n")}\n`;
}
