import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type FamilyName, familyNames } from "../src/facts/fact.js";
import { squashed } from "../src/families/spelling.js";
import { type Evidence, loadPages, loadSpec, type PageSource, readDocumentation, type Spec } from "../src/index.js";

/** The fixtures that document the same API: one for each language, and older generations of some. */
const olderGenerations = ["python-oldest", "java-older", "go-older"] as const;
export type Language = Exclude<FamilyName, "wire"> | (typeof olderGenerations)[number];
export const languages: readonly Language[] = [...familyNames.filter((name) => name !== "wire"), ...olderGenerations];

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
  return evidenceOf(await shelfPages(language));
}

/** The names on the wire that the shelf's spec has and that an SDK may spell otherwise. */
const wireNames = [
  "pageSize",
  "genre",
  "X-Trace-Id",
  "id",
  "title",
  "author",
  "state",
  "writtenOn",
  "lentAt",
  "weight",
  "tags",
  "shelfMarks",
  "cover",
  "anything",
  "fullName",
];

/** The evidence with a `wire.json` that gives every name that the pages show in the SDK's spelling alone. */
export async function provenEvidence(language: Language): Promise<Evidence> {
  return provenPages(await shelfPages(language));
}

export function provenPages(pages: readonly PageSource[]): Evidence {
  const { facts } = evidenceOf(pages);
  const operations = new Map<string, Readonly<Record<string, unknown>>>();
  const models = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { id, value } of facts.filter((fact) => fact.id.endsWith("/spelling"))) {
    const [kind = "", of = ""] = id.split("/");
    const documented = String(value);
    const wire = wireNames.find((name) => squashed(name) === squashed(documented)) ?? documented;
    if (kind === "model") models.set(of, { ...models.get(of), [documented]: wire });
    else operations.set(of, { ...operations.get(of), [documented]: { wire } });
  }
  const under = (key: string, of: ReadonlyMap<string, unknown>): unknown =>
    Object.fromEntries([...of].map(([name, entries]) => [name, { [key]: entries }]));
  const text = JSON.stringify({ operations: under("parameters", operations), models: under("properties", models) });
  return evidenceOf([...pages, { file: "wire.json", text }]);
}

function evidenceOf(pages: readonly PageSource[]): Evidence {
  const { evidence, problems } = readDocumentation("shelf", pages);
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

/** The facts whose ids begin with the given words, of the pages with one more or another one in their place. */
export async function factsWith(
  language: Language,
  page: PageSource,
  words: string,
): Promise<Readonly<Record<string, unknown>>> {
  const others = (await shelfPages(language)).filter(({ file }) => file !== page.file);
  const { evidence, problems } = readDocumentation("shelf", [...others, page]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return Object.fromEntries(
    evidence === undefined ? [] : [...valuesOf(evidence)].filter(([id]) => id.startsWith(words)),
  );
}
