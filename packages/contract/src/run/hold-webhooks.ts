import { isDeepStrictEqual } from "node:util";
import { isJson, type ReceivedOperation } from "@facsimile/document";
import { EventError, signEvent, type WebhookEvent, webhookEvent } from "@facsimile/mock";

import { findings } from "../oracles/finding.js";
import type { CaseResult } from "../report/report.js";
import type { Receive, ReceiveSettings } from "./built-package.js";
import type { Contract } from "./contract.js";

/** Known to nobody else: no event leaves this process. */
const secret = `whsec_${Buffer.from("a secret of contract tests alone").toString("base64")}`;

/** Holds what a package receives against the document: the event of each webhook and callback arrives, and is refused where it is broken. */
export async function resultsOfWebhooks({
  api,
  document,
  validator,
  package: built,
}: Contract): Promise<readonly CaseResult[]> {
  const { receive } = built;
  const results: CaseResult[] = [];
  for (const received of api.received) {
    const name = `webhook ${received.name}: an event`;
    try {
      const event = webhookEvent(document, validator, received);
      const messages =
        receive === undefined
          ? ["the package has no entry ./webhooks"]
          : [...(await arrival(receive, received, event)), ...(await refusals(receive, received, event))];
      results.push({ name, findings: findings("answer", messages, "package") });
    } catch (error) {
      if (!(error instanceof EventError)) throw error;
      results.push({ name, findings: [], untried: [`${name}: ${error.message}`] });
    }
  }
  return results;
}

/** What is wrong where an event arrives as it should. */
async function arrival(receive: Receive, received: ReceivedOperation, event: WebhookEvent): Promise<readonly string[]> {
  const request = { event, headers: signed(event) };
  const first = await deliver(receive, received, request);
  // What nothing tells apart has to be named.
  const end =
    first.problem === "ambiguous" ? await deliver(receive, received, { ...request, webhook: received.name }) : first;
  if (end.events.length === 0)
    return [`no handler was called, and it was answered with ${end.status} (${end.problem})`];
  const [arrived] = end.events;
  const isJsonBody = isJson(contentType(event));
  const isSame = !isJsonBody || isDeepStrictEqual(arrived, JSON.parse(event.body.toString()));
  return [
    ...(isSame ? [] : ["the handler got another event than was sent"]),
    ...(end.status < 300 ? [] : [`it was answered with ${end.status}`]),
  ];
}

/** What is wrong where a broken event should be refused. */
async function refusals(
  receive: Receive,
  received: ReceivedOperation,
  event: WebhookEvent,
): Promise<readonly string[]> {
  const other = { ...event, body: Buffer.concat([event.body, Buffer.from(" ")]) };
  const half = { ...event, body: event.body.subarray(0, event.body.length - 1) };
  const named = { webhook: received.name };
  const tried = [
    ["that is not signed", 401, { event, headers: [], ...named }],
    ...(isBodiless(event)
      ? []
      : [["that was signed with another body", 401, { event: other, headers: signed(event), ...named }] as const]),
    ...(isJson(contentType(event)) && isContainer(event)
      ? [["whose JSON is cut", 400, { event: half, headers: signed(half), ...named }] as const]
      : []),
  ] as const;
  const messages: string[] = [];
  for (const [what, status, delivery] of tried) {
    const end = await deliver(receive, received, delivery);
    if (end.status !== status || end.events.length > 0) {
      messages.push(
        `an event ${what} was answered with ${end.status}, and ${end.events.length > 0 ? "a" : "no"} handler was called`,
      );
    }
  }
  return messages;
}

interface Delivered {
  readonly event: WebhookEvent;
  readonly headers: readonly (readonly [string, string])[];
  readonly webhook?: string;
}

interface End {
  readonly status: number;
  readonly events: readonly unknown[];
  readonly problem: string | undefined;
}

async function deliver(
  receive: Receive,
  received: ReceivedOperation,
  { event, headers, ...named }: Delivered,
): Promise<End> {
  const url = new URL("http://receiver.invalid/");
  for (const [name, value] of event.query) url.searchParams.append(name, value);
  const request = new Request(url, {
    method: event.method,
    headers: [...event.headers, ...headers].map(([name, value]): [string, string] => [name, value]),
    ...(isBodiless(event) ? {} : { body: new Uint8Array(event.body) }),
  });
  const events: unknown[] = [];
  let problem: string | undefined;
  const settings: ReceiveSettings = {
    secret,
    handlers: { [received.name]: (one) => void events.push(one) },
    onProblem: ({ kind }) => {
      problem = kind;
    },
    ...named,
  };
  const { status } = await receive(request, settings);
  return { status, events, problem };
}

function signed(event: WebhookEvent): readonly (readonly [string, string])[] {
  return signEvent(secret, { id: "msg_contract", sentAt: new Date(), body: event.body });
}

function isBodiless({ method, body }: WebhookEvent): boolean {
  return body.length === 0 || method === "GET" || method === "HEAD";
}

function contentType({ headers }: WebhookEvent): string {
  return headers.find(([name]) => name === "content-type")?.[1] ?? "";
}

/** Half of a number may be a number. */
function isContainer({ body }: WebhookEvent): boolean {
  return /^[[{"]/.test(body.toString());
}
