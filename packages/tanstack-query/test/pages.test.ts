import {
  type CallOptions,
  type Client,
  createClient,
  type PagedOperation,
  type Pagination,
  readJsonBody,
  type Success,
  send,
  writeQuery,
} from "@facsimile/runtime";
import { listUsers } from "@facsimile/sendauth/functions";
import type { PaginatedUsers } from "@facsimile/sendauth/schemas";
import { dehydrate, hydrate, type InfiniteData, InfiniteQueryObserver, QueryClient } from "@tanstack/query-core";
import { describe, expect, expectTypeOf, it, vi } from "vitest";
import { infiniteQueryOptions, type PageParam } from "../src/index.js";
import { json, serve } from "./serve.js";
import { users } from "./users.js";

interface ListInput {
  query?: { after?: string | number; q?: string };
}
type ListResult = Success<200, unknown>;
type List = (client: Client, input?: ListInput, options?: CallOptions) => Promise<ListResult>;

/** An operation as generated packages have it, whose pages are asked for as it is said. */
function listBy(pagination: Pagination): List {
  const operation: PagedOperation<ListInput, ListResult> = {
    id: "list",
    method: "GET",
    path: "/list",
    parameters: ["after", "q"].map((name) => ({ name, in: "query" as const })),
    write: [writeQuery],
    responses: { 200: { content: { "application/json": readJsonBody } } },
    pagination,
  };
  return (client, input, options) => send(client, operation, input, options);
}

/** Asks for pages until there are none. */
async function readAll(
  options: ReturnType<typeof infiniteQueryOptions<Client, ListInput | undefined, ListResult>>,
  cache = new QueryClient(),
) {
  const observer = new InfiniteQueryObserver(cache, options);
  await observer.refetch();
  for (let count = 1; observer.getCurrentResult().hasNextPage && count < 10; count++) await observer.fetchNextPage();
  return observer.getCurrentResult().data?.pages;
}

describe("the pages of a query", () => {
  it("are those of the operation, one after the other, of a function and of a method alike", async () => {
    const { client, sendauth, url, asked } = await users();
    const options = infiniteQueryOptions(listUsers, client, { query: { perPage: 2 } });
    expect(options.queryKey).toEqual([url, "listUsers", { query: { perPage: 2 } }, "pages"]);
    expect(infiniteQueryOptions(sendauth.listUsers, { query: { perPage: 2 } }).queryKey).toEqual(options.queryKey);
    const cache = new QueryClient();
    const first = await cache.fetchInfiniteQuery(options);
    expectTypeOf(first).toEqualTypeOf<InfiniteData<PaginatedUsers, PageParam>>();
    const observer = new InfiniteQueryObserver(cache, { ...options, staleTime: Infinity });
    while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage();
    const { data } = observer.getCurrentResult();
    expect(data?.pages.map(({ rows }) => rows?.map(({ id }) => id))).toEqual([["u1", "u2"], ["u3", "u4"], ["u5"]]);
    expect(asked).toEqual(["", "page=2&", "page=3&"].map((page) => `GET /api/v1/users?${page}perPage=2`));
  });

  it.each<[string, Pagination, (at: number) => [unknown, Record<string, string>?], string[]]>([
    [
      "offset",
      { style: "offset", offset: "after", items: "rows", total: "total" },
      (at) => [{ rows: [at, at + 1], total: 5 }],
      ["q=x", "after=2&q=x", "after=4&q=x"],
    ],
    [
      "cursor",
      { style: "cursor", cursor: "after", next: "next", items: "rows" },
      (at) => [{ rows: [at], next: at < 2 ? at + 1 : null }],
      ["q=x", "after=1&q=x", "after=2&q=x"],
    ],
    [
      "link",
      { style: "link", next: "next", items: "rows" },
      (at) => [{ rows: [at], next: at < 2 ? `/list?q=x&after=${at + 1}` : "" }],
      ["q=x", "q=x&after=1", "q=x&after=2"],
    ],
    [
      "link-header",
      { style: "link-header" },
      (at) => [[at], at < 2 ? { link: `</list?q=x&after=${at + 1}>; rel="next"` } : {}],
      ["q=x", "q=x&after=1", "q=x&after=2"],
    ],
  ])("follow the style %s", async (_, pagination, answer, expected) => {
    const { url, asked } = await serve((request, response) => {
      const [body, headers] = answer(Number(new URL(request.url ?? "", "http://localhost").searchParams.get("after")));
      json(response, body, headers);
    });
    const client = createClient({ name: "Lists", server: { url } });
    const pages = await readAll(infiniteQueryOptions(listBy(pagination), client, { query: { q: "x" } }));
    expect(pages).toHaveLength(3);
    expect(asked).toEqual(expected.map((query) => `GET /list?${query}`));
  });

  it("go on where a cache was written and read again, also by a link that stands in no page", async () => {
    const { url, asked } = await serve((_, response) =>
      json(response, [asked.length], { link: '</list?after=2>; rel="next"' }),
    );
    const client = createClient({ name: "Lists", server: { url } });
    const options = infiniteQueryOptions(listBy({ style: "link-header" }), client);
    const server = new QueryClient();
    await server.fetchInfiniteQuery(options);
    const browser = new QueryClient();
    hydrate(browser, JSON.parse(JSON.stringify(dehydrate(server))));
    const observer = new InfiniteQueryObserver(browser, { ...options, staleTime: Infinity });
    expect(observer.getCurrentResult().hasNextPage).toBe(true);
    const { data, hasNextPage } = await observer.fetchNextPage();
    expect(data?.pages).toEqual([[1], [2]]);
    // The second page names itself: there is no third.
    expect(hasNextPage).toBe(false);
  });

  it("are asked for again as they are now", async () => {
    let last = 2;
    const { url } = await serve((request, response) => {
      const at = Number(new URL(request.url ?? "", "http://localhost").searchParams.get("after"));
      json(response, [at], at < last ? { link: `</list?after=${at + 1}>; rel="next"` } : {});
    });
    const client = createClient({ name: "Lists", server: { url } });
    const options = infiniteQueryOptions(listBy({ style: "link-header" }), client);
    const cache = new QueryClient();
    expect(await readAll(options, cache)).toEqual([[0], [1], [2]]);
    last = 1;
    const observer = new InfiniteQueryObserver(cache, options);
    await observer.refetch();
    const { data, hasNextPage } = observer.getCurrentResult();
    expect([data?.pages, hasNextPage]).toEqual([[[0], [1]], false]);
  });

  it.each<[string, Pagination, unknown, number]>([
    ["comes again", { style: "offset", offset: "after", items: "rows" }, { rows: [1] }, 2],
    ["is empty", { style: "offset", offset: "after", items: "rows" }, { rows: [] }, 1],
    [
      "has the cursor of the one before",
      { style: "cursor", cursor: "after", next: "next", items: "rows" },
      { rows: [1], next: "n" },
      2,
    ],
  ])("end where a page %s", async (_, pagination, body, count) => {
    const { url, asked } = await serve((_request, response) => json(response, body));
    const client = createClient({ name: "Lists", server: { url } });
    await readAll(infiniteQueryOptions(listBy(pagination), client));
    expect(asked).toHaveLength(count);
  });

  it("are null where an answer has no body, and there is none behind", async () => {
    const { url } = await serve((_, response) => response.writeHead(204).end());
    const client = createClient({ name: "Lists", server: { url } });
    const pages = await readAll(
      infiniteQueryOptions(listBy({ style: "offset", offset: "after", items: "rows" }), client),
    );
    expect(pages).toEqual([null]);
  });

  it("are asked for once, with the options of their calls", async () => {
    const { url } = await serve(() => {});
    const client = createClient({ name: "Lists", server: { url } });
    const list = listBy({ style: "offset", offset: "after", items: "rows" });
    const slow = infiniteQueryOptions(list, client, {}, { timeout: 20, retry: false });
    const { error, failureCount } = await new InfiniteQueryObserver(new QueryClient(), slow).refetch();
    expect([error?.name, failureCount]).toEqual(["TimeoutError", 1]);
  });

  it("are no more asked for when nobody looks any more", async () => {
    const closed = vi.fn();
    const { url, asked } = await serve((_, response) => response.on("close", closed));
    const client = createClient({ name: "Lists", server: { url } });
    const options = infiniteQueryOptions(listBy({ style: "offset", offset: "after", items: "rows" }), client);
    const stop = new InfiniteQueryObserver(new QueryClient(), options).subscribe(() => {});
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    stop();
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  it("go on by their own links in each cache that has the same options", async () => {
    const { url, asked } = await serve((_, response) =>
      json(response, [asked.length], { link: `</list?after=${asked.length}>; rel="next"` }),
    );
    const client = createClient({ name: "Lists", server: { url } });
    const options = infiniteQueryOptions(listBy({ style: "link-header" }), client);
    const caches = [new QueryClient(), new QueryClient()];
    for (const cache of caches) await cache.fetchInfiniteQuery(options);
    const observers = caches.map((cache) => new InfiniteQueryObserver(cache, { ...options, staleTime: Infinity }));
    for (const observer of observers) await observer.fetchNextPage();
    expect(asked.slice(2)).toEqual(["GET /list?after=1", "GET /list?after=2"]);
  });

  it("are of operations that have pages", async () => {
    const { client, sendauth } = await users();
    const { getUser } = await import("@facsimile/sendauth/functions");
    const input = { path: { userID: "u1" } };
    expect(() => infiniteQueryOptions(getUser, client, input)).toThrow("getUser has no pages");
    // @ts-expect-error a method without pages
    expect(() => infiniteQueryOptions(sendauth.getUser, input)).toThrow("getUser has no pages");
  });
});
