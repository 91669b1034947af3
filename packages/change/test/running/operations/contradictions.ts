import type { Json } from "@facsimile/document";
import type { Change } from "../../../src/index.js";
import { type MadeAnswer, makeAnswer, readsTypeOf, refusalOf } from "./answers.js";
import type { Operation } from "./edition.js";
import { isPassedOver, isPrismsError } from "./exceptions.js";
import { type MadeRequest, makeRequest } from "./requests.js";
import type { RunningServer } from "./servers.js";

/** What running shows of one operation in two editions. */
export interface Shown {
  /** Requests that were tried: the old edition's own mock server takes them. */
  readonly requests: number;
  readonly answers: number;
  /** Old requests that the new edition's mock server refuses, with the reason. */
  readonly refused: readonly (readonly [MadeRequest, string])[];
  /** New answers that the old edition does not allow, with the reason. */
  readonly unknown: readonly (readonly [MadeAnswer, string])[];
  /** Why requests came to nothing: the mock server crashed. */
  readonly faults: readonly string[];
}

export interface Sides<Part> {
  readonly old: Part;
  readonly new: Part;
}

/** What is tried. */
export interface Tries {
  readonly seed: number;
  /** How many requests and answers are made at random. */
  readonly count: number;
  /** Values that are said to tell the editions apart. */
  readonly examples: readonly Json[];
  /** Whether who sends a request asks for a media type that it knows. Default: yes. */
  readonly isAsked?: boolean;
}

/** Sends requests of the old edition to both servers, and holds answers of the new edition against the old one. */
export async function run(
  servers: Sides<RunningServer>,
  operations: Sides<Operation>,
  { seed, count, examples, isAsked = true }: Tries,
): Promise<Shown> {
  const [refused, unknown]: [[MadeRequest, string][], [MadeAnswer, string][]] = [[], []];
  const random = { old: servers.old.edition.values(seed), new: servers.new.edition.values(seed + 1) };
  const faults: string[] = [];
  let [requests, answers] = [0, 0];
  const judge = (answer: MadeAnswer | undefined): void => {
    // A mock server's own answers are not always those of its document.
    if (answer === undefined) return;
    if (refusalOf(servers.new.edition, operations.new, { ...answer, asked: undefined }) !== undefined) return;
    answers += 1;
    const reason = refusalOf(servers.old.edition, operations.old, answer);
    if (reason !== undefined) unknown.push([answer, reason]);
  };
  for (let index = 0; index < count + examples.length; index += 1) {
    const preferred = examples[index];
    judge(
      makeAnswer(
        servers.new.edition,
        { answering: operations.new, known: isAsked ? operations.old : operations.new },
        { random: random.new, preferred },
      ),
    );
    const request = makeRequest(servers.old.edition, operations.old, { random: random.old, preferred });
    const taken = request === undefined ? undefined : await servers.old.send(request);
    if (request === undefined || taken?.refused !== undefined || taken?.fault !== undefined) continue;
    requests += 1;
    const outcome = await servers.new.send(request);
    const isRefused =
      outcome.refused !== undefined &&
      !isPrismsError(request, operations.new, outcome.refused) &&
      (isAsked || !isPassedOver(operations.new, outcome.refused));
    if (isRefused) refused.push([request, outcome.refused ?? ""]);
    if (outcome.fault !== undefined) faults.push(outcome.fault);
    // Nobody asked for a media type here.
    if (outcome.answer !== undefined && readsTypeOf(operations.old, outcome.answer)) judge(outcome.answer);
  }
  return { requests, answers, refused, unknown, faults };
}

/** Who sends the requests: callers, or the API itself. */
export type Sender = "caller" | "api";

/** What running says against the changes that were told. */
export function contradictions(changes: readonly Change[], shown: Shown, sender: Sender): readonly string[] {
  const [asked, answered] = directionsOf(sender);
  const isSafe = (direction: Change["direction"]): boolean =>
    changes.every((change) => change.direction !== direction || change.class === "safe");
  return [
    ...(isSafe(asked) ? shown.refused.map(([request, why]) => `refused: ${JSON.stringify(request)}: ${why}`) : []),
    ...(isSafe(answered)
      ? shown.unknown.map(([answer, why]) => `not of the old edition: ${inWords(answer)}: ${why}`)
      : []),
  ];
}

/** The directions of requests and of answers. */
function directionsOf(sender: Sender): readonly ["request" | "response", "request" | "response"] {
  return sender === "caller" ? ["request", "response"] : ["response", "request"];
}

function inWords({ status, headers, body }: MadeAnswer): string {
  return JSON.stringify({ status, headers: Object.fromEntries(headers), body });
}

/** Why nothing showed what a breaking change breaks. Undefined where something did. */
export function whyUnshown({ direction, message }: Change, shown: Shown, sender: Sender): string | undefined {
  const [, answered] = directionsOf(sender);
  if (direction === answered) return shown.unknown.length > 0 ? undefined : "no such answer was hit upon";
  if (direction === "none" || shown.refused.length > 0) return undefined;
  if (shown.requests === 0) return "Prism refuses what the old edition allows, or no request of it was hit upon";
  if (shown.faults.length > 0) return "Prism does not answer";
  return /^cookie parameter/i.test(message) ? "Prism does not look at cookies" : "no such request was hit upon";
}
