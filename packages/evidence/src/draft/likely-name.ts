import type { FactIndex } from "../facts/fact-index.js";
import { bareName, camelCase } from "../families/spelling.js";
import { templateNames } from "../spec/operations.js";

/** How the names on the wire are made of several words. */
export type Convention = "snake" | "camel";

/**
 * The convention that most of the known names on the wire follow: those of wire.json and of the paths. Undefined where they show none, so that
 * the SDK's spelling is the likeliest.
 */
export function conventionOf(facts: FactIndex): Convention | undefined {
  const names = facts.namesBelow("operation").flatMap((operation) => {
    const path = templateNames(String(facts.value("operation", operation, "path") ?? ""));
    const wired = facts.namesBelow("wire", "operation", operation, "parameter").map((parameter) => {
      return String(facts.value("wire", "operation", operation, "parameter", parameter, "name") ?? "");
    });
    return [...path, ...wired];
  });
  const snake = names.filter((name) => /[a-z\d]_[a-z\d]/.test(name)).length;
  const camel = names.filter((name) => /^[a-z\d]+[A-Z]/.test(name)).length;
  if (snake === camel) return undefined;
  return snake > camel ? "snake" : "camel";
}

/** The likeliest name on the wire of one that is known in the SDK's spelling alone. */
export function likelyName(documented: string, convention: Convention | undefined): string {
  const bare = bareName(documented) || documented;
  if (convention === "camel") return /[_-]/.test(bare) || /^[A-Z]/.test(bare) ? camelCase(bare) : bare;
  if (convention === "snake") return words(bare).join("_").toLowerCase();
  return /^[A-Z][a-z\d]/.test(bare) ? camelCase(bare) : bare;
}

/** The words of a name, told by capitals and marks. A number belongs to the word before it. */
function words(name: string): readonly string[] {
  return name.match(/[A-Z]{2,}(?![a-z])|[A-Z]?[a-z\d]+|[A-Z]|[\d]+|[^A-Za-z\d_-]+/g) ?? [name];
}
