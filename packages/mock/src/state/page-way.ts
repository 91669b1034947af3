import type { JsonObject, Operation, Parameter } from "@facsimile/document";
import { flatten, useOf } from "@facsimile/samples";
import { pagingOf } from "../things/list-parameters.js";
import type { Kept } from "./store.js";

/** What the next page is asked for with. */
export interface Next {
  readonly name: string;
  readonly value: string;
}

/** How pages follow one another: as the document says, or else by what parameters are called. */
type Way =
  | { readonly by: "offset"; readonly name: string }
  | { readonly by: "page"; readonly name: string; readonly first: number }
  | { readonly by: "cursor"; readonly name: string };

/** What the mock server asks itself for the next page with, where the document says that it is linked and not how. */
const ownCursor = "_after";

/** An operation with a list, and the query of a request. */
interface Asked {
  readonly document: JsonObject;
  readonly operation: Operation;
  readonly query: URLSearchParams;
}

export function wayOf({ document, operation, query }: Asked): Way | undefined {
  const { pagination } = operation;
  if (pagination?.style === "offset") return { by: "offset", name: pagination.offset };
  if (pagination?.style === "page") return { by: "page", name: pagination.page, first: pagination.first };
  if (pagination?.style === "cursor") return { by: "cursor", name: pagination.cursor };
  const paging = pagingOf(document, operation);
  if (paging?.style === "cursor") return { by: "cursor", name: paging.parameter.name };
  if (paging?.style === "offset") return { by: "offset", name: paging.parameter.name };
  if (paging?.style === "page")
    return { by: "page", name: paging.parameter.name, first: firstPage(document, paging.parameter) };
  const isLinked = pagination !== undefined || query.has(ownCursor);
  return isLinked ? { by: "cursor", name: ownCursor } : undefined;
}

function firstPage(document: JsonObject, { schema }: Parameter): number {
  const { minimum, parts } = flatten(document, useOf(schema));
  return minimum === 0 || parts.some(({ keywords }) => keywords.default === 0) ? 0 : 1;
}

export function startOf(
  way: Way | undefined,
  query: URLSearchParams,
  all: readonly Kept[],
  limit: number | undefined,
): number {
  const given = way === undefined ? null : query.get(way.name);
  if (way === undefined || given === null || given === "") return 0;
  if (way.by === "cursor") {
    const after = orderOf(given);
    const index = after === undefined ? -1 : all.findIndex(({ order }) => order > after);
    return after === undefined ? 0 : index < 0 ? all.length : index;
  }
  const number = Math.max(0, Math.trunc(Number(given)) || 0);
  if (way.by === "offset") return number;
  // Without a size all of them are on the first page.
  return Math.max(0, number - way.first) * (limit ?? all.length);
}

/** A cursor is the place of the last thing that was shown, which it keeps when others are deleted. */
function cursorOf({ order }: Kept): string {
  return Buffer.from(`after ${order}`).toString("base64url");
}

function orderOf(cursor: string): number | undefined {
  const order = /^after (\d+)$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  return order === undefined ? undefined : Number(order);
}

export function nextOf(way: Way, query: URLSearchParams, items: readonly Kept[], end: number): Next | undefined {
  const last = items.at(-1);
  if (way.by === "offset") return { name: way.name, value: String(end) };
  if (way.by === "page")
    return { name: way.name, value: String(Math.trunc(Number(query.get(way.name) || way.first)) + 1) };
  return last === undefined ? undefined : { name: way.name, value: cursorOf(last) };
}
