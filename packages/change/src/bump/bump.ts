/** How far a version is raised: the words of changesets. */
export type Bump = "none" | "patch" | "minor" | "major";

const order: readonly Bump[] = ["none", "patch", "minor", "major"];

/** Below zero where the first one is less, above where it is more. */
export function compareBumps(one: Bump, other: Bump): number {
  return order.indexOf(one) - order.indexOf(other);
}

export function highestBump(bumps: Iterable<Bump>): Bump {
  return [...bumps].reduce<Bump>((highest, one) => (compareBumps(one, highest) > 0 ? one : highest), "none");
}

/** How far a version has been raised already; `none` where it has not. What follows a hyphen or a plus does not count. */
export function bumpBetween(old: string, next: string): Bump {
  const [was, is] = [numbersOf(old), numbersOf(next)];
  const index = was.findIndex((number, place) => number !== is[place]);
  const [before, after] = [was[index], is[index]];
  if (before === undefined || after === undefined || after < before) return "none";
  return (["major", "minor", "patch"] as const)[index] ?? "none";
}

function numbersOf(version: string): readonly number[] {
  const [, ...numbers] = /^(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return numbers.map(Number);
}

/** A version of a package whose interface is not settled: SemVer 2.0.0, 4. */
export function isBeforeFirst(version: string): boolean {
  return numbersOf(version)[0] === 0;
}
