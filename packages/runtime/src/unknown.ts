import { refuse } from "./serialize/refuse.js";

/**
 * Refuses a name that nobody knows: a misspelt one, dropped in silence, changes what a call does. Those that there are follow, the nearest first.
 *
 * @throws InvalidRequestError
 */
export function refuseUnknown(place: string, given: object | undefined, known: readonly string[]): void {
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value === undefined || known.includes(name)) continue;
    refuse({ in: place, name }, `is unknown; known: ${byNearness(known, name).join(", ") || "none"}`);
  }
}

/** By how many pairs of letters they share with a name, in whatever case. */
function byNearness(known: readonly string[], name: string): readonly string[] {
  const letters = [...name.toLowerCase()];
  const shared = (other: string) =>
    letters.filter((letter, i) => other.toLowerCase().includes(`${letter}${letters[i + 1]}`)).length;
  return [...known].sort((one, other) => shared(other) - shared(one));
}
