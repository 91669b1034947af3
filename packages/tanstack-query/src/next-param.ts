import { itemsOf, nextStep, type Pagination, type Step } from "@facsimile/runtime";
import type { Input } from "./bind.js";

/** What leads to a page. It is JSON, as a cache that is written to disk needs. */
export interface PageParam extends Step {
  /** How many items came before. */
  readonly seen: number;
  /** The `next` of the page's `Link` header, once the page has come: it stands in no page. */
  header?: string | undefined;
}

/** What leads to the page behind the last one; undefined where there is none. */
export function nextParam(
  pagination: Pagination,
  first: Input["query"],
  page: unknown,
  pages: readonly unknown[],
  param: PageParam,
  params: readonly PageParam[],
): PageParam | undefined {
  const items = itemsOf(page, pagination);
  const before = pages.length > 1 && itemsOf(pages.at(-2), pagination);
  if (items.length === 0 || (before && JSON.stringify(before) === JSON.stringify(items))) return undefined;
  const seen = param.seen + items.length;
  const step = nextStep(pagination, { page, items, seen, link: param.header }, first, param);
  const hasCome = ({ query, link }: Step): boolean => JSON.stringify({ query, link }) === JSON.stringify(step);
  return step && !params.some(hasCome) ? { ...step, seen } : undefined;
}
