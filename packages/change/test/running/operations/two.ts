import fc from "fast-check";

/** One place in two editions. Undefined where an edition has nothing there. */
export interface Two<Part> {
  readonly old: Part;
  readonly new: Part;
}

/** Mostly the same in both editions; else with one edit, or two that have nothing in common. */
export function two<Part>(made: fc.Arbitrary<Part>, edit: (part: Part) => fc.Arbitrary<Part>): fc.Arbitrary<Two<Part>> {
  return fc.oneof(
    { weight: 5, arbitrary: made.map((part) => ({ old: part, new: part })) },
    { weight: 4, arbitrary: made.chain((part) => edit(part).map((next) => ({ old: part, new: next }))) },
    { weight: 1, arbitrary: fc.record({ old: made, new: made }) },
  );
}

/** Each of some places in both editions, as one. */
export function together<Part>(places: readonly Two<Part>[]): Two<readonly Part[]> {
  return { old: places.map((place) => place.old), new: places.map((place) => place.new) };
}
