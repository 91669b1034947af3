import type { Cors } from "@facsimile/mock";
import type { Command, CommandIo, ExitCode } from "../command.js";
import { readTargets } from "../config/targets.js";
import { documentOptions, readDocumentOptions } from "../document-options.js";
import { type ParsedArguments, parseArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { UsageError } from "../usage-error.js";
import { readSendOptions, send, sendOptions } from "./mock-send.js";
import { type ServeOptions, serve } from "./mock-serve.js";

const usage = `Usage: facsimile mock [<document or package>...] [options]

       facsimile mock <document or package> --send <webhook> --to <url> [options]

Starts a mock server for each OpenAPI document, on 127.0.0.1, and answers with the examples of the document
until it is stopped (Ctrl-C). A document is named by its path, by a URL of https, by - for standard input, or by the
installed package that carries it, such as @facsimile/sendauth. Without one those of facsimile.config.yaml are served.

  --port <number>    port of the first server; the next document gets the next port. Default: free ones.
  --state            remembers: what a POST to a list creates is read, listed, changed and deleted afterwards, and gone then.
                     It begins with the things that the examples of lists show
  --empty            with --state, it begins without any
  --watch            serves a document anew when it changes; one that is broken is told, and the old one stays
  --cors <origin>    the origin whose pages may read the answers, such as https://app.test; may be given several times.
                     * is all of them, off none. Default: those of this machine
  --allow-host <name>  another name that requests may call this server by; may be given several times.
                     Default: localhost and what else is this machine
  --log <how>        text or json: a line of JSON for each request and for what else happens. Default: text
  --overlay <file>   an OpenAPI Overlay that is applied to each document first; may be given several times
  --only <which>     serves these operations alone: tag:Users, path:/users/**, operation:list* or deprecated; may be
                     given several times. Default: all
  --without <which>  does not serve these, written in the same way
  --integrity <digest>  what the URL or standard input has to give, as sha256-…
  --config <file>    the configuration. Default: facsimile.config.yaml in this folder, where there is one
  --help             this text

With --send, an event of a webhook or a callback is sent to a receiver, and the answer is held against the document.
  --send <webhook>   its name in packages, or its key in the document: the first example, or a value made from its schema
  --to <url>         where the receiver is
  --secret <secret>  signs it by Standard Webhooks. Default: the environment variable FACSIMILE_WEBHOOK_SECRET, which
                     histories and lists of processes do not show; without one it is not signed

A request may ask for one of the documented answers:
  Prefer: code=404        the answer with that status
  Prefer: example=empty   the example of that name
  Prefer: dynamic=true    invented values instead of examples

Exit codes: 0 stopped, or sent and answered as the document states, 1 a document that cannot be served, a port that is
taken or another answer, 2 wrong usage.
`;

/** `facsimile mock`. */
export const mockCommand: Command = { usage, run, isEndless: true };

const options = {
  port: "text",
  state: "flag",
  empty: "flag",
  watch: "flag",
  cors: "text",
  "allow-host": "text",
  log: "text",
  ...sendOptions,
  ...documentOptions,
} as const;

async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const given = parseArguments(args, options);
  const how = await readServeOptions(given);
  const order = readSendOptions(given, io);
  const { targets } = await readTargets(given, io);
  const documents = targets.map(({ document, source, entry }) => {
    // A name that is no path may be that of a package.
    const named = typeof source === "string" ? document : source;
    return { file: document, source: named, choices: readDocumentOptions(given, io.cwd, entry) };
  });
  if (how.watch && documents.some(({ source }) => typeof source !== "string"))
    throw new UsageError("--watch goes with files: a URL and standard input are read once");
  return order === undefined ? serve(documents, how, io) : send(order, documents, io);
}

async function readServeOptions(given: ParsedArguments): Promise<ServeOptions> {
  const log = given.text("log") ?? "text";
  if (log !== "text" && log !== "json") throw new UsageError(`--log takes text or json, not ${JSON.stringify(log)}`);
  if (given.flag("empty") && !given.flag("state")) throw new UsageError("--empty belongs to --state");
  const { isHostName, isOrigin } = await loadPeer("@facsimile/mock", ["isHostName", "isOrigin"]);
  return {
    state: given.flag("empty") ? "empty" : given.flag("state"),
    port: given.number("port", 1, 65535),
    watch: given.flag("watch"),
    cors: readCors(given.texts("cors"), isOrigin),
    allowHosts: readHosts(given.texts("allow-host"), isHostName),
    log,
  };
}

type Test = (text: string) => boolean;

function readCors(given: readonly string[], isOrigin: Test): Cors {
  const [one, ...others] = given;
  if (one === undefined) return "loopback";
  if (others.length === 0 && (one === "*" || one === "off")) return one;
  for (const origin of given) {
    if (!isOrigin(origin))
      throw new UsageError(`--cors takes an origin such as https://app.test, * or off, not ${JSON.stringify(origin)}`);
  }
  return given;
}

function readHosts(given: readonly string[], isHostName: Test): readonly string[] {
  const wrong = given.find((name) => !isHostName(name));
  if (wrong === undefined) return given;
  throw new UsageError(
    `--allow-host takes the name of a host without a port, such as api.test, not ${JSON.stringify(wrong)}`,
  );
}
