import { type Page, titleOf, urlOf } from "./page.js";

/** What comes first in both files. */
const introduction = `# Facsimile

> Typed packages, mock servers and contract tests for APIs, each proved against the OpenAPI document that it is made from.
`;

/** The list of all pages, a line each (llmstxt.org), by the folder that they are in. */
export function llmsIndex(pages: readonly Page[]): string {
  const folders = new Map<string, Page[]>();
  for (const page of pages) {
    const folder = page.path.includes("/") ? (page.path.split("/").slice(0, -1).join("/") ?? "") : "docs";
    folders.set(folder, [...(folders.get(folder) ?? []), page]);
  }
  const sections = [...folders].map(([folder, own]) => `## ${folder}\n\n${own.map(line).join("\n")}\n`);
  return [introduction, ...sections].join("\n");
}

function line(page: Page): string {
  const first = page.outline.first.replace(/\s+/g, " ").trim();
  const sentence = /^.*?[.:!?](?=\s|$)/.exec(first)?.[0] ?? first;
  return `- [${titleOf(page)}](${urlOf(page.path)})${sentence === "" ? "" : `: ${sentence}`}`;
}

/** All pages one after another, each with its place on the site. */
export function llmsFull(pages: readonly Page[]): string {
  const texts = pages.map((page) => `<!-- ${urlOf(page.path)} -->\n\n${withoutMarks(page.text)}\n`);
  return [introduction, ...texts].join("\n");
}

function withoutMarks(text: string): string {
  return text
    .replace(/^<!--.*-->\n+/, "")
    .replace(/^<\/?div(?: v-pre)?>\n+/gm, "")
    .trim();
}
