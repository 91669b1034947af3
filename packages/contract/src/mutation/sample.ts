import { createHash } from "node:crypto";

/** Some of a list, the same ones for the same seed, in the order of the list. All, where no more are there. */
export function sampleOf<Item extends { readonly name: string }>(
  items: readonly Item[],
  size: number,
  seed: string,
): readonly Item[] {
  const ranked = items.map((item) => ({
    item,
    rank: createHash("sha256").update(`${seed} ${item.name}`).digest("hex"),
  }));
  const chosen = new Set(
    ranked
      .sort((left, right) => (left.rank < right.rank ? -1 : 1))
      .slice(0, size)
      .map(({ item }) => item),
  );
  return items.filter((item) => chosen.has(item));
}
