import { isObject, type Json, type JsonObject, type Operation, schemasOf } from "@facsimile/document";
import { flatten, partAt, useOf, withPart } from "@facsimile/samples";
import { bareName } from "../things/names.js";
import type { Listing, Page } from "./page-of.js";
import type { Next } from "./page-way.js";

/** Names of what counts all items, of what counts pages, and of what says that there are more. */
const totals = new Set(["total", "totalcount", "totalitems", "totalresults", "totalrecords", "totalsize"]);
const pageCounts = new Set(["totalpages", "pagecount", "lastpage"]);
const mores = new Set(["hasmore", "hasnext", "hasnextpage", "more"]);

/** Counts stand beside the list, or in an object or two: `{ meta: { pagination: { total: 3 } } }`. */
const deepest = 2;

/**
 * The answer to a list: the example's, with the items of the page, how many there are of all, how the next page is asked for, and the numbers that were
 * asked for.
 *
 * @param url - of the request, from which the one of the next page is made
 */
export function pageBody(listing: Listing, example: unknown, items: readonly unknown[], page: Page, url: URL): unknown {
  const body = withPart(example, listing.place.path, items);
  return isObject(body) ? withPagination(listing, told(body, page, listing.query), page, url) : body;
}

function told(body: JsonObject, page: Page, query: URLSearchParams, depth = 0): JsonObject {
  const entries = Object.entries(body).map(([name, value]): [string, Json] => {
    const isInside = isObject(value) && depth < deepest;
    return [name, isInside ? told(value, page, query, depth + 1) : count(name, value, page, query)];
  });
  return Object.fromEntries(entries);
}

/** What a property says of the list, where it does; else what the example says. */
function count(name: string, value: Json, { total, limit, next }: Page, query: URLSearchParams): Json {
  const bare = bareName(name);
  if (typeof value === "boolean") return mores.has(bare) ? next !== undefined : value;
  if (typeof value !== "number") return value;
  if (totals.has(bare)) return total;
  if (pageCounts.has(bare)) return limit === undefined ? 1 : Math.ceil(total / limit);
  const asked = query.get(name);
  return asked !== null && Number.isFinite(Number(asked)) ? Number(asked) : value;
}

function withPagination({ document, operation }: Listing, body: JsonObject, { total, next }: Page, url: URL): unknown {
  const { pagination } = operation;
  if (pagination === undefined) return body;
  if ("total" in pagination && pagination.total !== undefined) return placed(body, pagination.total, total);
  if (pagination.style !== "cursor" && pagination.style !== "link") return body;
  const following = next && (pagination.style === "link" ? linkTo(next, url) : next.value);
  return placed(body, pagination.next, following ?? endOf(document, operation, pagination.next));
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
