import { describe, expect, it } from "vitest";
import { writeApiKey } from "./credentials/api-key.js";
import { RedirectError } from "./errors/redirect.js";
import { nextLink } from "./link.js";
import { paginate } from "./pages.js";
import type { Pagination } from "./pagination.js";
import { clientOf, rejection } from "./testing/api.js";
import { byOffset, byPage, collect, list, pagesOf } from "./testing/pages.js";
import { json, serve } from "./testing/serve.js";

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
