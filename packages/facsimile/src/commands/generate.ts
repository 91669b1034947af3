import { resolve } from "node:path";
import {
  fillPattern,
  type GeneratedPackage,
  type GenerateOptions,
  generate,
  isPackageName,
  providerName,
  toPackageName,
} from "@facsimile/codegen";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { documentOptions } from "../document-options.js";
import { type Format, formatOf, formatUsage, isFindingFormat, printFindings } from "../findings/format.js";
import { findingsOfPackages } from "../findings/of-packages.js";
import { parseArguments } from "../options.js";
import { formatFindings, formatPackages, packagesToJson } from "../report-packages.js";
import { UsageError } from "../usage-error.js";
import { watchFiles } from "../watch.js";

const usage = `facsimile generate <document>... [options]

Writes a typed npm package for each OpenAPI 3.0 or 3.1 document. What a document has and no package can serve is left out, and said.

  --out <folder>   The package's folder; * stands for the provider's name, which is that of the folder of
                   a file called openapi.*, else that of the file. Several documents need a *. Default: *
  --name <name>    The npm name; * as above. Default: the name that the package has, else the provider's
  --allow <folder> A folder or file that references may lead to, outside the document's own folder; may be given
                   several times
  --overlay <file> An OpenAPI Overlay (1.0 or 1.1) that is applied to each document before it is read; may be given several
                   times, and is applied in that order
  --only <which>   Generate these operations alone, and the schemas that they reach: tag:Users, path:/users/**,
                   operation:list* or deprecated; may be given several times. Default: all
  --without <which>  Leave these out, written in the same way
  --raw            Give the packages the subpath ./raw too: openapi-fetch's client, with the types of openapi-typescript
  --document       Let the packages carry their document as ./openapi.json: facsimile diff and facsimile changeset then
                   compare with what was published
  --check          Write nothing, and fail where something would be written
  --strict         Take omissions and warnings for errors: nothing is written where there is one
  --all            Show every finding. Default: five of each kind, and how many more there are
  --watch          Generate again whenever a document changes, until interrupted
${formatUsage}
  --json           --format json: the report as JSON, with every finding
  -h, --help       Print this

Exit code: 0 done, omissions and warnings included, 1 an error or something out of date, 2 wrong usage.

  facsimile generate openapi.yaml --out client --name @acme/client
  facsimile generate specs/*/openapi.yaml --out 'packages/*' --name '@acme/*'
`;

export const generateCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const request = readRequest(args, io);
  const packages = await generate(request.options);
  await print(packages, request, io);
  if (request.watch) await watch(request, packages, io);
  return isDone(packages) ? 0 : 1;
}

interface Request {
  readonly options: GenerateOptions;
  readonly watch: boolean;
  readonly format: Format;
  readonly all: boolean;
}

function readRequest(args: readonly string[], io: CommandIo): Request {
  const given = parseArguments(args, {
    out: "text",
    name: "text",
    allow: "text",
    ...documentOptions,
    raw: "flag",
    document: "flag",
    check: "flag",
    strict: "flag",
    all: "flag",
    watch: "flag",
    json: "flag",
    format: "text",
  });
  const { positionals: specs, text, texts, flag } = given;
  const format = formatOf(given);
  const [out, name] = [text("out"), text("name")];
  if (specs.length === 0) throw new UsageError("no document is named");
  if (flag("watch") && (flag("check") || format !== "text"))
    throw new UsageError("--watch goes with neither --check nor another format than text");
  const options = {
    specs,
    ...(out !== undefined && { out }),
    ...(name !== undefined && { name }),
    allow: texts("allow"),
    overlays: texts("overlay"),
    selection: { only: texts("only"), without: texts("without") },
    raw: flag("raw"),
    carryDocument: flag("document"),
    check: flag("check"),
    strict: flag("strict"),
    cwd: io.cwd,
  };
  checkPatterns(options);
  return { options, watch: flag("watch"), format, all: flag("all") };
}

/** Every document needs a folder of its own, and a name that npm takes. */
function checkPatterns({ specs, out = "*", name, cwd }: GenerateOptions & { readonly cwd: string }): void {
  const folders = new Map<string, string>();
  for (const spec of specs) {
    const provider = toPackageName(providerName(resolve(cwd, spec)));
    const folder = resolve(cwd, fillPattern(out, provider));
    const other = folders.get(folder);
    if (other !== undefined && !out.includes("*"))
      throw new UsageError("several documents need a * in --out, for the provider's name");
    if (other !== undefined) throw new UsageError(`${other} and ${spec} would be written to the same folder`);
    folders.set(folder, spec);
    const filled = name === undefined ? undefined : fillPattern(name, provider);
    if (filled !== undefined && !isPackageName(filled))
      throw new UsageError(`${JSON.stringify(filled)} is no name for an npm package`);
  }
}

async function print(
  packages: readonly GeneratedPackage[],
  { format, all, options }: Pick<Request, "format" | "all" | "options">,
  io: CommandIo,
): Promise<void> {
  const { stdout, stderr, env } = io;
  if (format === "json") stdout.write(packagesToJson(packages));
  if (isFindingFormat(format))
    stdout.write(await printFindings(format, findingsOfPackages(packages, options.strict === true), io));
  if (format !== "text") return;
  stderr.write(formatFindings(packages, { color: stderr.isTTY === true && env.NO_COLOR === undefined, all }));
  stdout.write(formatPackages(packages));
}

function isDone(packages: readonly GeneratedPackage[]): boolean {
  return packages.every(({ outcome }) => outcome === "written" || outcome === "unchanged");
}

/** Generates again whenever a file changes that a package depends on, until the command is to stop. */
async function watch({ options, all }: Request, first: readonly GeneratedPackage[], io: CommandIo): Promise<void> {
  let packages = first;
  io.stdout.write("Watching; interrupt to stop.\n");
  await watchFiles(
    () => packages.flatMap(({ inputs }) => inputs),
    io.signal,
    async () => {
      packages = await generate(options);
      const changed = packages.filter(({ outcome }) => outcome !== "unchanged");
      await print(changed, { format: "text", all, options }, io);
    },
  );
}
