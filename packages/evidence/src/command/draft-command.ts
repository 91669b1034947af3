import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Command, CommandIo, ExitCode } from "@facsimile/codegen";
import { draftSpec } from "../draft/draft.js";
import { exists, writeText } from "./files.js";
import { loadEvidence } from "./load-evidence.js";
import { ExpectedError, guarded, UsageError } from "./usage-error.js";

const usage = `Usage: facsimile draft <evidence.json> --out <openapi.yaml>

Writes the OpenAPI document that the facts alone support, with a comment wherever a person has to decide. A file that is there already
is never overwritten.

Exit code: 0 when the draft was written, 1 when not, 2 for wrong usage.
`;

export const draftCommand: Command = {
  summary: "Draft a spec from the facts of its documentation",
  usage,
  run: guarded(usage, run),
};

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: "string" } },
  });
  const [file, second] = positionals;
  if (file === undefined || second !== undefined) throw new UsageError("Give one file of facts.");
  if (values.out === undefined) throw new UsageError("Give the file to write with --out.");
  const evidence = await loadEvidence(io.cwd, file);
  const out = resolve(io.cwd, values.out);
  if (await exists(out))
    throw new ExpectedError(
      `${values.out}: there is such a file already, and a draft overwrites none. Give another name.`,
    );
  await writeText(out, draftSpec(evidence));
  io.stdout.write(
    `${values.out}: drafted. Look for the comments in it, and then hold it against the facts with "facsimile verify".\n`,
  );
  return 0;
}
