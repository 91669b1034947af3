import { type AnyClient, InvalidRequestError } from "@facsimile/runtime";
import type { DataTag } from "@tanstack/query-core";
import { bind, type Given } from "./bind.js";
import type { OperationFunction, OperationMethod } from "./operation.js";

/**
 * Where the client goes, `operationId`, and the input without members that are undefined. It begins alike for all queries of an operation, and
 * of an API: to invalidate by a part of it is to invalidate all that begin so. Those of pages end with `"pages"`.
 */
export type OperationKey = readonly [baseUrl: string, operation: string, input?: unknown, pages?: "pages"];

/** The key of a query; without an input, what the keys of all queries of the operation begin with. */
export function queryKey<Client extends AnyClient, Input>(
  operation: OperationFunction<Client, Input, unknown>,
  client: NoInfer<Client>,
  input?: NoInfer<Input>,
): OperationKey;
export function queryKey<Input>(method: OperationMethod<Input, unknown>, input?: NoInfer<Input>): OperationKey;
export function queryKey(...given: Given): OperationKey {
  const { input, key } = bind(given);
  return input === undefined ? key : [...key, inputKey(input)];
}

/** The types that a key carries for TanStack Query are for the compiler alone. */
export function tagged<Data, Failure>(key: OperationKey): DataTag<OperationKey, Data, Failure> {
  return key as DataTag<OperationKey, Data, Failure>;
}

/** The input of a call as a part of its key. */
export function inputKey(input: unknown): unknown {
  return plain(input, "input");
}

/** A copy without members that are undefined, so that what is sent alike is known alike. What JSON has no word for is the text that is sent. */
function plain(value: unknown, place: string): unknown {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map((item, index) => plain(item, `${place}[${index}]`));
  if (value === null || !["object", "function", "symbol"].includes(typeof value)) return value;
  if (!isPlainObject(value)) throw new InvalidRequestError(`${place} is no JSON, which a query is known by`);
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(given.map(([name, member]) => [name, plain(member, `${place}.${name}`)]));
}

/** One of another realm, of a test's for example, is one as well. */
function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
