import type { Operation } from "@facsimile/document";
import type { AnswerCase, Case } from "../cases/case.js";
import { alternativeName } from "../cases/secrets.js";
import { callPackage } from "./call-package.js";
import { type Contract, type ContractTest, readContract, startSubject } from "./contract.js";
import { placesOf, type Subject } from "./subject.js";

/** One call of an operation through the built package. */
export interface TourStop {
  readonly operation: Operation;
  /** The security schemes whose credentials went with it. */
  readonly credential: string;
  /** The status that arrived; undefined where there was no answer. */
  readonly statusCode: number | undefined;
  /** From the call to the result. */
  readonly milliseconds: number;
  /** What went wrong; undefined where the documented success came back. */
  readonly problem: string | undefined;
}

/** A package beside a running mock server of its document. */
export interface Tour {
  readonly packageName: string;
  readonly title: string;
  readonly url: string;
  /** Calls every operation once, in the order of the document, and asks for its documented success. */
  stops(): AsyncGenerator<TourStop>;
  close(): Promise<void>;
}

/** Boots the mock server of a package's document. Rejects as `testContract` does. */
export async function startTour(test: ContractTest): Promise<Tour> {
  const contract = await readContract(test);
  const subject = await startSubject(contract);
  const { url } = subject.server;
  return {
    packageName: contract.package.name,
    title: contract.api.title,
    url,
    stops: () => visit(contract, subject),
    close: () => subject.close(),
  };
}

async function* visit({ api, cases, package: built }: Contract, subject: Subject): AsyncGenerator<TourStop> {
  for (const operation of api.operations) {
    const success = cases.find((one) => isSuccessOf(operation, one));
    const started = performance.now();
    const outcome = success === undefined ? noSuccess : await call(success);
    yield { operation, credential: credentialOf(success), ...outcome, milliseconds: performance.now() - started };
  }

  async function call({ request, expected }: AnswerCase): Promise<Pick<TourStop, "statusCode" | "problem">> {
    try {
      // Every result of a generated package has these two.
      const result = (await callPackage(built, placesOf(subject, request), request)) as {
        readonly ok: boolean;
        readonly statusCode: number;
      };
      const { ok, statusCode } = result;
      const isExpected = ok && statusCode === expected.status;
      return { statusCode, problem: isExpected ? undefined : `expected ${expected.status}, got ${statusCode}` };
    } catch (error) {
      return {
        statusCode: undefined,
        problem: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      };
    }
  }
}

const noSuccess = { statusCode: undefined, problem: "the document states no success" };

function isSuccessOf(operation: Operation, one: Case): one is AnswerCase {
  const { status } = one.kind === "answer" ? one.expected : { status: 0 };
  return one.request.operation === operation && status >= 200 && status <= 299;
}

function credentialOf(success: AnswerCase | undefined): string {
  return alternativeName(success?.request.secrets.map((secret) => ({ scheme: secret.scheme, scopes: [] })) ?? []);
}
