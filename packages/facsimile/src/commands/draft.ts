import { resolve } from "node:path";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { exists, writeText } from "../files.js";
import { parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

const usage = `Usage: facsimile draft <evidence.json> --out <openapi.yaml>

Writes the OpenAPI document that the facts alone support, with a comment wherever a person has to decide. A file that is there already
is never overwritten.

Exit code: 0 when the draft was written, 1 when not, 2 for wrong usage.
`;

export const draftCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, { out: "text" });
  const [file, second] = given.positionals;
  const name = given.text("out");
  if (file === undefined || second !== undefined) throw new UsageError("name one file of facts");
  if (name === undefined) throw new UsageError("name the file to write with --out");
  const { draftSpec, loadEvidence } = await loadPeer("@facsimile/evidence", ["draftSpec", "loadEvidence"]);
  const evidence = await loadEvidence(io.cwd, file);
  const out = resolve(io.cwd, name);
  if (await exists(out))
    throw new Error(`${name}: there is such a file already, and a draft overwrites none. Give another name.`);
  await writeText(out, draftSpec(evidence));
  noticesOf(io).write(
    `${name}: drafted. Look for the comments in it, and then hold it against the facts with "facsimile verify".\n`,
  );
  return 0;
}
