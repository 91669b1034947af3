export type { ApiErrorOf, QueryData, QueryError } from "./failure.js";
export { type InfiniteQueryOptions, infiniteQueryOptions } from "./infinite-query.js";
export { type OperationKey, queryKey } from "./key.js";
export { type MutationOptions, mutationOptions } from "./mutation.js";
export type { PageParam } from "./next-param.js";
export type { CallArguments, OperationFunction, OperationMethod, PagedMethod, QueryCallOptions } from "./operation.js";
export { type QueryOptions, queryOptions } from "./query.js";
