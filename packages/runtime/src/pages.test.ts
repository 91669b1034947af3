import { describe, expect, it } from "vitest";
import { writeApiKey } from "./credentials/api-key.js";
import { isApiError } from "./errors/api.js";
import { RedirectError } from "./errors/redirect.js";
import { nextLink } from "./link.js";
import { type Pages, type PagesOptions, paginate } from "./pages.js";
import type { Pagination } from "./pagination.js";
import { clientOf, operation, rejection } from "./testing/api.js";
import { json, serve } from "./testing/serve.js";

const names = ["offset", "limit", "page", "size", "after", "q"] as const;
const list = operation({
  id: "listThings",
  path: "/things",
  parameters: names.map((name) => ({ name, in: "query" as const })),
});

function pagesOf(url: string, pagination: Pagination, input = {}, options?: PagesOptions): Pages<unknown, unknown> {
  // What is listed is unknown here; generated packages know it.
  return paginate<unknown, unknown, object>(
    clientOf(url, { retry: false }),
    { ...list, pagination } as never,
    input,
    options,
  );
}

async function collect<Item>(iterable: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of iterable) items.push(item);
  return items;
}

/** A list of `total` numbers, in pages of two, by offset or by page. */
function numbers(total: number) {
  return serve((asked, response) => {
    const query = new URL(asked.url, "http://x").searchParams;
    const offset = query.has("page") ? (Number(query.get("page")) - 1) * 2 : Number(query.get("offset") ?? 0);
    const rows = Array.from({ length: Math.max(0, Math.min(2, total - offset)) }, (_, i) => offset + i);
    json(response, { meta: { total }, rows });
  });
}

const byOffset = { style: "offset", offset: "offset", limit: "limit", items: "rows" } as const;
const byPage = { style: "page", page: "page", size: "size", items: "rows" } as const;

describe("by offset", () => {
  it("goes on by as many items as came, until a page is empty", async () => {
    const { url, asked } = await numbers(5);
    expect(await collect(pagesOf(url, byOffset, { query: { q: "a" } }).items())).toEqual([0, 1, 2, 3, 4]);
    expect(asked.map((one) => one.url)).toEqual([
      "/things?q=a",
      "/things?offset=2&q=a",
      "/things?offset=4&q=a",
      "/things?offset=5&q=a",
    ]);
  });

  it("does not give the empty page that ends it", async () => {
    const { url, asked } = await numbers(4);
    expect(await collect(pagesOf(url, byOffset))).toHaveLength(2);
    expect(asked).toHaveLength(3);
  });

  it("begins where it is told, and ends at the total", async () => {
    const { url, asked } = await numbers(5);
    const pages = pagesOf(url, { ...byOffset, total: "meta.total" }, { query: { offset: 1 } });
    expect(await collect(pages.items())).toEqual([1, 2, 3, 4]);
    expect(asked).toHaveLength(2);
  });
});

describe("by page", () => {
  it("counts from one, or from where it is told, and ends at the total", async () => {
    const { url, asked } = await numbers(5);
    const pages = pagesOf(url, { ...byPage, total: "meta.total" });
    expect(await collect(pages.items())).toEqual([0, 1, 2, 3, 4]);
    expect(asked.map((one) => one.url)).toEqual(["/things", "/things?page=2", "/things?page=3"]);
    expect(
      await collect(pagesOf(url, { ...byPage, total: "meta.total" }, { query: { page: 2, size: 2 } }).items()),
    ).toEqual([2, 3, 4]);
    expect(asked).toHaveLength(5);
  });

  it("may count from zero", async () => {
    const { url, asked } = await serve((_, response, number) => json(response, { rows: number < 3 ? [number] : [] }));
    await collect(pagesOf(url, { ...byPage, first: 0 }));
    expect(asked.map((one) => one.url)).toEqual(["/things", "/things?page=1", "/things?page=2"]);
  });

  it("ends at a page that is the same as the one before", async () => {
    const { url, asked } = await serve((_, response) => json(response, { rows: [1, 2] }));
    expect(await collect(pagesOf(url, byPage))).toEqual([{ rows: [1, 2] }]);
    expect(asked).toHaveLength(2);
  });
});

describe("by cursor", () => {
  const byCursor = { style: "cursor", cursor: "after", next: "meta.next", items: "rows" } as const;

  it("follows cursors until there is none", async () => {
    const { url, asked } = await serve((_, response, number) =>
      json(response, { rows: [number], meta: { next: ["a/b", "c", null][number - 1] } }),
    );
    expect(await collect(pagesOf(url, byCursor).items())).toEqual([1, 2, 3]);
    expect(asked.map((one) => one.url)).toEqual(["/things", "/things?after=a%2Fb", "/things?after=c"]);
  });

  it("ends at a cursor that leads nowhere", async () => {
    const { url, asked } = await serve((_, response, number) =>
      json(response, { rows: [number], meta: { next: "same" } }),
    );
    expect(await collect(pagesOf(url, byCursor).items())).toEqual([1, 2]);
    expect(asked).toHaveLength(2);
  });
});

describe("by link", () => {
  const byLink = { style: "link", next: "next", items: "rows" } as const;
  const key = { name: "key", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey } as const;

  it("follows links within the origin, relative or not, whatever scheme they name", async () => {
    const { url, asked } = await serve((asked, response, number) => {
      const next = [`https://${asked.headers.host}/things?cursor=b`, "/other?cursor=c", "?cursor=d", null][number - 1];
      json(response, { rows: [number], next });
    });
    expect(await collect(pagesOf(url, byLink).items())).toEqual([1, 2, 3, 4]);
    expect(asked.map((one) => one.url)).toEqual(["/things", "/things?cursor=b", "/other?cursor=c", "/things?cursor=d"]);
  });

  it("ends at a link that leads nowhere", async () => {
    const { url, asked } = await serve((_, response, number) =>
      json(response, { rows: [number], next: "/things?n=2" }),
    );
    expect(await collect(pagesOf(url, byLink).items())).toEqual([1, 2]);
    expect(asked).toHaveLength(2);
  });

  it("reads the Link header", async () => {
    const { url, asked } = await serve((_, response, number) =>
      json(response, [number], 200, {
        link: ['</a>; rel="prev", </things?n=2>; title="x"; rel="last next"', '</things?n=3>; rel="next last"', ""][
          number - 1
        ] as string,
      }),
    );
    expect(await collect(pagesOf(url, { style: "link-header" }).items())).toEqual([1, 2, 3]);
    expect(asked.slice(1).map((one) => one.url)).toEqual(["/things?n=2", "/things?n=3"]);
  });

  it("takes no credential to another host", async () => {
    const other = await serve((_, response) => json(response, { rows: [2] }));
    const { url } = await serve((_, response) => json(response, { rows: [1], next: `${other.url}/things` }));
    const client = clientOf(url, { credentials: { key: "canary-key" } });
    const secured = { ...list, security: [[{ scheme: key }]], pagination: byLink } as never;
    const error = await rejection(collect(paginate<unknown, unknown, object>(client, secured)));
    expect(error).toBeInstanceOf(RedirectError);
    expect(error.message).toBe("listThings: the link to the next page leads to another host: not followed");
    expect(other.asked).toHaveLength(0);
  });

  it.each(["ann:word@", "ann@"])("follows no link to a user: %s", async (user) => {
    const { url, asked } = await serve(({ headers }, response) =>
      json(response, { rows: [1], next: `http://${user}${headers.host}/things?n=2` }),
    );
    expect(await rejection(collect(pagesOf(url, byLink)))).toBeInstanceOf(RedirectError);
    expect(asked).toHaveLength(1);
  });
});

describe("pages that lead in a circle end", () => {
  const byLink = { style: "link", next: "next", items: "rows" } as const;
  const byCursor = { style: "cursor", cursor: "after", next: "next", items: "rows" } as const;

  /** Each page is the next in turn, whatever was asked for. */
  const turning = (pages: number, next: (number: number) => unknown) =>
    serve((_, response, number) => json(response, { rows: [{ id: number % pages }], next: next(number) }));

  it.each([1, 2, 3, 7])("where %i links come again", async (length) => {
    const { url, asked } = await turning(1_000, (number) => `/things?n=${number % length}`);
    expect(await collect(pagesOf(url, byLink))).toHaveLength(length + 1);
    expect(asked).toHaveLength(length + 1);
  });

  it.each([1, 2, 3, 7])("where %i cursors come again", async (length) => {
    const { url, asked } = await turning(1_000, (number) => `c${number % length}`);
    expect(await collect(pagesOf(url, byCursor))).toHaveLength(length + 1);
    expect(asked).toHaveLength(length + 1);
  });

  it.each<[string, Pagination]>([
    ["offsets", byOffset],
    ["page numbers", byPage],
    ["cursors", byCursor],
    ["links", byLink],
  ])("where other %s give the same pages again", async (_, pagination) => {
    for (const length of [2, 3, 7]) {
      const { url, asked } = await turning(length, (number) => `/things?n=${number}`);
      expect(await collect(pagesOf(url, pagination))).toHaveLength(length);
      expect(asked).toHaveLength(length + 1);
    }
  });
});

describe("a link to a page", () => {
  const linked = (link: unknown) =>
    serve((_, response, number) => json(response, { rows: [number], next: number === 1 ? link : null }));
  const byLink = { style: "link", next: "next", items: "rows" } as const;

  it("may have 8,000 characters", async () => {
    const { url, asked } = await linked(`/things?${"a".repeat(7_992)}`);
    await collect(pagesOf(url, byLink));
    expect(asked[1]?.url).toHaveLength(8_000);
  });

  it.each([
    ["longer", "/".repeat(8_001)],
    ["a number", 5],
    ["an object", { href: "/things", toString: 1 }],
  ])("that is %s is not followed, and the list not taken for complete", async (_, link) => {
    const { url, asked } = await linked(link);
    const error = await rejection(collect(pagesOf(url, byLink)));
    expect(error).toBeInstanceOf(RedirectError);
    expect(error.message).toBe(
      "listThings: the link to the next page is no text of at most 8000 characters: not followed",
    );
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["</a>; rel=next", "/a"],
    ["<</a>; rel=next", "/a"],
    ['</a>; title="; rel=next", </b>; rel="next"', "/b"],
    ['</a>; rel=prev; rel=next, </b>; REL = "x NEXT"', "/b"],
    ['</a>; rel="nextish", </b>; rel=next-page', undefined],
    ['</a>; rel="next', undefined],
  ])("in a header is read as RFC 8288 has it: %s", (link, target) => {
    expect(nextLink(new Headers({ link }))).toBe(target);
  });
});

describe("an iteration", () => {
  it("asks for nothing before it begins, and for no more than it needs", async () => {
    const { url, asked } = await numbers(100);
    const pages = pagesOf(url, byOffset);
    expect(asked).toHaveLength(0);
    for await (const item of pages.items()) if (item === 2) break;
    expect(asked).toHaveLength(2);
  });

  it("begins anew each time", async () => {
    const { url } = await numbers(3);
    const pages = pagesOf(url, byOffset);
    expect(await collect(pages.items())).toEqual(await collect(pages.items()));
  });

  it("ends at the limits of pages and of items", async () => {
    const { url, asked } = await numbers(100);
    expect(await collect(pagesOf(url, byOffset, {}, { maxItems: 3 }).items())).toEqual([0, 1, 2]);
    expect(asked).toHaveLength(2);
    expect(await collect(pagesOf(url, byOffset, {}, { maxPages: 2 }))).toHaveLength(2);
    expect(asked).toHaveLength(4);
    expect(await collect(pagesOf(url, byOffset, {}, { maxItems: 0 }).items())).toEqual([]);
    expect(asked).toHaveLength(4);
  });

  it("gives the first page even if it is empty", async () => {
    const { url } = await numbers(0);
    expect(await collect(pagesOf(url, byOffset))).toEqual([{ meta: { total: 0 }, rows: [] }]);
    expect(await collect(pagesOf(url, byOffset).items())).toEqual([]);
  });

  it("throws ApiError for a page that is refused", async () => {
    const { url } = await serve((_, response, number) => json(response, { rows: [number] }, number === 2 ? 403 : 200));
    const seen: unknown[] = [];
    const error = await rejection(
      (async () => {
        for await (const item of pagesOf(url, byPage).items()) seen.push(item);
      })(),
    );
    expect(seen).toEqual([1]);
    expect(isApiError(error)).toBe(true);
  });

  it("throws for a page that cannot be read, and ends at one without a body", async () => {
    const broken = await serve((_, response, number) => {
      if (number === 1) json(response, { rows: [1, 2] });
      else response.writeHead(200, { "content-type": "text/html" }).end("<p>Sign in");
    });
    const error = await rejection(collect(pagesOf(broken.url, { style: "offset", offset: "offset", items: "rows" })));
    expect(error).toMatchObject({ name: "ResponseParseError", snippet: "<p>Sign in", contentType: "text/html" });
    const none = await serve((_, response) => response.writeHead(204).end());
    expect(await collect(pagesOf(none.url, { style: "offset", offset: "offset", items: "rows" }))).toEqual([]);
  });

  it.each([
    ["an object", { a: 1 }],
    ["a text", "ab"],
    ["null", null],
    ["missing", undefined],
  ])("has no items where what should be their list is %s", async (_, rows) => {
    const { url, asked } = await serve((_request, response) => json(response, { rows }));
    expect(await collect(pagesOf(url, byOffset).items())).toEqual([]);
    expect(await collect(pagesOf(url, byOffset))).toEqual([{ ...(rows !== undefined && { rows }) }]);
    expect(asked).toHaveLength(2);
  });

  it("is ended by the signal", async () => {
    const { url } = await numbers(100);
    const controller = new AbortController();
    const pages = pagesOf(url, byOffset, {}, { signal: controller.signal });
    const error = await rejection(
      (async () => {
        for await (const item of pages.items()) if (item === 3) controller.abort();
      })(),
    );
    expect(error.name).toBe("AbortedError");
  });
});
