import { type Answered, type CallOptions, type DescribedCall, describeCall } from "@facsimile/runtime";
import type { QueryCallOptions } from "./operation.js";

/** An operation, the client of a function, and the rest. */
export type Given = readonly [operation: unknown, ...rest: readonly unknown[]];

/** What is read of an input. */
export interface Input {
  readonly query?: Readonly<Record<string, unknown>>;
}

/** An operation with what it is called with. */
interface Bound {
  readonly call: (input: unknown, options?: CallOptions) => Promise<Answered<unknown>>;
  readonly described: DescribedCall;
  readonly input: Input | undefined;
  readonly options: QueryCallOptions | undefined;
  /** What the keys of all its queries begin with. */
  readonly key: readonly [baseUrl: string, operation: string];
}

/** @throws InvalidRequestError for what is no operation. */
export function bind([operation, ...rest]: Given): Bound {
  const [client, [input, options]] = isClient(rest[0]) ? [[rest[0]], rest.slice(1)] : [[], rest];
  // A cast because the signatures above say what is called with what.
  const called = operation as (...given: readonly unknown[]) => Promise<Answered<unknown>>;
  const call: Bound["call"] = (...given) => called(...client, ...given);
  const described = describeCall((inquiry) => call({}, inquiry));
  // Casts because of the same signatures.
  return {
    call,
    described,
    input: input as Input | undefined,
    options: options as QueryCallOptions | undefined,
    key: [described.baseUrl, described.operation.id],
  };
}

/** A client has a name; an input has none, nor have options. */
export function isClient(value: unknown): boolean {
  return typeof value === "object" && value !== null && "name" in value;
}
