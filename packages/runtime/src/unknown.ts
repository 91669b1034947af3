import { refuse } from "./serialize/refuse.js";

/**
 * Refuses a name that nobody knows: a misspelt one, dropped in silence, changes what a call does. Those that there are follow, the nearest first.
 *
 * @param names Those that there are: asked for with each that is given.
 * @throws InvalidRequestError
 */
export function refuseUnknown(place: string, given: object | undefined, names: () => readonly string[]): void {
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value !== undefined && !names().includes(name))
      refuse({ in: place, name }, `is unknown; known: ${byNearness(names(), name).join(", ") || "none"}`);
  }
}

/** By how many pairs of letters they share with a name, in whatever case. */
function byNearness(known: readonly string[], name: string): readonly string[] {
  const shared = (other: string) =>
    [...name].filter((_, i) => other.toLowerCase().includes(name.slice(i, i + 2).toLowerCase())).length;
  return [...known].sort((one, other) => shared(other) - shared(one));
}
