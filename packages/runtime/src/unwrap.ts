import { ApiError } from "./errors/api.js";
import type { Failure, ResponseInfo, Undocumented } from "./result.js";

/**
 * The data of a success.
 *
 * @throws ApiError when the result is not a success that the document states.
 * @throws Whatever the call throws.
 */
export async function unwrap<Result extends Answered<unknown>>(
  result: Result | PromiseLike<Result>,
): Promise<DataOf<Result>> {
  const answered: Answered<unknown> = await result;
  // A cast because the compiler does not follow which member of the result `ok` leaves.
  if (answered.ok) return answered.data as DataOf<Result>;
  throw new ApiError(answered);
}

/** The data of the successes of a result: of one kind for each status and media type. */
export type DataOf<Result> = Result extends { readonly ok: true; readonly data: infer Data } ? Data : never;

/** What {@link unwrap} takes: a result of any operation. */
export type Answered<Data> =
  | { readonly ok: true; readonly data: Data; readonly text?: string | undefined; readonly response: ResponseInfo }
  | Failure<number | string, unknown, object>
  | Undocumented;
