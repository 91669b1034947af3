import { posix } from "node:path";
import type { SourceText } from "./package-sources.js";

/**
 * The files that are the same in both editions, with all that they import. Both sides then use the same types, and nothing is compared that cannot
 * differ.
 */
export function sharedFiles(old: readonly SourceText[], next: readonly SourceText[]): ReadonlySet<string> {
  const before = new Map(old.map(({ path, text }) => [path, text]));
  const shared = new Set(next.filter(({ path, text }) => before.get(path) === text).map(({ path }) => path));
  const importers = new Map<string, string[]>();
  const different = next.map(({ path }) => path).filter((path) => !shared.has(path));
  for (const { path, text } of next) {
    if (!shared.has(path)) continue;
    for (const imported of importsOf(path, text)) importers.set(imported, [...(importers.get(imported) ?? []), path]);
  }
  for (let path = different.pop(); path !== undefined; path = different.pop()) {
    for (const importer of importers.get(path) ?? []) if (shared.delete(importer)) different.push(importer);
  }
  return shared;
}

/** One that is only mentioned in a comment costs no more than time. */
function importsOf(path: string, text: string): readonly string[] {
  const specifiers = [...text.matchAll(/(?:from|import)[ (]"(\.[^"\n]*)"/g)].map(([, specifier = ""]) => specifier);
  return [...new Set(specifiers)].flatMap((specifier) => candidates(posix.join(posix.dirname(path), specifier)));
}

/** What a specifier may mean: `./users.js` is `users.ts`, or its declarations. */
export function candidates(path: string): readonly string[] {
  const stem = path.replace(/\.js$/, "");
  return [`${stem}.ts`, `${stem}.d.ts`];
}
