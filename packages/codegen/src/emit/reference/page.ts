import { referenceMark } from "../../plan/mark.js";
import { codeSpan, phrase, plain } from "../markdown.js";
import { prose } from "../prose.js";
import { siteReader } from "../reader.js";
import { withoutIncludes } from "../site-text.js";
import type { SourceFile } from "../source-file.js";
import { linkTo } from "./page-paths.js";
import type { PageScope } from "./reference-scope.js";

/**
 * A page: its title and what is below it, those that are undefined or empty left out. VitePress takes none of it for a template (`v-pre`), and other
 * readers of Markdown leave the attribute out.
 */
export function page(path: string, title: string, parts: readonly (string | undefined)[]): SourceFile {
  const given = parts.filter((part) => part !== undefined && part !== "");
  const text = [`<!-- ${referenceMark} -->`, "<div v-pre>", `# ${title}`, ...given, "</div>"].join("\n\n");
  return { path, text: `${withoutIncludes(text)}\n` };
}

export function heading(level: 2 | 3, title: string): string {
  return `${"#".repeat(level)} ${title}`;
}

/** Door for prose of a document on a page of its own. */
export function sitePage({ api }: Pick<PageScope, "api">, text: string | undefined): string {
  return text === undefined ? "" : prose(text, siteReader(api));
}

/** The same in a cell of a table. */
export function siteLine({ api }: Pick<PageScope, "api">, text: string | undefined): string {
  return text === undefined ? "" : phrase(text, siteReader(api));
}

/** Door for a name or a title outside code. */
export function siteName(text: string): string {
  return plain(text, true);
}

/** A link to another page by a text. */
export function textLink({ path }: Pick<PageScope, "path">, text: string, to: string): string {
  return `[${siteName(text)}](${encodeURI(linkTo(path, to))})`;
}

/** The same by a name in code; only the name where there is no page. */
export function pageLink({ path }: Pick<PageScope, "path">, name: string, to: string | undefined): string {
  return to === undefined ? codeSpan(name) : `[${codeSpan(name)}](${encodeURI(linkTo(path, to))})`;
}
