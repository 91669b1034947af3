import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";
import { headingFaults } from "./headings.js";
import { type DeadLink, linkPages } from "./links.js";
import { llmsFull, llmsIndex } from "./llms.js";
import { makeReferences } from "./make-references.js";
import { makeReports } from "./make-reports.js";
import { type Page, toPage } from "./page.js";
import { readDocs } from "./read-docs.js";
import { sidebars } from "./sidebar.js";

/** The folder of the site, and what is assembled there for VitePress. */
export const home: string = path.join(root, "site");
const assembled = path.join(home, ".pages");

/** The site before VitePress makes pages of it. */
export interface Site {
  readonly pages: readonly Page[];
  /** Paths of pictures in the repository. */
  readonly pictures: readonly string[];
  /** What is wrong with it, a sentence each. */
  readonly faults: readonly string[];
}

/** Reads and makes all pages. Nothing is written. */
export async function readSite(): Promise<Site> {
  const made = [...(await makeReferences()), ...(await makeReports())];
  const all = [...readDocs(), ...made, providersPage(made)];
  const { pages, pictures, dead } = linkPages(all, `${repositoryUrl()}/blob/HEAD`);
  const headings = pages.flatMap((page) => headingFaults(page).map((fault) => `${page.source ?? page.path} ${fault}`));
  return { pages, pictures, faults: [...dead.map(deadText), ...headings] };
}

function deadText({ page, url }: DeadLink): string {
  return `${page} has a link that leads nowhere: ${url}`;
}

function repositoryUrl(): string {
  // Written by us.
  const { homepage } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    readonly homepage: string;
  };
  return homepage.replace(/#.*$/, "");
}

function providersPage(made: readonly Page[]): Page {
  const rows = made
    .filter((page) => /^reference\/[^/]+\/index\.md$/.test(page.path))
    .map((page) => {
      const provider = page.path.split("/")[1] ?? "";
      const operations = made.filter(({ path: one }) => one.startsWith(`reference/${provider}/operations/`)).length;
      return `| [${page.outline.headings[0]?.text}](${page.path}) | ${operations} | [package](packages/${provider}.md) |`;
    });
  const table = ["| API | operations | |", "|---|---:|---|", ...rows].join("\n");
  const text = `# The reference of each provider

Operation by operation: what it takes, what it answers, a call in TypeScript and the same with curl. These pages are what \`facsimile reference\` writes of the
four documents under specs; [it writes them of any other](reference.md) too.

${table}
`;
  return toPage("providers.md", undefined, text);
}

/** Writes what VitePress reads. */
export function writeSite({ pages, pictures }: Site): void {
  rmSync(assembled, { recursive: true, force: true });
  for (const page of pages) write(page.path, isolated(page.text));
  for (const picture of pictures) copy(picture, path.posix.basename(picture));
  write("index.md", readFileSync(path.join(home, "index.md"), "utf8"));
  copy("site/icon.svg", "icon.svg");
  write("public/llms.txt", llmsIndex(pages));
  write("public/llms-full.txt", llmsFull(pages));
  write("site.json", JSON.stringify({ sidebar: sidebars(pages), repository: repositoryUrl() }));
}

/** A text that VitePress takes for nothing but Markdown, with the picture of a pair that fits the colours of the page. */
function isolated(text: string): string {
  const shown = text.replace(
    pair,
    '<img class="light-only" alt="$2" src="$3"><img class="dark-only" alt="$2" src="$1">',
  );
  return shown.includes("<div v-pre>")
    ? shown
    : `<div v-pre>\n\n${shown.replace(/^<!-- test\n.*?^-->$/gms, "")}\n\n</div>\n`;
}

const pair = /<picture>\s*<source media="[^"]*" srcset="([^"]*)">\s*<img alt="([^"]*)" src="([^"]*)">\s*<\/picture>/g;

function copy(from: string, name: string): void {
  const to = path.join(assembled, "public", name);
  mkdirSync(path.dirname(to), { recursive: true });
  copyFileSync(path.join(root, from), to);
}

function write(name: string, text: string): void {
  const to = path.join(assembled, name);
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, text);
}
