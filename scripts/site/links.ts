import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";
import type { Page } from "./page.js";

/** A link that leads nowhere. */
export interface DeadLink {
  readonly page: string;
  readonly url: string;
}

/** Pages whose links lead to pages of the site, else to the repository, with the pictures that they show and the links that lead nowhere. */
export interface LinkedPages {
  readonly pages: readonly Page[];
  /** Paths in the repository. */
  readonly pictures: readonly string[];
  readonly dead: readonly DeadLink[];
}

/** @param repository - the URL of its files */
export function linkPages(pages: readonly Page[], repository: string): LinkedPages {
  const bySource = new Map(pages.flatMap((page) => (page.source === undefined ? [] : [[page.source, page] as const])));
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const pictures = new Set<string>();
  const dead: DeadLink[] = [];
  const linked = pages.map((page) => {
    const urls = page.outline.links.map(({ url }) => {
      const found =
        page.source === undefined
          ? (onSite(page, url, byPath) ?? picture(`docs/${url}`))
          : inRepository(page.source, page, url);
      if (found === undefined) dead.push({ page: page.source ?? page.path, url });
      return found ?? url;
    });
    return { ...page, text: withUrls(page, urls) };
  });
  return { pages: linked, pictures: [...pictures], dead };

  function inRepository(source: string, from: Page, url: string): string | undefined {
    if (isElsewhere(url)) return url;
    const [place = "", fragment] = url.split("#", 2);
    const target = place === "" ? source : path.posix.join(path.posix.dirname(source), decodeURI(place));
    const page = bySource.get(target) ?? bySource.get(path.posix.join(target, "README.md"));
    if (page !== undefined) return hasHeading(page, fragment) ? relativeUrl(from, page, fragment) : undefined;
    if (!existsSync(path.join(root, target))) return undefined;
    return picture(target) ?? `${repository}/${target}`;
  }

  function picture(target: string): string | undefined {
    if (!/\.(?:svg|png)$/.test(target) || !existsSync(path.join(root, target))) return undefined;
    pictures.add(target);
    return `/${path.posix.basename(target)}`;
  }
}

function onSite(from: Page, url: string, byPath: ReadonlyMap<string, Page>): string | undefined {
  if (isElsewhere(url) || url.startsWith("/")) return url;
  const [place = "", fragment] = url.split("#", 2);
  const target = place === "" ? from.path : path.posix.join(path.posix.dirname(from.path), decodeURI(place));
  const page = byPath.get(target.replace(/(^|\/)README\.md$/, "$1index.md"));
  return page !== undefined && hasHeading(page, fragment) ? relativeUrl(from, page, fragment) : undefined;
}

function isElsewhere(url: string): boolean {
  return /^(?:https?|mailto):/i.test(url);
}

function hasHeading({ outline }: Page, fragment: string | undefined): boolean {
  return fragment === undefined || outline.headings.some(({ slug }) => slug === decodeURI(fragment));
}

function relativeUrl(from: Page, to: Page, fragment: string | undefined): string {
  const place = path.posix.relative(path.posix.dirname(from.path), to.path);
  const url = from === to && fragment !== undefined ? "" : encodeURI(place.startsWith(".") ? place : `./${place}`);
  return fragment === undefined ? url : `${url}#${fragment}`;
}

function withUrls({ text, outline }: Page, urls: readonly string[]): string {
  const edits = outline.links.map((link, index) => ({ ...link, to: urls[index] ?? link.url }));
  let written = "";
  let at = 0;
  for (const { start, end, to } of edits.toSorted((one, other) => one.start - other.start)) {
    // A picture that is a link is two links in one place.
    if (start < at) continue;
    written += text.slice(at, start) + to;
    at = end;
  }
  return written + text.slice(at);
}
