import type { Operation } from "@facsimile/document";
import type { RawAnswer } from "@facsimile/mock/wire";
import { type ChainRun, requestFor } from "../chains/chain-run.js";
import { isHarmless, mayHarm } from "../chains/harmless.js";
import { type Finding, findings } from "../oracles/finding.js";
import type { CaseResult } from "../report/report.js";
import { type Judged, judgeOutcome } from "../session/judge-attempt.js";
import type { CaseRequest } from "../wire/case-request.js";
import { requestsFor } from "./requests.js";
import { asCall, asCurl, type VariableOf } from "./show-request.js";
import { validityOf } from "./validity.js";
import type { FastCheck } from "./values.js";

export interface FuzzOptions {
  /** Requests for each operation, without those that a smaller one is looked for with. */
  readonly requests: number;
  readonly seed: number;
}

export interface FuzzContext {
  readonly fc: FastCheck;
  readonly run: ChainRun;
  readonly url: string;
  readonly variableOf: VariableOf;
  readonly signal: AbortSignal;
  /** What is done after each request: nothing stays that it created. */
  after(request: CaseRequest, answer: RawAnswer): Promise<void>;
}

/** So many different faults are looked for in one operation. */
const mostKinds = 3;

/** A smaller request is looked for that often. */
const mostShrinks = 150;

/** What a proxy or a server says of a size that no document states: RFC 9110, 15.5.14 and 15.5.15, RFC 6585, 5. */
const tooLarge: ReadonlySet<number> = new Set([413, 414, 431]);

/** Sends requests that nobody thought of, valid ones and broken ones, and makes those smaller that show a fault. */
export async function fuzzOperation(
  context: FuzzContext,
  operation: Operation,
  { requests, seed }: FuzzOptions,
): Promise<CaseResult> {
  const name = `${operation.id}: fuzz`;
  const usual = requestFor(context.run, operation, { isWhole: true });
  if (usual === undefined) return { name, findings: [], untried: ["there is no credential for it"] };
  if (!isHarmless(context.run, usual)) return { name, findings: [], untried: [mayHarm] };
  const known = new Set<string>();
  const found: Finding[] = [];
  let left = requests;
  while (left > 0 && known.size < mostKinds && !context.signal.aborted) {
    const hunt = await huntFor(context, usual, known, { requests: left, seed: seed + known.size });
    left -= hunt.sent;
    if (hunt.fault === undefined) break;
    known.add(hunt.fault.kind);
    found.push(...(await shown(context, hunt.fault)));
  }
  return { name, findings: found };
}

interface Fault {
  readonly kind: string;
  readonly messages: readonly string[];
  readonly request: CaseRequest;
}

/** Looks for one fault that is not known yet, in its smallest form. */
async function huntFor(
  context: FuzzContext,
  usual: CaseRequest,
  known: ReadonlySet<string>,
  options: FuzzOptions,
): Promise<{ readonly sent: number; readonly fault: Fault | undefined }> {
  const { fc, run, signal } = context;
  let fault: Fault | undefined;
  let shrinks = 0;
  let sent = 0;
  const property = fc.asyncProperty(requestsFor(fc, run.document, usual), async (made) => {
    if (fault === undefined) sent += 1;
    else shrinks += 1;
    if (signal.aborted || shrinks > mostShrinks || run.session.isGivenUp(made.operation)) return true;
    const request = withKnownThings(context, made, usual);
    const messages = await judged(context, request);
    const kind = kindOf(messages);
    if (kind === undefined || known.has(kind) || (fault !== undefined && fault.kind !== kind)) return true;
    fault = { kind, messages, request };
    return false;
  });
  await fc.check(property, { numRuns: options.requests, seed: options.seed });
  return { sent, fault };
}

/** A thing that was deleted in between and made anew has another id. */
function withKnownThings({ run }: FuzzContext, made: CaseRequest, usual: CaseRequest): CaseRequest {
  const now = requestFor(run, made.operation, { isWhole: true });
  if (now === undefined) return made;
  return {
    ...made,
    arguments: made.arguments.map((one) => {
      const isUsual = usual.arguments.includes(one);
      return isUsual ? (now.arguments.find(({ parameter }) => parameter === one.parameter) ?? one) : one;
    }),
  };
}

async function judged(context: FuzzContext, request: CaseRequest): Promise<readonly string[]> {
  const { run } = context;
  const validity = validityOf(run.document, run.validator, request);
  const attempt: Judged = { request, valid: validity === "valid", leftToServer: validity === "unknown" };
  const outcome = await run.session.ask(attempt);
  const status = outcome.answer?.status ?? 0;
  if (outcome.answer !== undefined) await context.after(request, outcome.answer);
  if (tooLarge.has(status)) return [];
  return judgeOutcome(outcome, attempt, run.validator).filter((message) => !isOurOwn(message));
}

/** Properties that no schema declares are sent here too, and a server may keep what it is sent. The cases of the matrix find those that it invents. */
function isOurOwn(message: string): boolean {
  return /\((?:unevaluated|additional)Properties\)$/.test(message);
}

/** What tells one fault from another: what was found, without the values in it. */
function kindOf([first]: readonly string[]): string | undefined {
  return first?.replaceAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)/gs, '""').replaceAll(/\/\d+/g, "/0");
}

async function shown({ url, variableOf }: FuzzContext, { messages, request }: Fault): Promise<readonly Finding[]> {
  return [
    ...findings("answer", messages),
    ...findings("request", [await asCurl(url, request, variableOf), asCall(request)]),
  ];
}
