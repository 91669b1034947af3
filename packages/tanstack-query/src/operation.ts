import type { AnyClient, CallOptions } from "@facsimile/runtime";

/** An operation as a function of a package, `getUser`. */
export type OperationFunction<Client extends AnyClient, Input, Result> = (
  client: Client,
  input: Input,
  options?: CallOptions,
) => Promise<Result>;

/** An operation as a method of an object of a package, `sendauth.getUser`. */
export type OperationMethod<Input, Result> = (input: Input, options?: CallOptions) => Promise<Result>;

/** A method that answers a list page by page. */
export type PagedMethod<Input, Result> = OperationMethod<Input, Result> & {
  readonly pages: (input: never) => AsyncIterable<unknown>;
};

/** What each call of a query is told. The signal is TanStack Query's. */
export type QueryCallOptions = Omit<CallOptions, "signal" | "idempotencyKey">;

/** What an operation is called with: its input may be left out where nothing has to be given. */
export type CallArguments<Input> = undefined extends Input
  ? [input?: Input, options?: QueryCallOptions]
  : [input: Input, options?: QueryCallOptions];
