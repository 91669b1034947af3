import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Command, CommandIo, ExitCode } from "@facsimile/codegen";
import { draftSpec } from "../draft/draft.js";
import { EvidenceFormatError, parseEvidence } from "../facts/evidence-json.js";
import { exists, readOptional, writeText } from "./files.js";
import { ExpectedError, guarded, UsageError } from "./usage-error.js";

const usage = `Usage: facsimile draft <evidence.json> --out <openapi.yaml>

Writes the OpenAPI document that the facts alone support, with a comment wherever a person has to decide. A file that is there already
is never overwritten.

Exit code: 0 when the draft was written, 1 when not, 2 for wrong usage.
`;

export const draftCommand: Command = {
  summary: "Draft a spec from the facts of its documentation",
  usage,
  run: (args, io) => guarded(usage, io, () => run(args, io)),
};

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { out: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) {
    io.stdout.write(usage);
    return 0;
  }
  const [file, second] = positionals;
  if (file === undefined || second !== undefined) throw new UsageError("Give one file of facts.");
  if (values.out === undefined) throw new UsageError("Give the file to write with --out.");
  const text = await readOptional(resolve(io.cwd, file));
  if (text === undefined) throw new ExpectedError(`${file}: there is no such file. Make it with "facsimile evidence".`);
  const out = resolve(io.cwd, values.out);
  if (await exists(out))
    throw new ExpectedError(
      `${values.out}: there is such a file already, and a draft overwrites none. Give another name.`,
    );
  try {
    await writeText(out, draftSpec(parseEvidence(text)));
  } catch (error) {
    if (error instanceof EvidenceFormatError)
      throw new ExpectedError(`${file}: ${error.message}. Make it anew with "facsimile evidence".`);
    throw error;
  }
  io.stdout.write(
    `${values.out}: drafted. Look for the comments in it, and then hold it against the facts with "facsimile verify".\n`,
  );
  return 0;
}
