import { ApiError } from "./errors/api.js";
import type { Failure, ResponseInfo, Undocumented } from "./result.js";

/**
 * The data of a success.
 *
 * @throws ApiError when the result is not a success that the document states.
 * @throws Whatever the call throws.
 */
export async function unwrap<Data>(result: Answered<Data> | PromiseLike<Answered<Data>>): Promise<Data> {
  const answered = await result;
  if (answered.ok) return answered.data;
  throw new ApiError(answered);
}

/** What {@link unwrap} takes: a result of any operation. */
export type Answered<Data> =
  | { readonly ok: true; readonly data: Data; readonly response: ResponseInfo }
  | Failure<number | string, unknown, object>
  | Undocumented;
