/** A generator of numbers in [0, 1) that gives the same ones for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Takes items of every kind in turn, each time one at random, until there are enough: rare kinds are all taken, frequent ones in part.
 */
export function pickOfEachKind<T extends { readonly kind: string }>(
  items: readonly T[],
  count: number,
  seed: number,
): readonly T[] {
  const random = seeded(seed);
  const kinds = new Map<string, T[]>();
  for (const item of items) kinds.set(item.kind, [...(kinds.get(item.kind) ?? []), item]);
  const picked: T[] = [];
  while (picked.length < count && kinds.size > 0) {
    for (const [kind, left] of kinds) {
      const [item] = left.splice(Math.floor(random() * left.length), 1);
      if (item !== undefined) picked.push(item);
      if (left.length === 0) kinds.delete(kind);
    }
  }
  return picked.slice(0, count);
}
