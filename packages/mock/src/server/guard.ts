import { type Api, type Operation, pathShape } from "@facsimile/document";
import { askForStream } from "../streams/ask-for-stream.js";
import type { Exchange, RawRequest } from "../wire/exchange.js";
import { problem } from "../wire/problem.js";
import { matchServed, pathBefore, type ServedPaths } from "../wire/served-paths.js";
import type { Address, Answered, Answering } from "./answering.js";
import { LateError } from "./within-time.js";

/** Of the problems that the server tells of itself. */
export const title = "Mock server";

/** What answers, so that it can neither end the process nor keep a client waiting. */
export interface Guarded {
  readonly behind: Answering;
  readonly api: Pick<Api, "operations">;
  /** What comes before each path template. What is behind serves from the root. */
  readonly paths: ServedPaths;
  readonly timeoutMs: number;
  /** The operation that the next request is meant for, where somebody knows. */
  readonly meant: () => Operation | undefined;
}

/** Never rejects: what goes wrong behind is the fault of the exchange, and the client gets a 500 or, where nothing comes in time, a 504. */
export async function answerGuarded(mock: Guarded, request: RawRequest): Promise<Exchange> {
  if (!isDecodable(request))
    return refused(
      request,
      400,
      `The path ${request.target} has a % that begins no character in UTF-8 (RFC 3986, 2.1).`,
    );
  const behind = asServed(request, mock);
  if (behind === undefined) return refused(request, 404, `No server of the document has the path ${request.target}.`);
  try {
    const result = await inTime(mock.behind.answer(behind.request, behind.address), mock.timeoutMs);
    return result === "late" ? faulty(request, 504, late(mock)) : { request, ...result, fault: undefined };
  } catch (error) {
    if (error instanceof LateError)
      return faulty(request, 504, `${late(mock)} To hold this request against its schemas takes longer.`);
    return faulty(request, 500, noAnswer(error));
  }
}

/** What a client hears where there is no answer for it. */
export function noAnswer(error: unknown): string {
  return `no answer: ${error instanceof Error ? error.message : String(error)}`;
}

function late({ timeoutMs }: Guarded): string {
  return `no answer within ${timeoutMs} ms.`;
}

const nothing = { operation: undefined, violations: [], fault: undefined } as const;

function refused(request: RawRequest, status: number, detail: string): Exchange {
  return { request, answer: problem(title, status, detail), ...nothing };
}

function isDecodable({ target }: RawRequest): boolean {
  try {
    decodeURIComponent(target.split("?", 1)[0] ?? "");
    return true;
  } catch {
    return false;
  }
}

function faulty(request: RawRequest, status: number, fault: string): Exchange {
  return { request, answer: problem(title, status, fault), ...nothing, fault };
}

/** A request as what is behind serves it: without the path of the server. */
interface Served {
  readonly request: RawRequest;
  readonly address: Address | undefined;
}

function asServed(request: RawRequest, { api, paths, meant }: Guarded): Served | undefined {
  const { method, target } = request;
  const [path = ""] = target.split("?", 1);
  const { match, rest } = matchServed(api, paths, method, path);
  if (rest === undefined) return undefined;
  const served = { ...request, target: rest + target.slice(path.length) };
  if (match.kind !== "operation") return { request: served, address: undefined };
  const wanted = meant();
  const isMeant = wanted !== undefined && isSameWay(paths, wanted, match.operation);
  const operation = isMeant ? wanted : match.operation;
  const { pathKey } = operation;
  return { request: askForStream(operation, served), address: { pathKey, method: operation.method, isMeant } };
}

/** Whether server, method and path do not tell two operations apart. */
function isSameWay(paths: ServedPaths, one: Operation, other: Operation): boolean {
  const [left, right] = [one, other].map((operation) =>
    [operation.method, pathBefore(paths, operation), pathShape(operation.path)].join(" "),
  );
  return left === right;
}

async function inTime(result: Promise<Answered>, timeoutMs: number): Promise<Answered | "late"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<"late">((resolve) => {
    timer = setTimeout(resolve, timeoutMs, "late");
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}
