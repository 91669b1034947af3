import { randomUUID } from "node:crypto";
import { visible } from "@facsimile/document/diagnostics";
import type { CommandIo, ExitCode } from "../command.js";
import type { OptionKind, ParsedArguments } from "../options.js";
import { loadPeer } from "../peers.js";
import { UsageError } from "../usage-error.js";
import type { ToServe } from "./mock-serve.js";

/** What is to be sent, and where to. */
export interface SendOrder {
  readonly webhook: string;
  readonly url: URL;
  readonly secret: string | undefined;
}

export const sendOptions: Readonly<Record<"send" | "to" | "secret", OptionKind>> = {
  send: "text",
  to: "text",
  secret: "text",
};

const secretVariable = "FACSIMILE_WEBHOOK_SECRET";

/** Undefined where nothing is to be sent. @throws UsageError where something is missing */
export function readSendOptions(given: ParsedArguments, { env }: CommandIo): SendOrder | undefined {
  const [webhook, to, secret] = [given.text("send"), given.text("to"), given.text("secret")];
  if (webhook === undefined) {
    if (to !== undefined || secret !== undefined) throw new UsageError("--to and --secret belong to --send");
    return undefined;
  }
  if (given.text("port") !== undefined) throw new UsageError("--send starts no server that --port could be of");
  if (to === undefined) throw new UsageError("--send needs --to, the URL of a receiver");
  return { webhook, url: receiverUrl(to), secret: secret ?? (env[secretVariable] || undefined) };
}

function receiverUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new UsageError("--to takes a URL of http or https, such as http://127.0.0.1:3000/webhooks");
  if (url.username !== "" || url.password !== "")
    throw new UsageError("--to takes no user and no password: URLs end up in histories and logs");
  return url;
}

/** Sends an event, and says how it was answered. */
export async function send(order: SendOrder, documents: readonly ToServe[], io: CommandIo): Promise<ExitCode> {
  const [target, ...others] = documents;
  if (target === undefined || others.length > 0) throw new UsageError("--send takes one document");
  const mock = await loadPeer("@facsimile/mock", ["readDocument", "sendWebhook"]);
  const { document, api } = await mock.readDocument(target.source, { ...target.choices, from: io.cwd });
  const delivery = await mock.sendWebhook(document, api, { ...order, id: `msg_${randomUUID()}` });
  const { method, status, isExample, findings } = delivery;
  const what = `${order.webhook}, ${isExample ? "an example" : "a made value"}, ${order.secret === undefined ? "not signed" : "signed"}`;
  const lines = [
    `${method} ${order.url.origin}${order.url.pathname} ${status}  (${what})`,
    ...findings.map((one) => `  ${one}`),
  ];
  io.stdout.write(lines.map((line) => `${visible(line)}\n`).join(""));
  return findings.length === 0 ? 0 : 1;
}
