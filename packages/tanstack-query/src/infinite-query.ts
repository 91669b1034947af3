import {
  type Answered,
  type AnyClient,
  askDescribedPage,
  type CallOptions,
  InvalidRequestError,
} from "@facsimile/runtime";
import type { DataTag, InfiniteData } from "@tanstack/query-core";
import { bind, type Given } from "./bind.js";
import type { QueryData, QueryError } from "./failure.js";
import { inputKey, type OperationKey, tagged } from "./key.js";
import { nextParam, type PageParam } from "./next-param.js";
import type { CallArguments, OperationFunction, PagedMethod } from "./operation.js";

/** What `useInfiniteQuery`, `fetchInfiniteQuery` and their like take. */
export interface InfiniteQueryOptions<Data, Failure> {
  readonly queryKey: DataTag<OperationKey, InfiniteData<Data, PageParam>, Failure>;
  readonly queryFn: (context: {
    readonly signal: NonNullable<CallOptions["signal"]>;
    readonly pageParam: PageParam;
  }) => Promise<Data>;
  readonly initialPageParam: PageParam;
  readonly getNextPageParam: (
    page: Data,
    pages: readonly Data[],
    param: PageParam,
    params: readonly PageParam[],
  ) => PageParam | undefined;
  /** A call repeats itself, and knows when that is safe. */
  readonly retry: false;
  /** Never set: the type of its errors, where TanStack Query looks for it. */
  readonly throwOnError?: (error: Failure) => boolean;
}

/**
 * A query of an operation that answers a list page by page (`x-pagination`): the next page is what the last one says. There is none behind an empty
 * page, and where a page, a cursor or a link comes a second time.
 *
 * @throws InvalidRequestError for an operation that has no pages, and what `queryOptions` throws.
 */
export function infiniteQueryOptions<Client extends AnyClient, Input, Result extends Answered<unknown>>(
  operation: OperationFunction<Client, Input, Result>,
  client: NoInfer<Client>,
  ...rest: CallArguments<NoInfer<Input>>
): InfiniteQueryOptions<QueryData<Result>, QueryError<Result>>;
export function infiniteQueryOptions<Input, Result extends Answered<unknown>>(
  method: PagedMethod<Input, Result>,
  ...rest: CallArguments<NoInfer<Input>>
): InfiniteQueryOptions<QueryData<Result>, QueryError<Result>>;
export function infiniteQueryOptions(...given: Given): object {
  const { described, input = {}, options, key } = bind(given);
  const { id, pagination } = described.operation;
  if (!pagination) throw new InvalidRequestError(`${id} has no pages: its document has no x-pagination for it`);
  return {
    queryKey: tagged([...key, inputKey(input), "pages"]),
    queryFn: async ({ pageParam, signal }) => {
      const { page, link } = await askDescribedPage(described, input, pageParam, { ...options, signal });
      if (pagination.style === "link-header") pageParam.header = link;
      return page ?? null;
    },
    // A new one for each query, which keeps the link of its own first page.
    get initialPageParam() {
      return { seen: 0 };
    },
    getNextPageParam: (...last) => nextParam(pagination, input.query, ...last),
    retry: false,
  } satisfies InfiniteQueryOptions<unknown, unknown>;
}
