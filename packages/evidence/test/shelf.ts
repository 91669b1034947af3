import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Evidence, loadPages, loadSpec, type PageSource, readDocumentation, type Spec } from "../src/index.js";

/** The languages in which the fixtures document the same API. */
export const languages = ["python", "typescript", "go", "java", "php"] as const;
export type Language = (typeof languages)[number];

export function fixture(path: string): string {
  return fileURLToPath(new URL(`fixtures/${path}`, import.meta.url));
}

export async function shelfPages(language: Language): Promise<readonly PageSource[]> {
  return (await loadPages(fixture(language))).pages;
}

/** The pages with some of their text changed. The text has to be there. */
export async function changedPages(
  language: Language,
  file: string,
  from: string,
  to: string,
): Promise<readonly PageSource[]> {
  return (await shelfPages(language)).map((page) => {
    if (page.file !== file) return page;
    if (!page.text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
    return { file, text: page.text.replace(from, to) };
  });
}

export async function shelfEvidence(language: Language): Promise<Evidence> {
  const { evidence, problems } = readDocumentation("shelf", await shelfPages(language));
  if (evidence === undefined) throw new Error(JSON.stringify(problems));
  return evidence;
}

export function shelfSpec(): Promise<Spec> {
  return loadSpec(fixture("shelf/openapi.yaml"), "openapi.yaml");
}

export function shelfText(): Promise<string> {
  return readFile(fixture("shelf/openapi.yaml"), "utf8");
}

/** The values of facts by their ids. */
export function valuesOf(evidence: Evidence): ReadonlyMap<string, unknown> {
  return new Map(evidence.facts.map(({ id, value }) => [id, value]));
}
