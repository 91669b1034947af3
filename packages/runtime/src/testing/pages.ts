import { type Pages, type PagesOptions, paginate } from "../pages.js";
import type { Pagination } from "../pagination.js";
import { clientOf, operation } from "./api.js";
import { json, serve } from "./serve.js";

const names = ["offset", "limit", "page", "size", "after", "q"] as const;
export const list: ReturnType<typeof operation> = operation({
  id: "listThings",
  path: "/things",
  parameters: names.map((name) => ({ name, in: "query" as const })),
});

export function pagesOf(
  url: string,
  pagination: Pagination,
  input = {},
  options?: PagesOptions,
): Pages<unknown, unknown> {
  // What is listed is unknown here; generated packages know it.
  return paginate<unknown, unknown, object>(
    clientOf(url, { retry: false }),
    { ...list, pagination } as never,
    input,
    options,
  );
}

export async function collect<Item>(iterable: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of iterable) items.push(item);
  return items;
}

/** A list of `total` numbers, in pages of two, by offset or by page. */
export function numbers(total: number): ReturnType<typeof serve> {
  return serve((asked, response) => {
    const query = new URL(asked.url, "http://x").searchParams;
    const offset = query.has("page") ? (Number(query.get("page")) - 1) * 2 : Number(query.get("offset") ?? 0);
    const rows = Array.from({ length: Math.max(0, Math.min(2, total - offset)) }, (_, i) => offset + i);
    json(response, { meta: { total }, rows });
  });
}

export const byOffset = { style: "offset", offset: "offset", limit: "limit", items: "rows" } as const;
export const byPage = { style: "page", page: "page", size: "size", items: "rows" } as const;
