import { isClientSummary } from "./client-summary.js";

/*
 * The words of package.json about the package follow the document until somebody changes them, and then stay. Nothing remembers what was generated
 * last: it is known by its form.
 */

/** The description that is there, where it is not of the generator's form, such as `Typed client for the … API.`; else the generator's. */
export function keptDescription(existing: unknown, own: string): string {
  return typeof existing !== "string" || isClientSummary(existing) ? own : existing;
}

/** The keywords that are there, where they are not the generator's own, which differ in nothing but the name of the API; else the generator's. */
export function keptKeywords(existing: unknown, own: readonly string[]): readonly unknown[] {
  if (!Array.isArray(existing)) return own;
  const common = own.slice(-4);
  const isOwn = existing.length <= common.length + 1 && common.every((word, index) => existing.at(index - 4) === word);
  return isOwn ? own : existing;
}
