import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { typeFindingKinds } from "../types/finding.js";
import { changeRules } from "./rules.js";

/** The names of all pages: of what can change on the wire, and of what can be found in the types. */
export const changePages: readonly string[] = [...Object.keys(changeRules), ...typeFindingKinds];

/**
 * The page that explains a rule or a finding in the types: Markdown, with an example.
 *
 * @throws Error where there is no page of that name.
 */
export function readChangePage(name: string): Promise<string> {
  if (!changePages.includes(name)) throw new Error(`there is no page ${JSON.stringify(name)}`);
  // The build puts the pages of docs/changes there.
  const folder = dirname(createRequire(import.meta.url).resolve("@facsimile/change/package.json"));
  return readFile(join(folder, "dist/pages", `${name}.md`), "utf8");
}
