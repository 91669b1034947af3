import { responseFor } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";
import { child, isObject, type JsonObject } from "../spec/json.js";
import { resolve, type SpecOperation, type SpecResponse } from "../spec/operations.js";
import { confirmed, missing } from "../verify/answer.js";
import type { Exchange, ObservedAnswer } from "./exchange.js";
import { type Match, OperationMatcher } from "./match-operation.js";
import { Observations } from "./observations.js";
import { observeBody } from "./observe-body.js";
import { observeCredentials } from "./observe-credentials.js";
import { observeParameters } from "./observe-parameters.js";
import type { Observing, Of } from "./observing.js";
import type { Shown } from "./shown.js";

/** How many exchanges were what. */
export interface ObservedCounts {
  readonly exchanges: number;
  /** Held against an operation of the spec. */
  readonly held: number;
  /** To servers that the spec does not name. */
  readonly elsewhere: number;
  /** Refused, for a path or a method that the spec does not have either: they show nothing. */
  readonly refused: number;
  /** Bodies that are said to be JSON and could not be read as such: cut off, or with variables in them. */
  unreadable: number;
}

/** Holds exchanges against a spec. What they do not show is not said to be absent. */
export function observe(
  json: JsonObject,
  validator: Validator,
  exchanges: readonly Exchange[],
  shown: Shown,
): { readonly found: Observations; readonly counts: ObservedCounts } {
  const observing: Observing = { json, validator, shown, found: new Observations(), counts: { unreadable: 0 } };
  const matcher = new OperationMatcher(json);
  const matches = exchanges.map((exchange) => ({ exchange, match: matcher.match(exchange.request) }));
  // What a variable without a value stands for is the API where something that went there is of it, and may be anybody else where not.
  const own = new Set(
    matches.flatMap(({ exchange, match }) =>
      "path" in match || "operation" in match ? exchange.request.hostVariable : [],
    ),
  );
  const isElsewhere = ({ request: { hostVariable } }: Exchange): boolean =>
    hostVariable !== undefined && !own.has(hostVariable);
  const shows = matches.map(({ exchange, match }) =>
    isElsewhere(exchange) ? "elsewhere" : observeExchange(observing, exchange, match),
  );
  const count = (what: (typeof shows)[number]): number => shows.filter((one) => one === what).length;
  const counts = {
    exchanges: exchanges.length,
    held: count("held"),
    elsewhere: count("elsewhere"),
    refused: count("refused"),
    unreadable: observing.counts.unreadable,
  };
  return { found: observing.found, counts };
}

function observeExchange(
  observing: Observing,
  exchange: Exchange,
  match: Match,
): "held" | "elsewhere" | "refused" | "unknown" {
  if (match.kind === "elsewhere") return "elsewhere";
  if (match.kind === "operation") {
    observeOperation(observing, exchange, match);
    return "held";
  }
  const { method, path } = exchange.request;
  // Browsers ask before they call another origin, whatever the API has.
  const asked = method === "OPTIONS" || method === "HEAD";
  if (asked || (exchange.answer !== undefined && exchange.answer.status >= 400)) return "refused";
  const shown = match.kind === "method" ? match.path : observing.shown.path(path);
  const word = /^[A-Z]{3,10}$/.test(method) ? method : "another method";
  const says = match.kind === "method" ? `has no ${word} for it` : "has no path that fits";
  const at = match.kind === "method" ? child("/paths", match.path) : "/paths";
  observing.found.add([`${word} ${shown}`], exchange.pointer, missing(at, says));
  return "unknown";
}

function observeOperation(
  observing: Observing,
  exchange: Exchange,
  match: Extract<Match, { kind: "operation" }>,
): void {
  const { operation, values } = match;
  const { request, answer } = exchange;
  const of = { names: [`${operation.method} ${operation.path}`], pointer: exchange.pointer };
  observing.found.add(of.names, of.pointer, confirmed(operation.pointer));
  // What was refused may have been wrong.
  if (answer === undefined || answer.status < 400) {
    observeParameters(observing, of, operation, request, values);
    observeCredentials(observing, of, operation, request);
    if (request.body !== undefined) {
      const at = [...of.names, "body"];
      if (operation.body === undefined)
        observing.found.add(at, of.pointer, missing(operation.pointer, "gives the operation no request body"));
      else observeBody(observing, of, operation.body, request.body, "request");
    }
  }
  if (answer !== undefined) observeAnswer(observing, of, operation, answer);
}

function observeAnswer(observing: Observing, of: Of, operation: SpecOperation, answer: ObservedAnswer): void {
  const names = [...of.names, "status", String(answer.status)];
  const response = responseFor(operation.responses, answer.status);
  // 304 is an answer of the protocol to a client that has the body already.
  if (response === undefined && answer.status === 304) return;
  if (response === undefined) {
    observing.found.add(
      names,
      of.pointer,
      missing(child(operation.pointer, "responses"), `does not document the status ${answer.status}`),
    );
    return;
  }
  observing.found.add(names, of.pointer, confirmed(response.at));
  observeHeaders(observing, { names, pointer: of.pointer }, response, answer);
  const hasBody =
    answer.body !== undefined && answer.body.text !== "" && operation.method !== "HEAD" && answer.status !== 304;
  if (hasBody && answer.body !== undefined)
    observeBody(observing, { names, pointer: of.pointer }, response, answer.body, "response");
}

/** Headers that the spec has for the answer. Of any others nothing is said: servers and all that stands between add some. */
function observeHeaders({ json, found }: Observing, of: Of, response: SpecResponse, { headers }: ObservedAnswer): void {
  const declared = isObject(response.node.headers) ? Object.keys(response.node.headers) : [];
  for (const name of declared) {
    const seen = headers.some(([other]) => other.toLowerCase() === name.toLowerCase());
    if (seen)
      found.add(
        [...of.names, "header", name],
        of.pointer,
        confirmed(resolve(json, child(response.pointer, "headers", name)).at),
      );
  }
}
