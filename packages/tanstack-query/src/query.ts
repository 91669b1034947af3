import { type Answered, type AnyClient, type CallOptions, unwrap } from "@facsimile/runtime";
import type { DataTag } from "@tanstack/query-core";
import { bind, type Given } from "./bind.js";
import type { QueryData, QueryError } from "./failure.js";
import { inputKey, type OperationKey, tagged } from "./key.js";
import type { CallArguments, OperationFunction, OperationMethod } from "./operation.js";

/** What `useQuery`, `fetchQuery` and their like take. */
export interface QueryOptions<Data, Failure> {
  readonly queryKey: DataTag<OperationKey, Data, Failure>;
  readonly queryFn: (context: { readonly signal: NonNullable<CallOptions["signal"]> }) => Promise<Data>;
  /** A call repeats itself, and knows when that is safe. */
  readonly retry: false;
  /** Never set: the type of its errors, where TanStack Query looks for it. */
  readonly throwOnError?: (error: Failure) => boolean;
}

/**
 * A query of an operation. Its data is what `unwrap` gives, its error what `unwrap` throws; it is called with the signal of the query.
 *
 * @throws InvalidRequestError for what is no operation, and for an input that is no JSON: a query is known by it.
 */
export function queryOptions<Client extends AnyClient, Input, Result extends Answered<unknown>>(
  operation: OperationFunction<Client, Input, Result>,
  client: NoInfer<Client>,
  ...rest: CallArguments<NoInfer<Input>>
): QueryOptions<QueryData<Result>, QueryError<Result>>;
export function queryOptions<Input, Result extends Answered<unknown>>(
  method: OperationMethod<Input, Result>,
  ...rest: CallArguments<NoInfer<Input>>
): QueryOptions<QueryData<Result>, QueryError<Result>>;
export function queryOptions(...given: Given): object {
  const { call, input, options, key } = bind(given);
  return {
    queryKey: tagged([...key, inputKey(input ?? {})]),
    queryFn: async ({ signal }) => (await unwrap(call(input, { ...options, signal }))) ?? null,
    retry: false,
  } satisfies QueryOptions<unknown, unknown>;
}
