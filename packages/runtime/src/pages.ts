import { askPage } from "./ask-page.js";
import type { Call } from "./call.js";
import { type AnyClient, stateOf } from "./client.js";
import type { PagedOperation } from "./operation.js";
import type { CallOptions } from "./options.js";
import { itemsOf, nextStep, type Step, type Visited } from "./page-step.js";
import { createRecord } from "./repeats.js";
import type { Input } from "./request.js";
import type { Answered } from "./unwrap.js";

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
 * It ends when the API says that there is no further page, at a page that is empty, and at a page, a cursor or a link that has come before:
 * one of the last 10,000 pages, or one of a longer circle, after some of it has come twice. A page has come before when its items are the same.
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
  operation: PagedOperation<Parameters, Answered<NoInfer<Page>>>,
  input?: Parameters,
  options: PagesOptions = {},
): Pages<Page, Item> {
  const { maxPages = Number.POSITIVE_INFINITY, maxItems = Number.POSITIVE_INFINITY, ...callOptions } = options;
  const { pagination } = operation;

  async function* pages(): AsyncGenerator<Visited<Page>, void> {
    const state = stateOf(client);
    // An operation that is paginated has an object for its input.
    const given = { ...input } as Input;
    const hasCome = createRecord();
    let step: Step = {};
    let seen = 0;
    let secrets: Call["secrets"] = [];
    for (let count = 1; count <= maxPages; count++) {
      const arrived = await askPage(state, operation, given, step, callOptions, secrets);
      // A cast because the generator writes the description and the type of the result from the same document.
      const page = arrived.page as Page | undefined;
      if (page === undefined) return;
      const items = itemsOf(page, pagination);
      const known = hasCome(JSON.stringify(items));
      if (count > 1 && (known || items.length === 0)) return;
      seen += items.length;
      const visited = { page, items, seen, link: arrived.link };
      yield visited;
      const next = items.length > 0 ? nextStep(pagination, visited, given.query, step) : undefined;
      if (!next || hasCome(JSON.stringify(next))) return;
      ({ secrets } = arrived);
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
