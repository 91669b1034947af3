import { type Api, type Document, responseFor } from "@facsimile/document";
import type { Match } from "@facsimile/mock/wire";
import { decodeContent, matchServed, type ServedPaths } from "@facsimile/mock/wire";
import type { Validator } from "@facsimile/samples";
import { judgeAnswer, judgeHead } from "../oracles/answer-oracle.js";
import { type Finding, findings } from "../oracles/finding.js";
import { judgeSentRequest } from "../oracles/sent-request-oracle.js";
import type { Passed } from "./pass-on.js";

/** What exchanges are held against. */
export interface ProxyContext {
  readonly document: Document;
  readonly api: Api;
  readonly validator: Validator;
  readonly paths: ServedPaths;
  /** The ids of the operations whose exchanges are held against the document; what others exchange passes. */
  readonly held: ReadonlySet<string>;
}

/** An exchange, and what is not as documented. */
export interface Judged {
  readonly match: Match;
  readonly findings: readonly Finding[];
  /** What could not be held against the document. */
  readonly notes: readonly string[];
  /** Whether it belongs to an operation that is not to be held. */
  readonly isLeftOut?: boolean;
}

/** Holds what an application sent and what it got against the document. Rejects only where a schema cannot be compiled. */
export async function judgePassed(passed: Passed, context: ProxyContext): Promise<Judged> {
  const { method, target } = passed.request;
  const { match } = matchServed(context.api, context.paths, method, target.split("?")[0] ?? "");
  const noAnswer = findings("answer", passed.fault === undefined ? [] : [passed.fault]);
  if (match.kind !== "operation") {
    return { match, findings: [...findings("request", [unknown(match)]), ...noAnswer], notes: [] };
  }
  const { operation, path } = match;
  if (!context.held.has(operation.id))
    return { match, findings: [], notes: ["it is left out, and was not held"], isLeftOut: true };
  const schemes = context.api.securitySchemes;
  const requestContext = { document: context.document.json, validator: context.validator, schemes };
  const sent = { raw: passed.request, hasWholeBody: passed.hasWholeRequest, operation, path };
  return {
    match,
    findings: [
      ...findings("request", await judgeSentRequest(sent, requestContext)),
      ...noAnswer,
      ...findings("answer", judgeGiven(passed, match, context)),
    ],
    notes: notesOf(passed),
  };
}

/** What is not told by a fault already. */
function notesOf({ fault, hasWholeRequest, hasWholeAnswer }: Passed): readonly string[] {
  if (fault !== undefined) return [];
  const parts = [...(hasWholeRequest ? [] : ["request"]), ...(hasWholeAnswer ? [] : ["answer"])];
  return parts.map((part) => `the body of the ${part} was not looked at: it is too long or not complete`);
}

function unknown(match: Exclude<Match, { kind: "operation" }>): string {
  return match.kind === "unknown path"
    ? "the document has no such path"
    : `the document has no such method for ${match.template}`;
}

function judgeGiven(
  { request, answer, hasWholeAnswer }: Passed,
  { operation }: Extract<Match, { kind: "operation" }>,
  { validator }: ProxyContext,
): readonly string[] {
  if (answer === undefined) return [];
  const { status } = answer;
  const response = responseFor(operation.responses, status);
  if (response === undefined) return [`status ${status}: the document has no such response`];
  const bytes = hasWholeAnswer ? decodeContent(answer.headers, answer.body) : "unknown";
  if (bytes === "broken") return ["body: it is not in its Content-Encoding"];
  // An answer to HEAD has no body, nor has 304 (RFC 9110, 15.4.5).
  if (bytes === "unknown" || request.method === "HEAD" || status === 304)
    return judgeHead(answer, response, validator.check);
  return judgeAnswer({ ...answer, body: bytes }, { status, response, example: undefined }, validator.check);
}
