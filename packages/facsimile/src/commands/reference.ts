import { relative, resolve } from "node:path";
import { type Change, fillPattern, providerName, toPackageName, writeReference } from "@facsimile/codegen";
import { type Api, buildModel, type Document, loadDocument, selectOperations } from "@facsimile/document";
import { formatCounts, formatDiagnostics } from "@facsimile/document/diagnostics";
import { isColored } from "../color.js";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { readTargets, type Target } from "../config/targets.js";
import { documentOptions, first, readDocumentOptions } from "../document-options.js";
import { shownFromHere } from "../from-here.js";
import { nameOfPackage } from "../name-of-package.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

const usage = `Usage: facsimile reference [<document>...] [options]

Writes the reference of an OpenAPI document as pages in Markdown: an index, and a page for each group, operation, webhook and schema. An operation
has what it takes and what it answers, a call by its package and the same with curl. Git hosts show the pages as they are, and VitePress
makes a site of them. Without a document, those of facsimile.config.yaml that have a folder for it are written.

  --out <folder>     where the pages go; * stands for the provider's name. Pages of an earlier run that are wanted no more
                     are deleted, and everything else in it stays. Default: reference in the configuration
  --name <name>      the npm name of the package that is called. Default: that of the configuration, or of the package
                     in the folder that it names, else the provider's
  --allow <folder>   a folder or file that references may lead to, outside the document's own folder; may be given
                     several times
  --overlay <file>   an OpenAPI Overlay that is applied to the document first; may be given several times
  --only <which>     tells of these operations alone: tag:Users, path:/users/**, operation:list* or deprecated; may be
                     given several times. Default: all
  --without <which>  leaves these out, written in the same way
  --config <file>    the configuration. Default: facsimile.config.yaml in this folder, where there is one
  --check            writes nothing, and fails where something would be written
  --help             this text

Exit codes: 0 done, 1 a document that cannot be read, a folder that cannot be written, or something out of date with --check,
2 wrong usage.

  facsimile reference openapi.yaml --out docs/reference --name @acme/client
`;

export const referenceCommand: Command = { usage, run };

interface Task {
  readonly target: Target;
  readonly folder: string;
}

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, { out: "text", name: "text", allow: "text", ...documentOptions, check: "flag" });
  const { targets } = await readTargets(given, io);
  const tasks = tasksOf(targets, given, io.cwd);
  let code: ExitCode = 0;
  for (const task of tasks) if (!(await write(task, given, io))) code = 1;
  return code;
}

/** @throws UsageError where a document has no folder, or two have the same */
function tasksOf(targets: readonly Target[], given: ParsedArguments, cwd: string): readonly Task[] {
  const out = given.text("out");
  const tasks = targets.flatMap((target): Task[] => {
    const folder =
      out === undefined ? target.entry?.reference : resolve(cwd, fillPattern(out, providerOf(target, cwd)));
    // Of a whole configuration, those that want a reference are written.
    if (folder === undefined && given.positionals.length === 0) return [];
    if (folder === undefined) throw new UsageError("name the folder to write with --out");
    return [{ target, folder }];
  });
  if (tasks.length === 0)
    throw new UsageError("no document of the configuration has a reference; name a folder with --out");
  if (new Set(tasks.map(({ folder }) => folder)).size < tasks.length)
    throw new UsageError("several documents need a * in --out, for the provider's name");
  return tasks;
}

function providerOf({ document }: Target, cwd: string): string {
  return toPackageName(providerName(resolve(cwd, document)));
}

/** Whether it is done. What was found in the document goes to standard error. */
async function write({ target, folder }: Task, given: ParsedArguments, io: CommandIo): Promise<boolean> {
  const read = await readDocument(target, given, io);
  const place = relative(io.cwd, folder) || ".";
  if (read === undefined) {
    io.stdout.write(`${place}: failed, nothing is written for ${target.document}\n`);
    return false;
  }
  const { exampleRequests } = await loadPeer("@facsimile/contract", ["exampleRequests"]);
  const { document, api } = read;
  const check = given.flag("check");
  const name = given.text("name") ?? (await nameOfPackage(target.entry)) ?? providerOf(target, io.cwd);
  const requests = exampleRequests(document, api);
  const changes = await writeReference(api, document, { packageName: name, requests, folder, check });
  const isDone = !check || changes.length === 0;
  (isDone ? noticesOf(io) : io.stdout).write(report(place, changes, check));
  return isDone;
}

const marks = { create: "+", update: "~", delete: "-" } as const;
/** More files are not listed. */
const most = 10;

function report(place: string, changes: readonly Change[], check: boolean): string {
  const outcome = changes.length === 0 ? "unchanged" : check ? "out of date" : "written";
  const rows = changes.slice(0, most).map(({ kind, path }) => `  ${marks[kind]} ${path}\n`);
  const more = changes.length > most ? `  and ${changes.length - most} more\n` : "";
  return `${place}: ${outcome}\n${rows.join("")}${more}`;
}

async function readDocument(
  { source, entry }: Target,
  given: ParsedArguments,
  { cwd, stderr, env }: CommandIo,
): Promise<{ readonly document: Document; readonly api: Api } | undefined> {
  const { only, without, ...options } = readDocumentOptions(given, cwd, entry);
  const allowFiles = first(
    given.texts("allow").map((path) => resolve(cwd, path)),
    entry?.allow,
  );
  const loaded = await loadDocument(source, { ...options, allowFiles });
  const read = loaded.document && selectOperations(loaded.document, buildModel(loaded.document), { only, without });
  const all = [...loaded.diagnostics, ...(read?.diagnostics ?? [])];
  const { diagnostics: found, sources } = shownFromHere({ diagnostics: all, sources: loaded.sources }, cwd);
  const color = isColored(stderr, env);
  if (found.length > 0) stderr.write(`${formatDiagnostics(found, { sources, color })}\n\n${formatCounts(found)}\n`);
  return read?.api === undefined ? undefined : { document: read.document, api: read.api };
}
