import { diagnosticKinds, isDiagnosticCode, nearest, readDiagnosticPage } from "@facsimile/document/diagnostics";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { parseArguments } from "../options.js";
import { UsageError } from "../usage-error.js";

const usage = `facsimile explain [<code>]

Prints what a finding means: when a document has it, what is made of the document, and the same document mended. Without a code:
the list of all of them.

Exit code: 0 done, 2 wrong usage.
`;

export const explainCommand: Command = { usage, run };

async function run(args: readonly string[], { stdout }: CommandIo): Promise<ExitCode> {
  const { positionals } = parseArguments(args, {});
  const [code, ...others] = positionals;
  if (others.length > 0) throw new UsageError("name one code");
  if (code === undefined) stdout.write(listOfCodes());
  else if (isDiagnosticCode(code)) stdout.write(await readDiagnosticPage(code));
  else throw new UsageError(`there is no finding ${JSON.stringify(code)}${guess(code)}`);
  return 0;
}

function guess(code: string): string {
  const meant = nearest(code, Object.keys(diagnosticKinds));
  return meant === undefined ? "" : `, did you mean ${meant}?`;
}

function listOfCodes(): string {
  const width = Math.max(...Object.keys(diagnosticKinds).map(({ length }) => length));
  const rows = Object.entries(diagnosticKinds).map(([code, [severity, title]]) => {
    return `${code.padEnd(width)}  ${severity.padEnd(8)}  ${title}`;
  });
  return `${rows.join("\n")}\n`;
}
