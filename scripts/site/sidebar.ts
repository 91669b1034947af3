import { type Page, titleOf, urlOf } from "./page.js";

/** As VitePress takes it. */
export interface SidebarItem {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: readonly SidebarItem[];
}

/** The pages of docs by what they are for, in the order in which one reads them. */
const sections: readonly (readonly [title: string, pages: readonly string[]])[] = [
  [
    "Your own document",
    [
      "own-document",
      "command-line",
      "configuration",
      "mock",
      "reference",
      "ownership",
      "names",
      "selection",
      "overlays",
      "swagger",
      "openapi-3.2",
      "scale",
    ],
  ],
  ["Proofs", ["contract", "evidence", "evidence-by-hand", "changes", "versions", "formats", "action"]],
  ["Receiving", ["streams", "webhooks"]],
  ["Behind it", ["repository", "architecture", "glossary", "types-differences", "release", "contributing", "security"]],
];

/** The guides that one reads first; the others follow by name. */
const firstGuides = ["first-call", "results", "pages", "retries", "environment", "oauth2"];

function inOrder(pages: readonly Page[], names: readonly string[]): readonly Page[] {
  const first = names.flatMap((name) => pages.find(({ path }) => path.endsWith(`/${name}.md`)) ?? []);
  return [...first, ...pages.filter((page) => !first.includes(page))];
}

/** The sidebars by the beginning of the path that they are shown on. */
export function sidebars(pages: readonly Page[]): Readonly<Record<string, readonly SidebarItem[]>> {
  const item = (page: Page): SidebarItem => ({ text: titleOf(page), link: urlOf(page.path) });
  const below = (folder: string): readonly Page[] =>
    pages.filter(
      ({ path }) => path.startsWith(folder) && !path.slice(folder.length).includes("/") && !path.endsWith("/index.md"),
    );
  const list = (folder: string, text: string): readonly SidebarItem[] => [
    { text, link: `/${folder}`, items: below(folder).map(item) },
  ];
  const bySource = new Map(pages.map((page) => [page.path, page]));
  const found = (name: string): readonly SidebarItem[] => {
    const page = bySource.get(`${name}.md`);
    return page === undefined ? [] : [item(page)];
  };
  const references = pages.filter(({ path }) => /^reference\/[^/]+\/index\.md$/.test(path));
  const main: readonly SidebarItem[] = [
    {
      text: "Guides",
      link: "/guides/",
      items: [
        ...inOrder(below("guides/"), firstGuides).map(item),
        ...["coming-from-openapi-typescript", "coming-from-openapi-generator"].flatMap(found),
      ],
    },
    ...sections.map(([text, names]) => ({ text, collapsed: false, items: names.flatMap(found) })),
    { text: "Providers", link: "/providers", items: references.map(item) },
    {
      text: "Lists",
      items: [
        { text: "Diagnostics", link: "/diagnostics/" },
        { text: "Rules of changes", link: "/changes/" },
        { text: "Decisions", link: "/decisions/" },
      ],
    },
    {
      text: "Reports",
      link: "/reports",
      items: [
        "evidence-report",
        "benchmarks",
        "second-opinion",
        "real-histories",
        "contract-corpus",
        "contract-findings",
      ].flatMap(found),
    },
  ];
  return {
    ...Object.fromEntries(references.map((index) => [urlOf(index.path), ofReference(index, pages)])),
    "/diagnostics/": list("diagnostics/", "Diagnostics"),
    "/changes/": list("changes/", "Rules of changes"),
    "/decisions/": list("decisions/", "Decisions"),
    "/": main,
  };
}

function ofReference(index: Page, pages: readonly Page[]): readonly SidebarItem[] {
  const home = index.path.replace(/index\.md$/, "");
  const items = (folder: string): readonly SidebarItem[] =>
    pages
      .filter(({ path }) => path.startsWith(`${home}${folder}/`) && !path.endsWith("/index.md"))
      .map((page) => ({ text: titleOf(page), link: urlOf(page.path) }));
  const part = (text: string, folder: string, collapsed: boolean): readonly SidebarItem[] => {
    const own = items(folder);
    return own.length === 0 ? [] : [{ text, collapsed, items: own }];
  };
  return [
    { text: titleOf(index), link: urlOf(index.path) },
    ...part("Groups", "groups", false),
    ...part("Operations", "operations", false),
    ...part("Webhooks", "webhooks", false),
    ...part("Schemas", "schemas", true),
  ];
}
