import {
  type AbortedError,
  type Answered,
  type AnyClient,
  type ApiError,
  askDescribedPage,
  type CallOptions,
  type ConnectionError,
  type CredentialsError,
  type DataOf,
  type DescribedCall,
  describeCall,
  InvalidRequestError,
  itemsOf,
  nextStep,
  type Pagination,
  type RedirectError,
  type ResponseParseError,
  type Step,
  type TimeoutError,
  unwrap,
} from "@facsimile/runtime";
import type { DataTag, InfiniteData } from "@tanstack/query-core";

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

/**
 * Where the client goes, `operationId`, and the input without members that are undefined. It begins alike for all queries of an operation, and
 * of an API: to invalidate by a part of it is to invalidate all that begin so. Those of pages end with `"pages"`.
 */
export type OperationKey = readonly [baseUrl: string, operation: string, input?: unknown, pages?: "pages"];

/** The data of a success. A cache cannot hold undefined: where an answer has no body, null stands for it. */
export type QueryData<Result> = DataOf<Result> extends infer Data ? (Data extends undefined ? null : Data) : never;

/** An answer that is no success, as `status` tells it: `data` is its body. */
export type ApiErrorOf<Result> = Result extends {
  readonly ok: false;
  readonly status: infer Status;
  readonly error: infer Body;
}
  ? ApiError & { readonly status: Status; readonly data: Body }
  : never;

/** Why there is no data. `name` and `status` tell them apart. */
export type QueryError<Result> =
  | ApiErrorOf<Result>
  | AbortedError
  | ConnectionError
  | CredentialsError
  | InvalidRequestError
  | RedirectError
  | ResponseParseError
  | TimeoutError;

/** What `useQuery`, `fetchQuery` and their like take. */
export interface QueryOptions<Data, Failure> {
  readonly queryKey: DataTag<OperationKey, Data, Failure>;
  readonly queryFn: (context: { readonly signal: NonNullable<CallOptions["signal"]> }) => Promise<Data>;
  /** A call repeats itself, and knows when that is safe. */
  readonly retry: false;
  /** Never set: the type of its errors, where TanStack Query looks for it. */
  readonly throwOnError?: (error: Failure) => boolean;
}

/** What leads to a page. It is JSON, as a cache that is written to disk needs. */
export interface PageParam extends Step {
  /** How many items came before. */
  readonly seen: number;
  /** The `next` of the page's `Link` header, once the page has come: it stands in no page. */
  header?: string | undefined;
}

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

/** What `useMutation` and its like take. */
export interface MutationOptions<Input, Data, Failure> {
  readonly mutationKey: OperationKey;
  readonly mutationFn: (input: Input) => Promise<Data>;
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
    queryKey: tagged([...key, plain(input ?? {}, "input")]),
    queryFn: async ({ signal }) => (await unwrap(call(input, { ...options, signal }))) ?? null,
    retry: false,
  } satisfies QueryOptions<unknown, unknown>;
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
    queryKey: tagged([...key, plain(input, "input"), "pages"]),
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

/** The key of a query; without an input, what the keys of all queries of the operation begin with. */
export function queryKey<Client extends AnyClient, Input>(
  operation: OperationFunction<Client, Input, unknown>,
  client: NoInfer<Client>,
  input?: NoInfer<Input>,
): OperationKey;
export function queryKey<Input>(method: OperationMethod<Input, unknown>, input?: NoInfer<Input>): OperationKey;
export function queryKey(...given: Given): OperationKey {
  const { input, key } = bind(given);
  return input === undefined ? key : [...key, plain(input, "input")];
}

/** An operation, the client of a function, and the rest. */
type Given = readonly [operation: unknown, ...rest: readonly unknown[]];

interface Input {
  readonly query?: Readonly<Record<string, unknown>>;
}

interface Bound {
  readonly call: (input: unknown, options?: CallOptions) => Promise<Answered<unknown>>;
  readonly described: DescribedCall;
  readonly input: Input | undefined;
  readonly options: QueryCallOptions | undefined;
  /** What the keys of all its queries begin with. */
  readonly key: readonly [baseUrl: string, operation: string];
}

function bind([operation, ...rest]: Given): Bound {
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
function isClient(value: unknown): boolean {
  return typeof value === "object" && value !== null && "name" in value;
}

/** The types that a key carries for TanStack Query are for the compiler alone. */
function tagged<Data, Failure>(key: OperationKey): DataTag<OperationKey, Data, Failure> {
  return key as DataTag<OperationKey, Data, Failure>;
}

/** A copy without members that are undefined, so that what is sent alike is known alike. */
function plain(value: unknown, place: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => plain(item, `${place}[${index}]`));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new InvalidRequestError(`${place} is no JSON, which a query is known by`);
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(given.map(([name, member]) => [name, plain(member, `${place}.${name}`)]));
}

function nextParam(
  pagination: Pagination,
  first: Input["query"],
  page: unknown,
  pages: readonly unknown[],
  param: PageParam,
  params: readonly PageParam[],
): PageParam | undefined {
  const items = itemsOf(page, pagination);
  const before = pages.length > 1 && itemsOf(pages.at(-2), pagination);
  if (items.length === 0 || (before && JSON.stringify(before) === JSON.stringify(items))) return undefined;
  const seen = param.seen + items.length;
  const step = nextStep(pagination, { page, items, seen, link: param.header }, first, param);
  const hasCome = ({ query, link }: Step): boolean => JSON.stringify({ query, link }) === JSON.stringify(step);
  return step && !params.some(hasCome) ? { ...step, seen } : undefined;
}
