import type { Operation } from "@facsimile/codegen";
import type { AnswerCase } from "../cases/case.js";
import { successOf } from "../cases/statuses.js";
import { type Contract, type ContractTest, readContract, startSubject } from "../run/contract.js";
import { runCase, type Subject } from "../run/run-case.js";

/** One call of every operation of a document, through the built package, against a mock server of the document. */
export interface Tour {
  /** `info.title` of the document. */
  readonly title: string;
  /** Where the mock server is. */
  readonly url: string;
  /** Calls the operations in the order of the document, one when it is asked for. */
  stops(): AsyncIterable<TourStop>;
  /** Stops the mock server. */
  close(): Promise<void>;
}

/** What came of one operation. */
export interface TourStop {
  readonly operation: Operation;
  /** The security schemes whose credentials were sent; empty where none was. */
  readonly credential: string;
  /** Undefined where no answer came. */
  readonly statusCode: number | undefined;
  readonly milliseconds: number;
  /** What was not as documented, in one sentence. Undefined where all was. */
  readonly problem: string | undefined;
}

/** Boots the mock server. Rejects with `DocumentError` where the document has errors, and where the package is not built. */
export async function startTour(test: ContractTest): Promise<Tour> {
  const contract = await readContract(test);
  const subject = await startSubject(contract);
  return {
    title: contract.api.title,
    url: subject.server.url,
    stops: () => stops(contract, subject),
    close: () => subject.close(),
  };
}

async function* stops(contract: Contract, subject: Subject): AsyncIterable<TourStop> {
  for (const operation of contract.api.operations) yield await visit(contract, subject, operation);
}

async function visit(contract: Contract, subject: Subject, operation: Operation): Promise<TourStop> {
  const one = successCase(contract, operation);
  if (one === undefined) {
    return {
      operation,
      credential: "",
      statusCode: undefined,
      milliseconds: 0,
      problem: "The document gives it no answer that could be asked for.",
    };
  }
  const before = subject.server.exchanges.length;
  const start = performance.now();
  const findings = await runCase(subject, one);
  const milliseconds = performance.now() - start;
  return {
    operation,
    credential: one.request.secrets.map(({ scheme }) => scheme.name).join(" + "),
    statusCode: subject.server.exchanges[before]?.answer.status,
    milliseconds,
    problem:
      findings.length === 0 ? undefined : findings.map(({ oracle, message }) => `${oracle}: ${message}`).join("; "),
  };
}

/** The documented success, else the first documented answer. */
function successCase({ cases }: Contract, operation: Operation): AnswerCase | undefined {
  const own = cases.filter(
    (one): one is AnswerCase => one.kind === "answer" && one.request.operation === operation && one.valid,
  );
  const success = successOf(operation);
  return own.find(({ expected }) => expected.response === success) ?? own[0];
}
