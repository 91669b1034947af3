import { dictionary } from "./dictionary.js";
import type { Pagination } from "./pagination.js";

/** What is asked for next: other query parameters, or the URL that the API gave. */
export interface Step {
  readonly query?: Readonly<Record<string, unknown>>;
  /** As it arrived: `resolveLink` reads it. */
  readonly link?: unknown;
}

/** A page, and what has been seen by then. */
export interface Visited<Page> {
  readonly page: Page;
  readonly items: readonly unknown[];
  /** How many items there were so far, this page included. */
  readonly seen: number;
  /** The `next` of the `Link` header. */
  readonly link: string | undefined;
}

export function itemsOf(page: unknown, { items }: Pagination): readonly unknown[] {
  const value = items === undefined ? page : read(page, items);
  return Array.isArray(value) ? value : [];
}

/**
 * What comes behind a page; undefined where the API says that nothing does.
 *
 * @param first The query of the first page.
 * @param last What asked for this page.
 */
export function nextStep(
  pagination: Pagination,
  { page, items, seen, link }: Visited<unknown>,
  first: Step["query"],
  last: Step,
): Step | undefined {
  const given = dictionary<unknown>({ ...first, ...last.query });
  switch (pagination.style) {
    case "offset": {
      const offset = Number(given[pagination.offset] ?? 0) + items.length;
      return offset >= totalOf(page, pagination.total) ? undefined : { query: { [pagination.offset]: offset } };
    }
    case "page": {
      const { first: lowest = 1, page: name, size = "" } = pagination;
      const began = Number(dictionary<unknown>(first)[name] ?? lowest);
      const skipped = (began - lowest) * Number(given[size] ?? 0);
      const number = Number(given[name] ?? lowest) + 1;
      return skipped + seen >= totalOf(page, pagination.total) ? undefined : { query: { [name]: number } };
    }
    case "cursor": {
      const cursor = read(page, pagination.next);
      return isEmpty(cursor) ? undefined : { query: { [pagination.cursor]: cursor } };
    }
    default: {
      const next = pagination.style === "link" ? read(page, pagination.next) : link;
      return isEmpty(next) ? undefined : { link: next };
    }
  }
}

function totalOf(page: unknown, total: string | undefined): number {
  const value = total === undefined ? undefined : read(page, total);
  return typeof value === "number" ? value : Number.POSITIVE_INFINITY;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || value === false;
}

/** The value at a dotted path. */
function read(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((parent, name) => {
    const object = Object(parent) as Record<string, unknown>;
    return Object.hasOwn(object, name) ? object[name] : undefined;
  }, value);
}
