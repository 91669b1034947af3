import { serverUrl } from "../arguments.js";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { readTargets, type Target } from "../config/targets.js";
import { documentOptions, packageOptions } from "../document-options.js";
import { formatOf, formatUsage } from "../findings/format.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { UsageError } from "../usage-error.js";
import { holdPackage } from "./contract-package.js";
import { holdServer } from "./contract-server.js";

const usage = `Usage: facsimile contract [<document>] [--package <folder>] [--report <folder>]
       facsimile contract [<document>] --server <url> [options]

Holds a built package against the OpenAPI document that it was generated from, with a mock server of the document;
or holds a running server against the document. What is found is told with whose it is: the document's, the package's, the
server's, Prism's or this tool's. Findings that are known are accepted by id, with a reason, in contract.accept.yaml
beside the package's package.json. A document of facsimile.config.yaml is held with its package there; without a document, all of
them are. <document> is a path, a URL of https, or - for standard input.

  --package <folder>  the package, built
  --server <url>      the server, with the path that comes before the paths of the document
  --overlay <file>    an OpenAPI Overlay that is applied to the document first, as it was for the package; may be given several
                      times
  --only <which>      these operations alone, as the package has them: tag:Users, path:/users/**, operation:list* or
                      deprecated; may be given several times. Default: all
  --without <which>   without these, written in the same way
  --client-name <name>  the name of the client, as the package was generated with
  --integrity <digest>  what the URL or standard input has to give, as sha256-…
  --config <file>     the configuration. Default: facsimile.config.yaml in this folder, where there is one
  --cases <number>    with --package, tries so many cases of each operation at most: its documented answers, then others by sample. What is
                      not tried is told. Default: all, and of a document with very many an equal share of 8000
  --part <n>/<of>     with --package, tries one of so many equal parts, for as many processes at once: --part 1/2 and --part 2/2
  --report <folder>   writes a report there: JSON and Markdown; of a server JUnit XML and HTML as well
${formatUsage}
  --help              this text

With --server:
  --write             calls operations that may change something too: creates, reads, changes and deletes things of its
                      own, and deletes what is left of them at the end. Default: GET, HEAD and OPTIONS only
  --dry-run           prints what would be done, and sends nothing
  --fuzz <number>     sends that many more requests to each operation that nobody thought of, valid ones and broken ones, and
                      prints the smallest that shows a fault
  --seed <number>     sends the same ones again. Default: others each time
  --timeout <seconds> how long an answer may take. Default: 10
  --allow-unreached   does not fail for operations that were called and never answered with a success
  --allow-missing-credentials
                      does not fail for security schemes without a credential

Credentials for a server come from the environment, one variable for each security scheme: FACSIMILE_HEADER_API_KEY
for the scheme HeaderAPIKey, and user:password for basic authentication.

Exit codes: 0 all is as documented, 1 something is not, was not exercised, or lacked a credential, 2 wrong usage.
`;

/** `facsimile contract`. */
export const contractCommand: Command = { usage, run };

const ofServer = ["write", "dry-run", "allow-unreached", "allow-missing-credentials"] as const;

const ofServerWithValue = ["timeout", "fuzz", "seed"] as const;

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, {
    package: "text",
    cases: "text",
    part: "text",
    ...documentOptions,
    ...packageOptions,
    report: "text",
    server: "text",
    format: "text",
    ...Object.fromEntries(ofServer.map((name) => [name, "flag"] as const)),
    ...Object.fromEntries(ofServerWithValue.map((name) => [name, "text"] as const)),
  });
  const [folder, server] = [given.text("package"), given.text("server")];
  if (given.positionals.length > 1) throw new UsageError("name one OpenAPI document");
  if (folder !== undefined && server !== undefined) throw new UsageError("--package and --server exclude each other");
  const stray = server === undefined ? strayOption(given) : undefined;
  if (folder !== undefined && stray !== undefined) throw new UsageError(`--${stray} goes with --server`);
  if (server === undefined && folder === undefined && stray !== undefined)
    throw new UsageError("name a --package or a --server");
  const bound = ["cases", "part", "client-name"].find((name) => given.text(name) !== undefined);
  if (server !== undefined && bound !== undefined) throw new UsageError(`--${bound} goes with --package`);
  const { targets } = await readTargets(given, io);
  const [only] = targets.length === 1 ? targets : [];
  if (server !== undefined) return holdServer(one(only), serverUrl(server).href, given, io);
  if (folder !== undefined) return holdPackage(one(only), folder, given, io);
  return holdConfigured(targets, given, io);
}

/** @throws UsageError where the configuration has several, and none of them is named */
function one(target: Target | undefined): Target {
  if (target === undefined) throw new UsageError("name one of the documents");
  return target;
}

/** The packages of the configuration, one after the other. */
async function holdConfigured(targets: readonly Target[], given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const packages = targets.flatMap((target) =>
    target.entry?.out === undefined ? [] : [{ target, folder: target.entry.out }],
  );
  if (packages.length === 0) throw new UsageError("name a --package or a --server");
  if (packages.length > 1 && (given.text("report") !== undefined || formatOf(given) !== "text"))
    throw new UsageError("--report and --format go with one document");
  let exit: ExitCode = 0;
  for (const { target, folder } of packages) if ((await holdPackage(target, folder, given, io)) === 1) exit = 1;
  return exit;
}

function strayOption(given: ParsedArguments): string | undefined {
  return ofServer.find((name) => given.flag(name)) ?? ofServerWithValue.find((name) => given.text(name) !== undefined);
}
