import { type Exchange, matchServed, type RawRequest, type Violation } from "@facsimile/mock/wire";
import type { ParameterContext } from "@facsimile/samples/wire";
import type { AnswerCase } from "../cases/case.js";
import type { CaseRequest } from "../wire/case-request.js";
import type { Finding } from "./finding.js";
import type { WireContext } from "./request-oracle.js";
import { judgeSentRequest } from "./sent-request-oracle.js";

/** What requests are read from the wire by. */
export type ReadingContext = ParameterContext & Pick<WireContext, "paths">;

/** Something that Prism has against a request, or for it. */
interface Said {
  /** What messages of our own about the same part of the request begin with; undefined where Prism has nothing against it. */
  readonly place: string | undefined;
  readonly message: string;
}

/**
 * What Prism makes of a request that reached it as it was meant, where the document says otherwise. Our own validator reads the request from the wire
 * without knowing what was meant: where it comes to what the document says, the fault is proved to be Prism's.
 */
export async function misjudged(
  exchange: Exchange,
  { request, expected, valid }: Pick<AnswerCase, "request" | "expected" | "valid">,
  context: ReadingContext,
): Promise<readonly Finding[]> {
  if (!valid && exchange.answer.status === expected.status) return [];
  const said = valid || exchange.answer.status >= 400 ? refusalOf(exchange) : acceptanceOf(exchange);
  if (said.length === 0) return [];
  const own = await ownErrors(exchange.request, request, context);
  const isProved = own !== undefined && (own.length === 0) === valid && said.every((one) => isAlone(one, own));
  // Of a request that is refused for another reason, or not at all, the answer tells more.
  if (!valid && !isProved) return [];
  return said.map(({ message }) => ({ oracle: "prism", whose: "prism", message, ...(isProved && { isProved }) }));
}

/** Whether our own validator has nothing against the part of a request that Prism has something against. */
function isAlone({ place }: Said, own: readonly string[]): boolean {
  return place === undefined || !own.some((message) => message.startsWith(place));
}

function refusalOf({ answer, violations }: Exchange): readonly Said[] {
  if (answer.status < 400) return [];
  // That something is deprecated is a warning.
  const sent = violations.filter(({ location, severity }) => location[0] === "request" && severity === "Error");
  const stated = sent.length > 0 ? sent : problemsOf(answer.body.toString("utf8"));
  return stated.map(({ location, message }) => ({
    place: placeOf(location),
    message: `Prism refuses what the document allows: ${location.join(".")}: ${message}`,
  }));
}

/** Prism says `headers` where messages of our own say `header`. */
function placeOf(location: readonly string[]): string {
  return location.find((segment) => segment !== "request")?.replace(/s$/, "") ?? "";
}

/** What Prism states in a problem of its own. Of a body that it misses it does not say where. */
interface Problem {
  readonly validation?: readonly (Pick<Violation, "message"> & Partial<Pick<Violation, "location">>)[];
}

/** Those in a problem of Prism's own. */
function problemsOf(body: string): readonly Pick<Violation, "location" | "message">[] {
  if (!body.startsWith("{") || !body.includes("stoplight.io/prism")) return [];
  // Written by Prism.
  const { validation = [] } = JSON.parse(body) as Problem;
  return validation.map(({ location = ["request"], message }) => ({ location, message }));
}

function acceptanceOf({ violations, fault }: Exchange): readonly Said[] {
  const isTaken = fault === undefined && violations.length === 0;
  return isTaken ? [{ place: undefined, message: "Prism allows what the document refuses" }] : [];
}

/** What our own validator has against a request. Undefined where it is none of the operation. */
async function ownErrors(
  raw: RawRequest,
  { operation }: CaseRequest,
  { paths, ...context }: ReadingContext,
): Promise<readonly string[] | undefined> {
  const path = raw.target.split("?", 1)[0] ?? "";
  const { match } = matchServed({ operations: [operation] }, paths, raw.method, path);
  if (match.kind !== "operation") return undefined;
  return judgeSentRequest({ raw, hasWholeBody: true, operation, path: match.path }, context);
}
