import type { FactValue } from "../facts/fact.js";
import { factNames } from "../facts/fact-id.js";

/** What has a name of its own in the pages. */
const named: ReadonlySet<string> = new Set(["parameter", "property", "header", "scope", "status"]);

/**
 * The name that a fact is about and that a passage, with the headings above it, does not have: most likely other lines were meant. Undefined where it has
 * it, or where the fact is about no name.
 */
export function missingName(id: string, value: FactValue, passage: string): string | undefined {
  const words = passage.replaceAll("\\_", "_");
  if (id.endsWith("/method")) return words.includes(String(value)) ? undefined : String(value); // "Get a book" is no method
  const about = id.endsWith("/path") ? lastWord(String(value)) : nameIn(id);
  if (about === undefined || /^(?:default|\dXX)$/i.test(about)) return undefined;
  return words.toLowerCase().includes(about.toLowerCase()) ? undefined : about;
}

function nameIn(id: string): string | undefined {
  const names = factNames(id);
  const at = names.findLastIndex((name) => named.has(name));
  return at === -1 ? undefined : names[at + 1];
}

/** The last part of a path that is the same for every call. */
function lastWord(path: string): string | undefined {
  return path.split("/").findLast((part) => part !== "" && !part.includes("{"));
}
