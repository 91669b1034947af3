import { refuse } from "./serialize/refuse.js";

/**
 * Refuses a name that nobody knows: a misspelt one, dropped in silence, changes what a call does. Those that there are follow, the nearest first.
 *
 * @param names Those that there are: asked for with each that is given.
 * @throws InvalidRequestError
 */
export function refuseUnknown(place: string, given: object | undefined, names: () => readonly string[]): void {
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value === undefined || names().includes(name)) continue;
    // By how many pairs of letters they share with it, in whatever case.
    const shared = (other: string) =>
      [...name.slice(1)].filter((_, i) => other.toLowerCase().includes(name.slice(i, i + 2).toLowerCase())).length;
    const nearest = [...names()].sort((one, other) => shared(other) - shared(one));
    refuse({ in: place, name }, `is unknown; known: ${nearest.join(", ") || "none"}`);
  }
}
