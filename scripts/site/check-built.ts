import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { Parser } from "htmlparser2";

/** A page as it was built. */
interface BuiltPage {
  /** As links have it: `/guides/`, `/reports.html`. */
  readonly url: string;
  readonly ids: ReadonlySet<string>;
  /** Of the headings of its text. */
  readonly levels: readonly number[];
  /** Of links, pictures, styles and scripts. */
  readonly links: readonly string[];
}

/** Where the addresses of a page start; nothing of it is asked for. */
const origin = "http://site.invalid";

/**
 * What is wrong with the pages of a folder that was built, a sentence each: a link that leads to no page, file or place in one, a text without a
 * heading of the first level, or a level that is skipped on the way down.
 */
export function builtFaults(folder: string): readonly string[] {
  const pages = listPages(folder);
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  return pages.flatMap((page) => [
    ...levelFaults(page),
    ...[...new Set(page.links)]
      .filter((link) => !leadsSomewhere(folder, byUrl, page, link))
      .map((link) => `${page.url} has a link that leads nowhere: ${link}`),
  ]);
}

function leadsSomewhere(folder: string, byUrl: ReadonlyMap<string, BuiltPage>, from: BuiltPage, link: string): boolean {
  const url = new URL(link, `${origin}${from.url}`);
  if (url.origin !== origin) return true;
  const page = byUrl.get(url.pathname.replace(/\/index\.html$/, "/"));
  const file = path.join(folder, decodeURIComponent(url.pathname));
  if (page === undefined) return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  return url.hash === "" || page.ids.has(decodeURIComponent(url.hash.slice(1)));
}

function levelFaults({ url, levels }: BuiltPage): readonly string[] {
  const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  return [
    ...(levels.includes(1) ? [] : [`${url} has no heading of the first level`]),
    ...skipped.map((level) => `${url} skips a level before a heading of level ${level}`),
  ];
}

function listPages(folder: string): readonly BuiltPage[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html") && name !== "404.html")
    .map((name) => {
      const url = `/${name.split(path.sep).join("/")}`.replace(/\/index\.html$/, "/");
      return { url, ...readPage(readFileSync(path.join(folder, name), "utf8")) };
    });
}

/** What leads through the site has headings of its own. */
function isBeside(name: string): boolean {
  return name === "nav" || name === "aside";
}

function readPage(html: string): Omit<BuiltPage, "url"> {
  const ids = new Set<string>();
  const [levels, links]: [number[], string[]] = [[], []];
  let beside = 0;
  const parser = new Parser({
    onopentag(name, { id, href, src }) {
      if (id !== undefined) ids.add(id);
      links.push(...[href, src].filter((link) => link !== undefined));
      if (isBeside(name)) beside += 1;
      else if (beside === 0 && /^h[1-6]$/.test(name)) levels.push(Number(name[1]));
    },
    onclosetag(name) {
      if (isBeside(name)) beside -= 1;
    },
  });
  parser.end(html);
  return { ids, levels, links };
}
