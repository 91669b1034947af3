import type { Leaf as LeafType, Tea } from "./src/index.js";
import { Blob, Harvest, Leaf, ListPotsSort, type ListTeasSort, Origin, TeaBoxSize, TeaColours2 } from "./src/values.js";

export const tea: Tea = {
  leaf: Leaf.Whole,
  harvest: Harvest.First,
  origin: Origin.assam,
  colours: [TeaColours2.green],
};
export const whole: 1 = Leaf.Whole;
export const leaves: readonly Leaf[] = Object.values(Leaf);
export const allowed: LeafType = leaves[0] ?? null;
export const size: TeaBoxSize = TeaBoxSize["10"];
export const sort: ListTeasSort = ListPotsSort["-name"];
export const strange: readonly Blob[] = [Blob.constructor, "__proto__", 'a"b'];
// @ts-expect-error null has no name
export const none: Leaf = null;
// @ts-expect-error it is not listed
export const other: Origin = "ceylon";
