import { type JsonObject, sentPath } from "@facsimile/document";
import type { IHttpConfig, IHttpRequest } from "@stoplight/prism-http";
import type { Address, Answered, Answering } from "../server/answering.js";
import { LateError, withinTime } from "../server/within-time.js";
import { preferencesOf } from "../wire/asks-for-answer.js";
import type { MatchedOperation, RawRequest, Violation } from "../wire/exchange.js";
import { toAnswer, toProblem, writeHeaders } from "./answer.js";
import { forAnswer, forRequest, typeIn } from "./exact-type.js";
import { withNames } from "./inert-names.js";
import { silentLogger } from "./logger.js";
import { makeAnswers } from "./made-answers.js";
import { type PrismModules, prismModules } from "./modules.js";
import { type ReadOperations, readOperations } from "./operations.js";
import type { PrismOperation } from "./prism-operation.js";
import { toPrismRequest } from "./request.js";
import { readFitting } from "./same-paths.js";

interface Diagnostic {
  readonly path?: string[];
  readonly severity: number;
  readonly code?: string | number;
  readonly message: string;
}

/** As `prism mock` without options: static answers; requests and answers are validated, violations are reported and not refused. */
const config: IHttpConfig = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

/** The numbers that Prism uses for severities, in their order. */
const severities = ["Error", "Warning", "Information", "Hint"];

/**
 * Prism's mock of a document. It is asked directly and not through its own HTTP server, which does not wait for its handler: what throws
 * there ends the process, and here it rejects.
 *
 * @param limitMs - how long one answer may keep the process busy; then it is ended, and rejects with `LateError`
 */
export async function createPrismMock(document: JsonObject, limitMs: number): Promise<Answering> {
  const prism = prismModules();
  const operations = await answeringOperations(prism, document);
  return {
    async answer(request, address) {
      const input = readRequest(prism, request);
      if (input instanceof Error) return refusal(prism, input);
      const preferences = preferencesOf(request.headers);
      return ask({ prism, operations, limitMs, address, preferences }, input);
    },
  };
}

/** Operations that have an answer of their own wherever one can be made. */
async function answeringOperations(prism: PrismModules, document: JsonObject): Promise<ReadOperations> {
  const { read, ...operations } = await readOperations(prism, document);
  const whole = new WeakSet<object>();
  return {
    ...operations,
    async read(place) {
      const operation = await read(place);
      if (place.method === "head") withoutContent(operation);
      else if (!whole.has(operation)) makeAnswers(operation, operations.partOf(place), place);
      whole.add(operation);
      return operation;
    },
  };
}

/** What the document says of the content is what GET would have: Prism would miss it in the answer. */
function withoutContent(operation: PrismOperation): void {
  for (const response of operation.responses) response.contents = [];
}

/** A body that is no JSON though it says so is refused as Prism's server refuses it. */
function readRequest(prism: PrismModules, request: RawRequest): IHttpRequest | Error {
  try {
    return toPrismRequest(request);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return new prism.ProblemJsonError(
      "https://stoplight.io/prism/errors#INVALID_JSON",
      "Invalid JSON",
      400,
      error.message,
    );
  }
}

/** What is asked. */
interface Asked {
  readonly prism: PrismModules;
  readonly operations: ReadOperations;
  readonly limitMs: number;
  readonly address: Address | undefined;
  /** Which of the documented answers is wanted, in the form of RFC 7240. */
  readonly preferences: string | undefined;
}

async function ask(
  { prism, operations, limitMs, address, preferences: wanted = "" }: Asked,
  input: IHttpRequest,
): Promise<Answered> {
  const end = performance.now() + limitMs;
  const limited = <Result>(run: () => Result): Result => withinTime(end - performance.now(), run);
  const preferences = prism.getHttpConfigFromRequest({ ...input, headers: { ...input.headers, prefer: wanted } });
  if (preferences._tag === "Left") return refusal(prism, preferences.left);
  const routed = limited(() => prism.route({ resources: operations.candidates(input.url.path), input }));
  if (routed._tag === "Left") return refusal(prism, routed.left);
  const { place, operation: found } = await readFitting({ prism, operations, limited, address }, routed.right, input);
  const operation: MatchedOperation = { method: found.method, path: sentPath(place.path) };
  const resource = forRequest(found, typeIn(input.headers));
  const instance = prism.createInstance(config, {
    logger: silentLogger(),
    route: () => ({ ...routed, right: resource }),
    mock: (options) => (logger) => {
      // Nothing of the request makes this long, and modules that it loads have to be loaded whole.
      const mocked = prism.mock(options)(logger);
      if (mocked._tag === "Left") return mocked;
      return { ...mocked, right: { ...mocked.right, headers: writeHeaders(mocked.right.headers ?? {}) } };
    },
    validateInput: (asked) => {
      const judged = prism.validateInput(asked);
      if (judged._tag === "Right") return judged;
      const [first, ...others] = judged.left;
      return { ...judged, left: [withNames(found, first), ...others.map((one) => withNames(found, one))] };
    },
    validateOutput: ({ element, resource: answered }) =>
      limited(() => prism.validateOutput({ element, resource: forAnswer(answered, typeIn(element.headers)) })),
  });
  const mock = { ...config.mock, ...preferences.right };
  try {
    // The request is validated before this waits for anything.
    const answering = limited(() => instance.request(input, [resource], { ...config, mock }));
    return toAnswered(prism, await answering(), operation);
  } catch (error) {
    if (error instanceof LateError) operations.forget(place);
    throw error;
  }
}

type Outcome = Awaited<ReturnType<ReturnType<ReturnType<PrismModules["createInstance"]>["request"]>>>;

function toAnswered(prism: PrismModules, result: Outcome, operation: MatchedOperation): Answered {
  if (result._tag === "Left") return { ...refusal(prism, result.left), operation };
  const { output, validations } = result.right;
  const violations = [
    ...validations.input.map(toViolation("request")),
    ...validations.output.map(toViolation("response")),
  ];
  return { answer: toAnswer(prism, output), operation, violations };
}

function refusal(prism: PrismModules, error: Error): Answered {
  return { answer: toProblem(prism, error), operation: undefined, violations: [] };
}

function toViolation(side: "request" | "response"): (diagnostic: Diagnostic) => Violation {
  return ({ path, severity, code, message }) => ({
    location: [side, ...(path ?? [])],
    severity: severities[severity] ?? String(severity),
    code: String(code ?? ""),
    message,
  });
}
