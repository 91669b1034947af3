import type { Json, JsonObject, Operation, Parameter } from "@facsimile/document";
import { flatten, useOf } from "@facsimile/samples";
import type { ListPlace } from "../things/answer-shape.js";
import { filtersOf, limitOf } from "../things/list-parameters.js";
import { type Next, nextOf, startOf, wayOf } from "./page-way.js";
import type { Kept } from "./store.js";

/** A list, and what is asked of it. */
export interface Listing {
  readonly document: JsonObject;
  readonly operation: Operation;
  readonly place: ListPlace;
  readonly query: URLSearchParams;
  /** A thing as the list shows it. */
  show(kept: Kept): JsonObject;
}

/** Some of the things of a list. */
export interface Page {
  readonly items: readonly Kept[];
  /** Of all that fit. */
  readonly total: number;
  /** How many there are on a page at most; undefined where nothing says so. */
  readonly limit: number | undefined;
  /** What the next page is asked for with; undefined where there is none. */
  readonly next: Next | undefined;
}

/** The things that have what is asked for in properties of the same names, and of these the page that is asked for. */
export function pageOf(listing: Listing, all: readonly Kept[]): Page {
  const fitting = filtered(listing, all);
  const { document, operation, query } = listing;
  const asked = numberOf(document, limitOf(document, operation), query);
  const limit = asked === undefined || asked < 1 ? undefined : asked;
  const way = wayOf(listing);
  const start = startOf(way, query, fitting, limit);
  const end = limit === undefined ? fitting.length : start + limit;
  const items = fitting.slice(start, end);
  const next = end < fitting.length && way !== undefined ? nextOf(way, query, items, end) : undefined;
  return { items, total: fitting.length, limit, next };
}

function filtered({ document, operation, place, query, show }: Listing, all: readonly Kept[]): readonly Kept[] {
  const filters = filtersOf(document, operation, place).flatMap(({ parameter, property }) => {
    const wanted = query.get(parameter.name);
    const use = flatten(document, place.use).properties.get(property) ?? [];
    // A word that no item can have, such as `all`, is no filter.
    const listed = use.length === 0 ? undefined : flatten(document, use).enum;
    const isOne = wanted !== null && wanted !== "" && (listed?.map(String).includes(wanted) ?? true);
    return isOne ? [{ property, wanted }] : [];
  });
  const known = (kept: Kept, property: string): Json | undefined =>
    (Object.hasOwn(kept.value, property) ? kept.value : show(kept))[property];
  return all.filter((kept) => filters.every(({ property, wanted }) => isText(known(kept, property), wanted)));
}

function isText(value: Json | undefined, wanted: string): boolean {
  return typeof value !== "object" && String(value) === wanted;
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
