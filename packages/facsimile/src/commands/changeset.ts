import type { PackageChangeset, Serve } from "@facsimile/change";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { openConfig } from "../config/targets.js";
import { isGiven } from "../given/open-given.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { withProgress } from "../progress.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

const usage = `Usage: facsimile changeset [options]

Finds what has changed in the generated packages of a repository since their last release, on the wire and in the types, and writes one
changeset for each, with the bump that the versions' policy asks for and a sentence for each change. What people have written stays.
Overlays that the contract test of a package names are applied to each edition as they were then.

Where something differs, the programs of the last release (its README's, and those below examples) are compiled with the package, and run where
@facsimile/mock is installed: each in a process of its own, against a mock server of the document and nothing else, for ten seconds at most.

  --since <revision>   compares with the commit in which this revision and the working copy have parted, where a package has not been
                       released: it has neither a tag of changesets nor a published version that carries its document.
                       Default: the base branch of changesets
  --check              write nothing, and fail where a changeset is missing or asks for too little
  --raise              raise what people ask for where it is too little, in place of refusing it
  --document <folder>=<document>
                       the document of a package whose contract test names none; several times, or with commas between
  --config <file>      the configuration, which names the documents of its packages too. Default: facsimile.config.yaml in this
                       folder, where there is one
  --json               print the report as JSON
  --help               this text

The policy: docs/versions.md.

Exit codes: 0 done, 1 a changeset is missing or asks for too little, 2 wrong usage, or something that cannot be read.
`;

export const changesetCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, {
    since: "text",
    check: "flag",
    raise: "flag",
    document: "text",
    config: "text",
    json: "flag",
  });
  if (given.positionals.length > 0) throw new UsageError(`takes no ${JSON.stringify(given.positionals[0])}`);
  if (given.flag("check") && given.flag("raise")) throw new UsageError("--check writes nothing, and --raise does");
  const results = await write(given, io);
  if (given.flag("json")) io.stdout.write(`${JSON.stringify({ packages: results }, undefined, 2)}\n`);
  else report(results, given, io);
  return results.some(isFinding) ? 1 : 0;
}

/** Whether too little is asked for. */
function isFinding({ outcome }: PackageChangeset): boolean {
  return outcome === "insufficient" || outcome === "refused";
}

async function write(given: ParsedArguments, io: CommandIo): Promise<readonly PackageChangeset[]> {
  const { cwd } = io;
  const { writeChangesets, InputError } = await loadPeer("@facsimile/change", ["writeChangesets", "InputError"]);
  const since = given.text("since");
  const config = await openConfig(given.text("config"), io);
  const configured = (config?.documents ?? []).flatMap(({ out, document }) =>
    out === undefined || isGiven(document) ? [] : [[out, document] as const],
  );
  const documents = new Map([...configured, ...given.texts("document").map(documentOf)]);
  const flags = { check: given.flag("check"), raise: given.flag("raise") };
  try {
    return await withProgress(io, (show) => {
      show("comparing packages, and running their programs");
      return writeChangesets({ cwd, documents, serve, ...flags, ...(since !== undefined && { since }) });
    });
  } catch (error) {
    if (error instanceof InputError) throw new UsageError(error.message);
    throw error;
  }
}

/** The mock server is loaded where a program is run. It need not be installed: what is not run is compiled. */
async function serve(path: string, overlays: readonly string[]): ReturnType<Serve> {
  const { readDocument, startMockServer } = await loadPeer("@facsimile/mock", ["readDocument", "startMockServer"]);
  const { document } = await readDocument(path, { overlays });
  return startMockServer(document);
}

function documentOf(text: string): readonly [string, string] {
  const [, folder, document] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (folder === undefined || document === undefined)
    throw new UsageError(`--document takes <folder>=<document>, and not ${JSON.stringify(text)}`);
  return [folder, document];
}

function report(results: readonly PackageChangeset[], given: ParsedArguments, io: CommandIo): void {
  if (results.length === 0)
    noticesOf(io).write("No package of this repository was generated from a document: name one with --document.\n");
  for (const result of results) (isFinding(result) ? io.stdout : noticesOf(io)).write(lineOf(result, given));
}

function lineOf(result: PackageChangeset, given: ParsedArguments): string {
  const { name, base } = result;
  return `${name}${base === undefined ? "" : ` since ${base}`}: ${wordsFor(result, given)}\n${aboutPrograms(result)}`;
}

/** Of those that fail, the sentences tell. */
function aboutPrograms({ programs }: PackageChangeset): string {
  const [alone] = programs?.notRun ?? [];
  if (programs === undefined || alone === undefined) return "";
  const others = programs.notRun.length - 1;
  const more = others === 0 ? "" : `, and ${others} more (--json lists them)`;
  return `  compiled and not run: ${alone.name}, for ${alone.reason}${more}\n`;
}

function wordsFor(result: PackageChangeset, given: ParsedArguments): string {
  const { outcome, bump, path, by } = result;
  switch (outcome) {
    case "new":
      return "is new, there is nothing to compare it with";
    case "nothing":
      return "nothing has changed";
    case "covered":
      return `${bump} is asked for by ${by}`;
    case "unchanged":
      return bump === "none" ? "nothing has changed" : `${bump} is asked for`;
    case "written":
      return bump === "none" ? `${path} is written` : `${bump}, ${path} is written`;
    case "deleted":
      return `nothing has changed any more, ${path} is deleted`;
    case "insufficient":
      return `${tooLittle(result)}\n  Mend it: ${commandFor(given)}`;
    case "refused":
      return `${tooLittle(result)}\n  Write ${bump} there, or run: ${commandFor(given)} --raise`;
  }
}

/** What is asked for, what has to be, and the worst of the reasons. */
function tooLittle({ outcome, asked, bump, version, lines, path }: PackageChangeset): string {
  const given = asked === "none" ? "no changeset asks for a release" : `${asked} is asked for`;
  const where = outcome === "refused" ? ` by ${path}` : "";
  const reasons = lines.slice(0, 3).map(({ text }) => `\n  - ${text}`);
  const more = lines.length > 3 ? `\n  and ${lines.length - 3} more` : "";
  return `${given}${where}, and ${bump} is needed after ${version}:${reasons.join("")}${more}`;
}

function commandFor(given: ParsedArguments): string {
  const since = given.text("since");
  const documents = given.texts("document").map((text) => ` --document ${text}`);
  return `npx facsimile changeset${since === undefined ? "" : ` --since ${since}`}${documents.join("")}`;
}
