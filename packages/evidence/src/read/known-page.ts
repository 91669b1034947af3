import type { PageRole } from "../facts/fact.js";
import { isAuthorizationPage } from "./authorization-page.js";
import { strayKinds } from "./authorization-readme.js";
import { isModelPage, modelOf } from "./model-page.js";
import { isOperationsPage } from "./operations-page.js";
import { type MarkdownPage, type PageSource, pageName, parsePage } from "./page-source.js";
import type { Problem } from "./problem.js";
import { isTagsModelPage } from "./tags/model-page.js";

/** A page of which it is known what it is for. */
export type KnownPage =
  | { readonly role: "wire names"; readonly source: PageSource }
  | { readonly role: Exclude<PageRole, "wire names">; readonly source: MarkdownPage };

/** The page with what it is for; none where there is nothing to read in it. */
export function recognize(source: PageSource, problems: Problem[]): readonly KnownPage[] {
  if (/(^|\/)wire\.json$/.test(source.file)) return [{ role: "wire names", source }];
  const page = parsePage(source);
  if (isOperationsPage(page)) {
    const older = /\.older-edition\.md$/.test(source.file);
    return [{ role: older ? "operations, older edition" : "operations", source: page }];
  }
  const isReadme = /^readme$/i.test(pageName(source.file));
  if ((isModelPage(page) || isTagsModelPage(page)) && !isReadme) return [{ role: "model", source: page }];
  if (isAuthorizationPage(page)) return [{ role: "authorization", source: page }];
  if (isReadme || /^changelog$/i.test(pageName(source.file))) {
    problems.push(...strayKinds(page, []));
    return [];
  }
  const fix = "Take it out of the folder, or get the page as it was published";
  problems.push({
    file: source.file,
    line: undefined,
    message: "this is no page of operations, of a model or of authorization",
    fix,
  });
  return [];
}

/** The pages of operations, of any edition. */
export function operationsPages(pages: readonly KnownPage[]): readonly MarkdownPage[] {
  const roles: readonly PageRole[] = ["operations", "operations, older edition"];
  return pages.flatMap((page) => (page.role !== "wire names" && roles.includes(page.role) ? [page.source] : []));
}

/** The pages by which the language is told: an older edition may be in the layout of an older generator. */
export function newerOperations(pages: readonly KnownPage[]): readonly MarkdownPage[] {
  return pages.flatMap((page) => (page.role === "operations" ? [page.source] : []));
}

/** The READMEs that are read: those that say something about authorization. */
export function readmes(pages: readonly KnownPage[]): readonly MarkdownPage[] {
  return pages.flatMap((page) => {
    return page.role === "authorization" && /^readme$/i.test(pageName(page.source.file)) ? [page.source] : [];
  });
}

/** The pages of models, by the names of these. */
export function modelPages(pages: readonly KnownPage[]): readonly { readonly model: string; readonly file: string }[] {
  return pages.flatMap((page) => {
    return page.role === "model" ? [{ model: modelOf(page.source), file: page.source.file }] : [];
  });
}
