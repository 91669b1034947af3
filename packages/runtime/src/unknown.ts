import { refuse } from "./serialize/refuse.js";

/**
 * Refuses a name that nobody knows: a misspelt one, dropped in silence, changes what a call does. Those that there are follow, the nearest first.
 *
 * @param names Those that there are: asked for where one is given.
 * @throws InvalidRequestError
 */
export function refuseUnknown(place: string, given: object | undefined, names: () => readonly string[]): void {
  let known: readonly string[] | undefined;
  for (const [name, value] of given ? Object.entries(given) : []) {
    known ??= names();
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
