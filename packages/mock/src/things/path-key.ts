/** A path template without the names of its parameters and without what does not tell paths apart. */
export function keyOf(path: string): string {
  return path
    .replaceAll(/\{[^{}]*\}/g, "{}")
    .replace(/\.json$/, "")
    .replace(/(.)\/$/, "$1");
}
