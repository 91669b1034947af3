import type { Family } from "../families/family.js";
import { listedOperations } from "./operations-page.js";
import { type MarkdownPage, pageName } from "./page-source.js";
import { Reading } from "./reading.js";

/** What operations are called in ids: by the file of their page and their name there. */
export type OperationKeys = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Finds the operations whose name another page uses for another request: their ids have the page's name before their own. An operation that
 * several pages list with one method and path is one operation.
 */
export function operationKeys(pages: readonly MarkdownPage[], family: Family): OperationKeys {
  const listed = pages.flatMap((page) =>
    listedOperations(page, new Reading(family, page.file)).map(({ name, method, path }) => ({
      name,
      request: `${method} ${path}`,
      page,
    })),
  );
  const requests = new Map<string, Set<string>>();
  // An older edition is about the same page: its requests are the newer ones' or differ from them, which is said elsewhere.
  for (const { name, request, page } of listed)
    if (!isOlder(page)) requests.set(name, (requests.get(name) ?? new Set()).add(request));
  const keys = new Map<string, Map<string, string>>();
  for (const { name, page } of listed) {
    if ((requests.get(name)?.size ?? 0) < 2) continue;
    keys.set(
      page.file,
      (keys.get(page.file) ?? new Map<string, string>()).set(name, `${prefixOf(page, pages)}.${name}`),
    );
  }
  return keys;
}

function isOlder({ file }: MarkdownPage): boolean {
  return /\.older-edition\.md$/i.test(file);
}

/** The name of a page; with its folders, where another one is called so too. */
function prefixOf(page: MarkdownPage, pages: readonly MarkdownPage[]): string {
  const stem = (of: MarkdownPage): string => pageName(of.file).replace(/\.older-edition$/i, "");
  const isShared = pages.some(
    (other) => other !== page && isOlder(other) === isOlder(page) && stem(other) === stem(page),
  );
  return isShared ? page.file.replace(/(\.older-edition)?\.md$/i, "").replaceAll("/", ".") : stem(page);
}
