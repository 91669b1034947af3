import type { AnyClient } from "./client.js";
import { nextLink, resolveLink } from "./link.js";
import type { Operation } from "./operation.js";
import type { CallOptions } from "./options.js";
import type { Input } from "./request.js";
import { send } from "./send.js";
import { type Answered, unwrap } from "./unwrap.js";

/**
 * How the pages of a list are asked for (`x-pagination`). Names are those of query parameters, and of properties of the
 * answer, where a dot leads into an object.
 */
export type Pagination =
  | {
      readonly style: "offset";
      readonly offset: string;
      readonly limit?: string;
      readonly items: string;
      readonly total?: string;
    }
  | {
      readonly style: "page";
      readonly page: string;
      readonly size?: string;
      /** The number of the first page. Default: 1. */
      readonly first?: number;
      readonly items: string;
      readonly total?: string;
    }
  | { readonly style: "cursor"; readonly cursor: string; readonly next: string; readonly items: string }
  | { readonly style: "link"; readonly next: string; readonly items: string }
  | { readonly style: "link-header"; readonly items?: string };

/** Options of a call, which hold for each page, and where to stop. */
export interface PagesOptions extends CallOptions {
  /** Pages that are asked for at most. Default: no limit. */
  readonly maxPages?: number;
  /** Items that `items()` gives at most. Default: no limit. */
  readonly maxItems?: number;
}

/**
 * The pages of a list, asked for one at a time while they are iterated. Each iteration starts at the first.
 *
 * It ends when the API says that there is no further page, and at a page that is empty or the same as the one before.
 * Iterating throws what `unwrap` throws.
 */
export interface Pages<Page, Item> extends AsyncIterable<Page> {
  /** The items of all pages, one after the other. */
  items(): AsyncIterable<Item>;
}

/** Lists what an operation answers page by page. Nothing is sent before it is iterated. */
export function paginate<Page, Item, Parameters>(
  client: AnyClient,
  // Told by what is to be returned: of several kinds of pages, the compiler would take the first for all.
  operation: Operation<Parameters, Answered<NoInfer<Page>>>,
  pagination: Pagination,
  input?: Parameters,
  options: PagesOptions = {},
): Pages<Page, Item> {
  const { maxPages = Number.POSITIVE_INFINITY, maxItems = Number.POSITIVE_INFINITY, ...callOptions } = options;

  async function* pages(): AsyncGenerator<Visited<Page>, void> {
    let step: Step = {};
    let before: Visited<Page> | undefined;
    for (let count = 1; count <= maxPages; count++) {
      const { link, query } = step;
      // An operation that is paginated has an object for its input, and query parameters of these names.
      const asked = query ? ({ ...input, query: { ...(input as Input)?.query, ...query } } as Parameters) : input;
      const result = await send(client, operation, asked, callOptions, link && resolveLink(client, operation, link));
      const page: Page = await unwrap(result);
      const items = itemsOf(page, pagination);
      const visited = {
        page,
        items,
        seen: (before?.seen ?? 0) + items.length,
        link: nextLink(result.response.headers),
      };
      if (before && (items.length === 0 || JSON.stringify(items) === JSON.stringify(before.items))) return;
      yield visited;
      const next = items.length > 0 ? nextStep(pagination, visited, input as Input, step) : undefined;
      if (!next) return;
      before = visited;
      step = next;
    }
  }

  return {
    async *[Symbol.asyncIterator]() {
      for await (const { page } of pages()) yield page;
    },
    async *items() {
      let left = maxItems;
      if (left <= 0) return;
      for await (const { items } of pages()) {
        for (const item of items) {
          yield item as Item;
          if (--left <= 0) return;
        }
      }
    },
  };
}

/** What is asked for next: other query parameters, or the URL that the API gave. */
interface Step {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly link?: string;
}

interface Visited<Page> {
  readonly page: Page;
  readonly items: readonly unknown[];
  /** How many items there were so far, this page included. */
  readonly seen: number;
  /** The `next` of the `Link` header. */
  readonly link: string | undefined;
}

function itemsOf(page: unknown, { items }: Pagination): readonly unknown[] {
  const value = items === undefined ? page : read(page, items);
  return Array.isArray(value) ? value : [];
}

function nextStep(pagination: Pagination, visited: Visited<unknown>, input: Input, last: Step): Step | undefined {
  const { page, items, seen } = visited;
  const given = { ...input?.query, ...last.query };
  switch (pagination.style) {
    case "offset": {
      const offset = Number(given[pagination.offset] ?? 0) + items.length;
      return offset >= totalOf(page, pagination.total) ? undefined : { query: { [pagination.offset]: offset } };
    }
    case "page": {
      const { first = 1, page: name, size = "" } = pagination;
      const skipped = (Number(input?.query?.[name] ?? first) - first) * Number(given[size] ?? 0);
      const number = Number(given[name] ?? first) + 1;
      return skipped + seen >= totalOf(page, pagination.total) ? undefined : { query: { [name]: number } };
    }
    case "cursor": {
      const cursor = read(page, pagination.next);
      return isEmpty(cursor) || cursor === given[pagination.cursor]
        ? undefined
        : { query: { [pagination.cursor]: cursor } };
    }
    default: {
      const link = pagination.style === "link" ? read(page, pagination.next) : visited.link;
      return isEmpty(link) || link === last.link ? undefined : { link: String(link) };
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
