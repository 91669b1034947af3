import { relative, resolve } from "node:path";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { openConfig } from "../config/targets.js";
import { documentUrl } from "../fetch/download.js";
import { type Copy, updateCopy } from "../fetch/update-copy.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

const usage = `Usage: facsimile fetch [<url> --to <file>] [options]

Downloads OpenAPI documents of others over https, shows what is different, and puts each in the place of its copy, which is committed: packages, mock
servers and tests are made of the copy, and repeat without a network. Without a URL those documents of facsimile.config.yaml are fetched
that say from where.

  --to <file>            the copy
  --integrity <digest>   what has to come, as sha256-… (it is printed): anything else is refused
  --check                writes nothing, and fails where a copy is not what is published
  --config <file>        the configuration. Default: facsimile.config.yaml in this folder, where there is one
  --help                 this text

A download takes at most 30 s and 128 MiB, and follows one redirect. What is no OpenAPI document replaces nothing.

Exit codes: 0 done, 1 something cannot be fetched, or with --check differs, 2 wrong usage.
`;

export const fetchCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, { to: "text", integrity: "text", config: "text", check: "flag" });
  let exit: ExitCode = 0;
  for (const copy of await copiesOf(given, io)) {
    const isDone = await fetchOne(copy, given.flag("check"), io);
    if (!isDone) exit = 1;
  }
  return exit;
}

/** One that fails costs no other. */
async function fetchOne(copy: Copy, check: boolean, io: CommandIo): Promise<boolean> {
  try {
    const { outcome, integrity, changes } = await updateCopy(copy, check, io.signal);
    const isDone = !check || outcome === "unchanged";
    const sink = isDone ? noticesOf(io) : io.stdout;
    sink.write(`${relative(io.cwd, copy.file)}: ${isDone ? outcome : "would be written"} (${integrity})\n${changes}`);
    return isDone;
  } catch (error) {
    io.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return false;
  }
}

async function copiesOf(given: ParsedArguments, io: CommandIo): Promise<readonly Copy[]> {
  const [text, ...others] = given.positionals;
  const [to, integrity] = [given.text("to"), given.text("integrity")];
  if (text !== undefined) {
    const url = documentUrl(text);
    if (url === undefined || others.length > 0)
      throw new UsageError("name one URL of https, without a user and a password");
    if (to === undefined) throw new UsageError("name the copy with --to");
    return [{ url, file: resolve(io.cwd, to), integrity }];
  }
  if (to !== undefined || integrity !== undefined) throw new UsageError("--to and --integrity go with a URL");
  const config = await openConfig(given.text("config"), io);
  const copies = (config?.documents ?? []).flatMap(({ from, document, integrity: digest }) =>
    from === undefined ? [] : [{ url: from, file: document, integrity: digest }],
  );
  if (copies.length === 0) throw new UsageError("no URL is named, and no document of a configuration says from where");
  return copies;
}
