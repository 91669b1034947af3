import { describe, expect, it } from "vitest";
import { isApiError } from "./errors/api.js";
import { rejection } from "./testing/api.js";
import { byOffset, byPage, collect, numbers, pagesOf } from "./testing/pages.js";
import { json, serve } from "./testing/serve.js";

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
