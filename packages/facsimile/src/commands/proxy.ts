import type { ProxyReport } from "@facsimile/contract";
import { folderUrl, serverUrl, stopped } from "../arguments.js";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { readTargets, type Target } from "../config/targets.js";
import { documentOptions, readDocumentOptions } from "../document-options.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { noticesOf } from "../quiet.js";
import { UsageError } from "../usage-error.js";

const usage = `Usage: facsimile proxy [<document>] --server <url> [options]

Stands on 127.0.0.1 between an application and a running server, hands every request and every answer on unchanged,
and holds both against the OpenAPI document until it is stopped (Ctrl-C). Give the application the address that is
printed in place of the server's. <document> is a path, a URL of https, or - for standard input.

  --server <url>       the server, with the path that comes before the paths of the document
  --overlay <file>     an OpenAPI Overlay that is applied to the document first; may be given several times
  --only <which>       holds these operations alone: tag:Users, path:/users/**, operation:list* or deprecated; others pass
                       and are not judged; may be given several times. Default: all
  --without <which>    does not hold these, written in the same way
  --integrity <digest>  what the URL or standard input has to give, as sha256-…
  --config <file>      the configuration that has the document. Default: facsimile.config.yaml in this folder, where there is one
  --port <number>      where the proxy listens. Default: a free port
  --for <seconds>      stops by itself after that time
  --timeout <seconds>  how long the server may say nothing before the application gets a 504. Default: 30
  --report <folder>    writes proxy-report.json and proxy-report.md there when it stops
  --help               this text

No credential, cookie or password is printed or written, and no body is kept.

Exit codes: 0 all that passed is as documented, 1 something is not, or nothing passed, 2 wrong usage.
`;

/** `facsimile proxy`. */
export const proxyCommand: Command = { usage, run, isEndless: true };

/** A day; more is no time for a test. */
const mostSeconds = 86_400;

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, {
    server: "text",
    ...documentOptions,
    port: "text",
    for: "text",
    timeout: "text",
    report: "text",
  });
  const server = given.text("server");
  if (server === undefined) throw new UsageError("name the --server that the requests are for");
  const { targets } = await readTargets(given, io);
  const [target, ...others] = targets;
  if (target === undefined || others.length > 0) throw new UsageError("name one OpenAPI document");
  return proxy(target, serverUrl(server), given, io);
}

async function proxy(target: Target, upstream: URL, given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const contract = await loadPeer("@facsimile/contract", ["explainPort", "startProxy", "writeProxyReport"]);
  const port = given.number("port", 1, 65535);
  const seconds = given.number("for", 1, mostSeconds);
  const silence = given.number("timeout", 1, mostSeconds) ?? 30;
  const onLine = (line: string, isFault: boolean): void => void (isFault ? io.stdout : noticesOf(io)).write(line);
  const { overlays, only, without } = readDocumentOptions(given, io.cwd, target.entry);
  const options = { file: target.source, overlays, only, without, upstream, port, silenceMs: silence * 1000, onLine };
  const running = await contract.startProxy(options).catch((error: unknown) => {
    throw contract.explainPort(error, port);
  });
  io.stdout.write(`${running.title} at ${running.url}, for ${upstream.href}\n`);
  noticesOf(io).write("Press Ctrl-C to stop.\n");
  await stopped(seconds === undefined ? io.signal : AbortSignal.any([io.signal, AbortSignal.timeout(seconds * 1000)]));
  const report = await running.stop();
  const folder = given.text("report");
  if (folder !== undefined) await contract.writeProxyReport(folderUrl(io, folder), report);
  return show(io, report);
}

function show(io: CommandIo, { title, exchanges, held, coverage, neverSeen, lost, ...report }: ProxyReport): ExitCode {
  const isHeld = exchanges > 0 && exchanges === held && lost.every(({ isFault }) => !isFault);
  const notices = noticesOf(io);
  for (const goal of neverSeen) notices.write(`never seen: ${goal}\n`);
  for (const { server, goals } of report.elsewhere) {
    for (const goal of goals) notices.write(`elsewhere, at ${server}: ${goal}\n`);
  }
  for (const { kind, goals, covered } of coverage) notices.write(`${kind}: ${covered} of ${goals} seen\n`);
  const sum = `${title} at ${report.server}: ${exchanges} exchanges, ${held} as documented, ${exchanges - held} not\n`;
  (isHeld ? notices : io.stdout).write(sum);
  return isHeld ? 0 : 1;
}
