import { type HeaderLine, headerOf, type RawAnswer, type RawRequest } from "../wire/exchange.js";
import { isLoopback } from "../wire/own-host.js";
import { problem } from "../wire/problem.js";

/**
 * The origins whose pages may read the answers: those of this machine (`loopback`), all of them (`*`, without cookies, as browsers have it), those that are
 * listed, or none of another origin (`off`: nothing is said about it, as if the document alone were served).
 */
export type Cors = "loopback" | "*" | "off" | readonly string[];

/** Whether it is the question of a browser whether a page may send what it wants to send (Fetch, 3.3.2). */
export function isPreflight({ method, headers }: RawRequest): boolean {
  return (
    method === "OPTIONS" &&
    headerOf(headers, "origin") !== undefined &&
    headerOf(headers, "access-control-request-method") !== undefined
  );
}

/** The answer to a preflight. */
export function answerPreflight(cors: Cors, title: string, request: RawRequest): RawAnswer {
  const allowed = allowedOrigin(cors, request);
  const asked = (name: string): string => headerOf(request.headers, `access-control-request-${name}`) ?? "";
  if (allowed === undefined) {
    const detail = `pages of ${headerOf(request.headers, "origin")} may not read what is answered here: allow the origin (cors, --cors).`;
    return problem(title, 403, detail);
  }
  const headers: HeaderLine[] = [["Access-Control-Allow-Methods", asked("method")]];
  if (asked("headers") !== "") headers.push(["Access-Control-Allow-Headers", asked("headers")]);
  // A page of the internet asks for a server of this machine (Private Network Access, 3.2).
  if (asked("private-network") === "true") headers.push(["Access-Control-Allow-Private-Network", "true"]);
  return { status: 204, headers: [...headers, ...originHeaders(allowed)], body: Buffer.alloc(0) };
}

/** The answer with what lets a page of another origin read it, where it may. What the document says of that gives way to pages. */
export function withCors(cors: Cors, request: RawRequest, answer: RawAnswer): RawAnswer {
  if (cors === "off" || isPreflight(request)) return answer;
  const vary: readonly HeaderLine[] = cors === "*" ? [] : [["Vary", "Origin"]];
  if (headerOf(request.headers, "origin") === undefined) return { ...answer, headers: [...answer.headers, ...vary] };
  const own = answer.headers.filter(([name]) => !/^access-control-/i.test(name));
  const allowed = allowedOrigin(cors, request);
  const allowing = allowed === undefined ? [] : [...exposing(own), ...originHeaders(allowed)];
  return { ...answer, headers: [...own, ...allowing, ...vary] };
}

function exposing(headers: readonly HeaderLine[]): readonly HeaderLine[] {
  const names = [...new Set(headers.map(([name]) => name.toLowerCase()))];
  return names.length === 0 ? [] : [["Access-Control-Expose-Headers", names.join(", ")]];
}

/** What `Access-Control-Allow-Origin` has; undefined where the request is of no page, or of one that may not. */
function allowedOrigin(cors: Cors, { headers }: RawRequest): string | undefined {
  const origin = headerOf(headers, "origin");
  if (origin === undefined || cors === "off") return undefined;
  if (cors === "*") return "*";
  const isAllowed = cors === "loopback" ? isLoopbackOrigin(origin) : cors.includes(origin);
  return isAllowed ? origin : undefined;
}

function isLoopbackOrigin(origin: string): boolean {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) && isLoopback(url.hostname);
}

function originHeaders(origin: string): readonly HeaderLine[] {
  const allow: HeaderLine = ["Access-Control-Allow-Origin", origin];
  return origin === "*" ? [allow] : [allow, ["Access-Control-Allow-Credentials", "true"]];
}
