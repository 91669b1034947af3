import { type GeneratedPackage, generate } from "@facsimile/codegen";
import { documentName } from "@facsimile/document";
import { isColored } from "../color.js";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { formatUsage, isFindingFormat, printFindings } from "../findings/format.js";
import { findingsOfPackages } from "../findings/of-packages.js";
import { withProgress } from "../progress.js";
import { noticesOf } from "../quiet.js";
import { formatFindings, formatPackages, packagesToJson } from "../report-packages.js";
import { UsageError } from "../usage-error.js";
import { watchFiles } from "../watch.js";
import { type Request, readRequest } from "./generate-request.js";

const usage = `facsimile generate [<document>...] [options]

Writes a typed npm package for each OpenAPI 3 or Swagger 2.0 document. What a document has and no package can serve is left out, and said.
Without a document, those of facsimile.config.yaml are generated; what the command line says wins over what it says.
<document> is a path, a URL of https, or - for standard input.

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
  --client-name <name>  The name of the client, such as Users. Default: the document's
  --default-header <name: value>
                   A header that each call has, unless its client or it gives one of that name, such as "X-Client: web"; may be
                   given several times. Not for credentials: it is published with the package
  --integrity <digest>  What the URL or standard input has to give, as sha256-…: of anything else nothing is made
  --raw            Give the packages the subpath ./raw too: openapi-fetch's client, with the types of openapi-typescript
  --schemas        Give the packages what values are held against at run time, in the subpath ./schemas: a Standard Schema of
                   each component, of what each operation takes and answers, and of each event
  --document       Let the packages carry their document as ./openapi.json: facsimile diff and facsimile changeset then
                   compare with what was published
  --check          Write nothing, and fail where something would be written
  --strict         Take omissions and warnings for errors: nothing is written where there is one
  --all            Show every finding. Default: five of each kind, and how many more there are
  --config <file>  The configuration. Default: facsimile.config.yaml in this folder, where there is one
  --watch          Generate again whenever a document changes, until interrupted
${formatUsage}
  --json           As --format json: the report as JSON, with every finding
  -h, --help       Print this

Exit code: 0 done, omissions and warnings included, 1 an error or something out of date, 2 wrong usage.

  facsimile generate openapi.yaml --out client --name @acme/client
  facsimile generate specs/*/openapi.yaml --out 'packages/*' --name '@acme/*'
`;

export const generateCommand: Command = { usage, run };

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const request = await readRequest(args, io);
  const packages = await generateAll(request, io);
  await print(packages, request, io);
  if (request.watch) await watch(request, packages, () => readRequest(args, io), io);
  return isDone(packages) ? 0 : 1;
}

async function generateAll({ tasks }: Pick<Request, "tasks">, io: CommandIo): Promise<readonly GeneratedPackage[]> {
  return withProgress(io, async (show) => {
    const packages: GeneratedPackage[] = [];
    for (const [index, task] of tasks.entries()) {
      show(`${index + 1} of ${tasks.length}: ${task.specs.map(documentName).join(", ")}`);
      packages.push(...(await generate(task)));
    }
    return packages;
  });
}

async function print(
  packages: readonly GeneratedPackage[],
  { format, all, strict }: Pick<Request, "format" | "all" | "strict">,
  io: CommandIo,
): Promise<void> {
  const { stdout, stderr, env } = io;
  if (format === "json") stdout.write(packagesToJson(packages));
  if (isFindingFormat(format)) stdout.write(await printFindings(format, findingsOfPackages(packages, strict), io));
  if (format !== "text") return;
  stderr.write(formatFindings(packages, { color: isColored(stderr, env), all }));
  for (const one of packages) (isDone([one]) ? noticesOf(io) : stdout).write(formatPackages([one]));
}

function isDone(packages: readonly GeneratedPackage[]): boolean {
  return packages.every(({ outcome }) => outcome === "written" || outcome === "unchanged");
}

/** Generates again whenever a file changes that a package depends on, or the configuration, until the command is to stop. */
async function watch(
  given: Request,
  generated: readonly GeneratedPackage[],
  readAgain: () => Promise<Request>,
  io: CommandIo,
): Promise<void> {
  let packages = generated;
  let request = given;
  noticesOf(io).write("Watching; interrupt to stop.\n");
  await watchFiles(
    () => [...packages.flatMap(({ inputs }) => inputs), ...(request.config === undefined ? [] : [request.config])],
    io.signal,
    async () => {
      try {
        request = await readAgain();
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        io.stderr.write(`${error.message}\n`);
        return;
      }
      packages = await generateAll(request, io);
      const changed = packages.filter(({ outcome }) => outcome !== "unchanged");
      await print(changed, request, io);
    },
  );
}
