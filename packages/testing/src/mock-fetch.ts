import type { Operation } from "@facsimile/document";
import type { Fetch } from "@facsimile/runtime";
import { type Answers, answersOf, type Step } from "./answers.js";
import { type Description, type DocumentSource, describe, operationOf } from "./description.js";
import { findOperation } from "./find-operation.js";
import { judgeRequest } from "./judge-request.js";
import { createMake, type Make } from "./make.js";
import { createMakeInput, type MakeInput } from "./make-input.js";
import { MockError } from "./mock-error.js";
import { type Called, operationId } from "./operation-id.js";
import { readRequest, type SentRequest } from "./sent-request.js";

/** Answers without a server, as a document has them. */
export interface MockFetch {
  /** For the option `fetch` of a client. */
  readonly fetch: Fetch;
  /** @throws MockError for an operation that the document does not have. */
  on<Result>(operation: Called<Result>): Answers<Result>;
  /** What an operation was called with, in this order; without one, all calls. */
  calls(operation?: Called): readonly SentRequest[];
  /** Values of the document's schemas. */
  readonly make: Make;
  /** What operations may be called with. */
  readonly makeInput: MakeInput;
  /** Forgets answers and calls. */
  reset(): void;
}

/**
 * Answers for a client, by its document: `createClient({ fetch: api.fetch, … })`. Requests that the document does not allow are refused, and so are answers.
 *
 * @param source The document: the path or `file:` URL of a file, the name of a generated package, or the document itself.
 * @throws MockError where there is no usable document.
 */
export async function mockFetch(source: DocumentSource): Promise<MockFetch> {
  return mockOf(await describe(source));
}

interface Call {
  readonly operation: Operation;
  readonly sent: SentRequest;
}

function mockOf(description: Description): MockFetch {
  const steps = new Map<Operation, Step[]>();
  const calls: Call[] = [];
  return {
    fetch: fetchOf(description, steps, calls),
    on: (called) => {
      const operation = operationOf(description, operationId(called));
      const own = steps.get(operation) ?? [];
      steps.set(operation, own);
      return answersOf(description, operation, own);
    },
    calls: (called) => {
      const operation = called === undefined ? undefined : operationOf(description, operationId(called));
      return calls.filter((one) => !operation || one.operation === operation).map(({ sent }) => sent);
    },
    make: createMake(description),
    makeInput: createMakeInput(description),
    reset: () => {
      steps.clear();
      calls.length = 0;
    },
  };
}

function fetchOf(description: Description, steps: ReadonlyMap<Operation, Step[]>, calls: Call[]): Fetch {
  return async (url, init) => {
    const request = new Request(url, init as RequestInit);
    const { operation, path } = findOperation(description, request.method, new URL(url).pathname);
    const read = await readRequest(request, path);
    calls.push({ operation, sent: read.sent });
    judgeRequest(description, operation, read);
    return nextStep(steps, operation)(read.sent, init.signal as AbortSignal | undefined);
  };
}

/** The last one is given again and again. */
function nextStep(steps: ReadonlyMap<Operation, Step[]>, operation: Operation): Step {
  const own = steps.get(operation) ?? [];
  const step = own.length > 1 ? own.shift() : own[0];
  if (step) return step;
  const others = [...steps.keys()].map(({ id }) => id);
  const known = others.length === 0 ? "nothing is told yet" : `told are ${others.join(", ")}`;
  throw new MockError(`no answer is told for ${operation.id}: ${known}. Call on(${operation.id}).reply(…)`);
}
