import { randomInt } from "node:crypto";
import type { Api, Document, DocumentSettings, GivenDocument, Selection } from "@facsimile/document";
import { createRedactor, readDocument } from "@facsimile/mock";
import { findThings, type Thing } from "@facsimile/mock/things";
import { createValidator, type Validator } from "@facsimile/samples";
import { deriveCases } from "../cases/derive.js";
import type { ChainRun } from "../chains/chain-run.js";
import { type LeftBehind, rememberCreations } from "../chains/creations.js";
import { mayCall } from "../chains/may-call.js";
import { planChains } from "../chains/plan.js";
import { runChain } from "../chains/run-chain.js";
import { type FuzzContext, type FuzzOptions, fuzzOperation } from "../fuzz/fuzz-operation.js";
import { tolerantValidator } from "../oracles/tolerant-validator.js";
import type { CaseResult } from "../report/report.js";
import { openSession } from "../session/session.js";
import type { Secret } from "../wire/case-request.js";
import { secretTexts } from "../wire/credentials.js";
import { defaultLimits } from "../wire/send.js";
import { cleanUp } from "./clean-up.js";
import { findLikeness, type Likeness } from "./likeness.js";
import { redactedReport } from "./redacted-report.js";
import { restore, runMatrix } from "./run-matrix.js";
import { secretsFrom, secretsOf, variableOf } from "./secrets-from.js";
import { type ServerCases, serverCases } from "./server-cases.js";
import type { ServerReport } from "./server-report.js";

export interface ServerTest extends Selection, DocumentSettings {
  /** The path of the OpenAPI document, or what is in no file. */
  readonly document: string | GivenDocument;
  /** Overlays that are applied to it, in this order. Default: none. */
  readonly overlays?: readonly string[];
  /** The server, with the path that comes before the paths of the document. */
  readonly url: string;
  /** Whether operations are called that may change something. */
  readonly write: boolean;
  /** Where credentials come from: `FACSIMILE_<SCHEME>`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Requests to each operation that nobody thought of. Default: none. */
  readonly fuzz?: FuzzOptions | undefined;
  /** How long an answer may take. Default: 10 s. */
  readonly timeoutMs?: number | undefined;
  /** Told how many requests were sent, from time to time. */
  readonly onRequests?: (requests: number) => void;
  /** Ends the run early; what was created is deleted all the same. */
  readonly signal?: AbortSignal | undefined;
}

/** Everything that is known before anything is sent. */
export interface PreparedTest {
  readonly document: Document;
  readonly api: Api;
  readonly validator: Validator;
  /** Schemas that nothing could be held against, so far. */
  readonly unusable: readonly string[];
  readonly secrets: readonly Secret[];
  readonly things: readonly Thing[];
  readonly cases: ServerCases;
}

/** Rejects with `DocumentError` where the document has errors. */
export async function prepareTest({ document: file, write, env, ...options }: ServerTest): Promise<PreparedTest> {
  const { api, document } = await readDocument(file, options);
  const tolerant = tolerantValidator(createValidator(document, api));
  const { validator } = tolerant;
  const { cases, elsewhere } = deriveCases(document.json, api, validator);
  const secrets = secretsFrom(env, api);
  return {
    document,
    api,
    validator,
    get unusable() {
      return tolerant.unusable;
    },
    secrets,
    things: findThings(document.json, api),
    cases: serverCases([...cases, ...elsewhere], secrets, write),
  };
}

/** Holds a running server against a document. Rejects with `DocumentError` where the document has errors. */
export async function holdServer(test: ServerTest): Promise<ServerReport> {
  const prepared = await prepareTest(test);
  const { api, secrets } = prepared;
  const signal = test.signal ?? new AbortController().signal;
  const limits = { ...defaultLimits, ...(test.timeoutMs === undefined ? {} : { timeoutMs: test.timeoutMs }) };
  const session = openSession({ url: test.url, limits });
  const run: ChainRun = {
    document: prepared.document.json,
    validator: prepared.validator,
    session,
    secretsFor: (operation) => secretsOf(operation, secrets),
    creations: rememberCreations(prepared.things),
    known: new Map(),
    mark: randomInt(16 ** 5)
      .toString(16)
      .padStart(5, "0"),
  };
  const likeness = await findLikeness(run, api);
  const sentBefore = session.requests;
  const results = likeness?.isHopeless === true ? [] : await resultsOf(run, prepared, test, signal);
  const leftBehind = await cleanUp(run);
  const unusable = prepared.unusable.map((reason) => ({ name: "document", findings: [], untried: [reason] }));
  const report = reportOf(test, prepared, run, { likeness, results: [...results, ...unusable], leftBehind });
  const redactor = createRedactor();
  redactor.hide(secrets.flatMap(secretTexts));
  return redactedReport(
    { ...report, requests: session.requests - (likeness === undefined ? sentBefore : 0), stopped: signal.aborted },
    redactor.redact,
  );
}

async function resultsOf(
  run: ChainRun,
  prepared: PreparedTest,
  { url, write, fuzz, onRequests = () => undefined }: ServerTest,
  signal: AbortSignal,
): Promise<readonly CaseResult[]> {
  const { cases, things, document } = prepared;
  const results: CaseResult[] = [];
  const add = (...more: readonly CaseResult[]): void => {
    results.push(...more);
    onRequests(run.session.requests);
  };
  for (const chain of planChains(document.json, things, write)) add(...(await runChain(run, chain, things, signal)));
  for await (const result of runMatrix(run, cases.cases, things, signal)) add(result);
  if (fuzz === undefined) return results;
  // Loaded where it is asked for: nothing else needs it.
  const fc = await import("fast-check");
  const after: FuzzContext["after"] = (request, answer) => restore(run, request, answer, things);
  for (const operation of prepared.api.operations.filter((one) => mayCall(one, write)))
    add(await fuzzOperation({ fc, run, url, variableOf, signal, after }, operation, fuzz));
  return results;
}

interface Found {
  readonly likeness: Likeness | undefined;
  readonly results: readonly CaseResult[];
  readonly leftBehind: readonly LeftBehind[];
}

function reportOf(
  test: ServerTest,
  { api, cases, secrets }: PreparedTest,
  { session }: ChainRun,
  { likeness, results, leftBehind }: Found,
): Omit<ServerReport, "requests" | "stopped"> {
  const operations = api.operations.map((one) => session.exercise.of(one, mayCall(one, test.write)));
  const called = api.operations.filter((one) => mayCall(one, test.write));
  const needed = new Set(called.flatMap(({ security }) => security.flat().map(({ scheme }) => scheme.name)));
  const lacking = api.securitySchemes.filter(
    ({ name }) => needed.has(name) && !secrets.some(({ scheme }) => scheme.name === name),
  );
  return {
    title: api.title,
    server: test.url,
    fuzz: test.fuzz,
    likeness: likeness?.text,
    results,
    operations,
    neverSeen: operations
      .filter(({ tried }) => tried)
      .flatMap(({ operation, neverSeen }) => neverSeen.map((status) => `${operation} ${status}`)),
    lacking: lacking.map(({ name }) => ({
      scheme: name,
      variable: variableOf(name),
      unsent: cases.unsent.get(name) ?? 0,
    })),
    leftBehind,
  };
}
