import {
  isObject,
  type JsonObject,
  type Operation,
  type Pagination,
  type Parameter,
  schemasOf,
} from "@facsimile/document";
import { flatten, partAt, useOf, withPart } from "@facsimile/samples";
import type { ListPlace } from "../things/answer-shape.js";
import { filtersOf, limitOf, pagingOf } from "../things/list-parameters.js";
import { bareName } from "../things/names.js";
import type { Kept } from "./store.js";

/** A list, and what is asked of it. */
export interface Listing {
  readonly document: JsonObject;
  readonly operation: Operation;
  readonly place: ListPlace;
  readonly query: URLSearchParams;
}

/** Some of the things of a list. */
export interface Page {
  readonly items: readonly Kept[];
  /** Of all that fit. */
  readonly total: number;
  /** What the next page is asked for with; undefined where there is none. */
  readonly next: Next | undefined;
}

interface Next {
  readonly name: string;
  readonly value: string;
}

/** The things that have what is asked for in properties of the same names, and of these the page that is asked for. */
export function pageOf(listing: Listing, all: readonly Kept[]): Page {
  const fitting = filtered(listing, all);
  const { document, operation, query } = listing;
  const limit = numberOf(document, limitOf(document, operation), query);
  const way = wayOf(listing);
  const start = startOf(way, query, fitting, limit);
  const end = limit === undefined || limit < 1 ? fitting.length : start + limit;
  const items = fitting.slice(start, end);
  const next = end < fitting.length && way !== undefined ? nextOf(way, query, items, end) : undefined;
  return { items, total: fitting.length, next };
}

function filtered({ document, operation, place, query }: Listing, all: readonly Kept[]): readonly Kept[] {
  const filters = filtersOf(document, operation, place).flatMap(({ parameter, property }) => {
    const wanted = query.get(parameter.name);
    const use = flatten(document, place.use).properties.get(property) ?? [];
    // A word that no item can have, such as `all`, is no filter.
    const listed = use.length === 0 ? undefined : flatten(document, use).enum;
    const isOne = wanted !== null && wanted !== "" && (listed?.map(String).includes(wanted) ?? true);
    return isOne ? [{ property, wanted }] : [];
  });
  return all.filter(({ value }) => filters.every(({ property, wanted }) => String(value[property]) === wanted));
}

/** How pages follow one another: as the document says, or else by what parameters are called. */
type Way =
  | { readonly by: "offset"; readonly name: string }
  | { readonly by: "page"; readonly name: string; readonly first: number }
  | { readonly by: "cursor"; readonly name: string };

/** What the mock server asks itself for the next page with, where the document says that it is linked and not how. */
const ownCursor = "_after";

function wayOf({ document, operation, query }: Listing): Way | undefined {
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

function startOf(
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

function nextOf(way: Way, query: URLSearchParams, items: readonly Kept[], end: number): Next | undefined {
  const last = items.at(-1);
  if (way.by === "offset") return { name: way.name, value: String(end) };
  if (way.by === "page")
    return { name: way.name, value: String(Math.trunc(Number(query.get(way.name) || way.first)) + 1) };
  return last === undefined ? undefined : { name: way.name, value: cursorOf(last) };
}

/** What is given for a parameter, or else its default. */
function numberOf(document: JsonObject, parameter: Parameter | undefined, query: URLSearchParams): number | undefined {
  if (parameter === undefined) return undefined;
  const given = query.get(parameter.name);
  const stated = flatten(document, useOf(parameter.schema)).parts.find(
    ({ keywords }) => keywords.default !== undefined,
  );
  const value = Number(given === null || given === "" ? stated?.keywords.default : given);
  return Number.isFinite(value) ? Math.trunc(value) : undefined;
}

/** Names of what counts all items, and of what says that there are more. */
const totals = new Set(["total", "totalcount", "totalitems", "totalresults", "totalrecords", "totalsize"]);
const mores = new Set(["hasmore", "hasnext", "hasnextpage", "more"]);

/**
 * The answer to a list: the example's, with the items of the page, how many there are of all, how the next page is asked for, and the numbers that were
 * asked for.
 *
 * @param url - of the request, from which the one of the next page is made
 */
export function pageBody(listing: Listing, example: unknown, items: readonly unknown[], page: Page, url: URL): unknown {
  const { document, operation, place, query } = listing;
  const body = withPart(example, place.path, items);
  if (!isObject(body)) return body;
  const told = Object.entries(body).map(([name, value]): [string, unknown] => {
    const bare = bareName(name);
    if (typeof value === "number" && totals.has(bare)) return [name, page.total];
    if (typeof value === "boolean" && mores.has(bare)) return [name, page.next !== undefined];
    const asked = query.get(name);
    return typeof value === "number" && asked !== null && Number.isFinite(Number(asked))
      ? [name, Number(asked)]
      : [name, value];
  });
  return withPagination(document, operation.pagination, Object.fromEntries(told), page, url, operation);
}

function withPagination(
  document: JsonObject,
  pagination: Pagination | undefined,
  body: unknown,
  { total, next }: Page,
  url: URL,
  operation: Operation,
): unknown {
  if (pagination === undefined) return body;
  if ("total" in pagination && pagination.total !== undefined) return placed(body, pagination.total, total);
  if (pagination.style === "cursor")
    return placed(body, pagination.next, next?.value ?? endOf(document, operation, pagination.next));
  if (pagination.style !== "link") return body;
  return placed(
    body,
    pagination.next,
    next === undefined ? endOf(document, operation, pagination.next) : linkTo(next, url),
  );
}

/** The URL of the next page. */
export function linkTo({ name, value }: Next, url: URL): string {
  const next = new URL(url);
  next.searchParams.set(name, value);
  return next.href;
}

/** What says that there is no next page: null where that may stand there, nothing where nothing has to, else an empty text. */
function endOf(document: JsonObject, operation: Operation, dotted: string): null | undefined | "" {
  const schema = operation.responses
    .find(({ status }) => status.startsWith("2"))
    ?.content.find((one) => one.schema)?.schema;
  const names = dotted.split(".");
  let use = useOf(schema);
  let isRequired = false;
  for (const name of names) {
    if (use.length === 0) return undefined;
    const view = flatten(document, use);
    isRequired = view.required.has(name);
    use = view.properties.get(name) ?? [];
  }
  if (use.length > 0 && schemasOf(document).typesOf(use)?.includes("null")) return null;
  return isRequired ? "" : undefined;
}

/** A copy with another value at a dotted path; without it where that is undefined. */
function placed(body: unknown, dotted: string, value: unknown): unknown {
  const path = dotted.split(".");
  const parent = path.slice(0, -1);
  if (!isObject(partAt(body, parent))) return body;
  return withPart(body, path, value);
}
