import { type CallOptions, createClient, describeCall } from "@facsimile/runtime";
import { MockError } from "./mock-error.js";

/** An operation: a function of a package, a method of its client, or the `operationId`. */
export type Called<Result = unknown> =
  | string
  | ((client: never, input: never, options?: CallOptions) => Promise<Result>)
  | ((input: never, options?: CallOptions) => Promise<Result>);

const nobody = createClient({ name: "nobody", server: { url: "http://localhost" } });

/** @throws MockError for what is no operation. */
export function operationId(called: Called): string {
  if (typeof called === "string") return called;
  // A cast because the type above says what is called with what.
  const call = called as (...given: readonly unknown[]) => unknown;
  // A method first: a function then has no client, and sends nothing.
  for (const given of [[{}], [nobody, {}]]) {
    try {
      return describeCall((options) => call(...given, options)).operation.id;
    } catch {
      // Called the other way.
    }
  }
  throw new MockError("what is given is no operation of a generated package");
}
