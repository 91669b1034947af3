import type { Exchange } from "@facsimile/mock/wire";
import type { AnswerCase, Case, RefusalCase, WireCase } from "../cases/case.js";
import { judgeAnswer, judgeExample } from "../oracles/answer-oracle.js";
import { differ, show } from "../oracles/compare.js";
import { type Finding, findings, type Whose } from "../oracles/finding.js";
import { misjudged } from "../oracles/misjudged.js";
import { judgePrism } from "../oracles/prism-oracle.js";
import { judgeRequest } from "../oracles/request-oracle.js";
import { judgeResult, type Result } from "../oracles/result-oracle.js";
import type { CaseRequest } from "../wire/case-request.js";
import { callPackage } from "./call-package.js";
import { runAddress } from "./run-address.js";
import { runPages } from "./run-pages.js";
import { sendRaw } from "./send-raw.js";
import { placesOf, type Subject } from "./subject.js";

/** Runs one case. What is wrong is in the findings, whatever it is; nothing is thrown. */
export async function runCase(subject: Subject, one: Case): Promise<readonly Finding[]> {
  const before = subject.server.exchanges.length;
  subject.mean(one.request.operation);
  try {
    if (one.kind === "refusal") return await runRefusal(subject, one, before);
    if (one.kind === "address") return await runAddress(subject, one);
    if (one.kind === "pages") return await runPages(subject, one);
    return one.kind === "answer" ? await runAnswer(subject, one, before) : await runWire(subject, one, before);
  } catch (error) {
    const [who, whose] =
      one.kind === "wire" ? (["the server", "prism"] as const) : (["the package", "package"] as const);
    return findings("answer", [`${who} gave no answer: ${nameOf(error)}`], whose);
  }
}

async function runAnswer(
  subject: Subject,
  { form, request, expected, valid }: AnswerCase,
  before: number,
): Promise<readonly Finding[]> {
  // The shape of a result is what this case finds out: the oracle reads each member of it.
  const result = (await callPackage(subject.package, placesOf(subject, request), request, { form })) as Result;
  const [exchange, ...more] = subject.server.exchanges.slice(before);
  if (exchange === undefined || more.length > 0)
    return findings("request", [`one request was meant, ${more.length + (exchange ? 1 : 0)} arrived`], "package");
  const sent = findings("request", await judgeRequest(exchange.request, request, subject.wire), "package");
  const answered = await judgeMock(
    subject,
    exchange,
    { expected, valid, request },
    sent.length === 0 ? "prism" : "package",
  );
  // Of an answer that nobody expected, a package is right to make something else.
  const isAsExpected =
    exchange.answer.status === expected.status && !answered.some(({ oracle }) => oracle === "answer");
  const made = isAsExpected ? await judgeResult(result, exchange.answer, expected, request.operation) : [];
  return [...sent, ...answered, ...findings("answer", made, "package")];
}

/** What a mock server answers, which is Prism's own where the request is as it was meant. */
async function judgeMock(
  { document, validator, wire }: Subject,
  exchange: Exchange,
  { expected, request, valid }: Pick<AnswerCase, "expected" | "request" | "valid">,
  whose: Whose,
): Promise<readonly Finding[]> {
  const reading = { ...wire, document, validator };
  const wrong = whose === "prism" ? await misjudged(exchange, { request, expected, valid }, reading) : [];
  // Why Prism refuses says more than that its answer is another one.
  if (wrong.length > 0) return wrong;
  return [
    ...findings("answer", judgeAnswer(exchange.answer, expected, validator.allows), whose),
    ...findings("answer", judgeExample(exchange.answer, expected), whose),
    ...findings("prism", judgeBy(valid, exchange, request), "prism"),
  ];
}

async function runRefusal(
  subject: Subject,
  { request, error, form, aborted }: RefusalCase,
  before: number,
): Promise<readonly Finding[]> {
  const { package: built, server } = subject;
  const outcome = await callPackage(built, placesOf(subject, request), request, { form, aborted }).then(
    (result) => `the result ${show(result)}`,
    (thrown: unknown) => nameOf(thrown),
  );
  const refused = outcome === error || outcome.startsWith(`${error}:`);
  return [
    ...findings("answer", refused ? [] : differ("outcome", error, outcome), "package"),
    ...findings("request", differ("requests sent", 0, server.exchanges.length - before), "package"),
  ];
}

async function runWire(
  subject: Subject,
  { request, expected, valid, distortion }: WireCase,
  before: number,
): Promise<readonly Finding[]> {
  await sendRaw(subject.server.url, request, distortion);
  const exchange = subject.server.exchanges[before];
  if (exchange === undefined) return findings("request", ["nothing reached the server"], "tool");
  return judgeMock(subject, exchange, { expected, request, valid }, "prism");
}

/** Of a request that is not valid, Prism has to find that out and nothing else: the answer shows whether it did. */
function judgeBy(valid: boolean, exchange: Exchange, { operation }: CaseRequest): readonly string[] {
  if (valid) return judgePrism(exchange, operation);
  return exchange.fault === undefined ? [] : [exchange.fault];
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
