import { type Answered, type AnyClient, type DataOf, unwrap } from "@facsimile/runtime";
import { bind, type Given, isClient } from "./bind.js";
import type { QueryError } from "./failure.js";
import type { OperationKey } from "./key.js";
import type { OperationFunction, OperationMethod, QueryCallOptions } from "./operation.js";

/** What `useMutation` and its like take. */
export interface MutationOptions<Input, Data, Failure> {
  readonly mutationKey: OperationKey;
  readonly mutationFn: (input: Input) => Promise<Data>;
  /** A call repeats itself, and knows when that is safe. */
  readonly retry: false;
  /** Never set: the type of its errors, where TanStack Query looks for it. */
  readonly throwOnError?: (error: Failure) => boolean;
}

/** A mutation that calls an operation. Its variables are the input, its data is what `unwrap` gives. */
export function mutationOptions<Client extends AnyClient, Input, Result extends Answered<unknown>>(
  operation: OperationFunction<Client, Input, Result>,
  client: NoInfer<Client>,
  options?: QueryCallOptions,
): MutationOptions<Input, DataOf<Result>, QueryError<Result>>;
export function mutationOptions<Input, Result extends Answered<unknown>>(
  method: OperationMethod<Input, Result>,
  options?: QueryCallOptions,
): MutationOptions<Input, DataOf<Result>, QueryError<Result>>;
export function mutationOptions(...[operation, ...rest]: Given): object {
  const [client, options] = isClient(rest[0]) ? [[rest[0]], rest[1]] : [[], rest[0]];
  const { call, key } = bind([operation, ...client]);
  return {
    mutationKey: key,
    // A cast because what stands behind a client, or the method, are the options of calls.
    mutationFn: (input) => unwrap(call(input, options as QueryCallOptions | undefined)),
    retry: false,
  } satisfies MutationOptions<unknown, unknown, unknown>;
}
