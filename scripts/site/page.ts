import { type Outline, outlineOf } from "./markdown.js";

/** A page of the site. */
export interface Page {
  /** On the site, with `.md` at its end: `guides/index.md`. */
  readonly path: string;
  /** In the repository, with slashes; undefined for a page that is made. */
  readonly source: string | undefined;
  /** Markdown. */
  readonly text: string;
  readonly outline: Outline;
}

export function toPage(path: string, source: string | undefined, text: string): Page {
  return { path, source, text, outline: outlineOf(text) };
}

export function titleOf({ outline, path }: Page): string {
  return outline.headings[0]?.text ?? path;
}

/** The URL of a page on the site. */
export function urlOf(path: string): string {
  return `/${path.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, ".html")}`;
}
