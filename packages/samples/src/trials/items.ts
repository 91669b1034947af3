import type { SchemaView } from "@facsimile/document";
import { itemUse } from "../values/flatten.js";
import { itemAlone } from "./alone.js";
import type { Choice } from "./choices.js";
import type { Made } from "./maker.js";
import type { Exploring, Spot } from "./spot.js";

/** Tries lists with one item of each kind, and tuples that are too long or too short. */
export function exploreItems(explorer: Exploring, spot: Spot, choice: Choice): void {
  const { view } = choice;
  const isClosed = view.parts.some(({ keywords }) => keywords.items === false || keywords.unevaluatedItems === false);
  const places = view.prefixItems.length + (isClosed ? 0 : 1);
  for (let index = 0; index < Math.min(places, view.maxItems ?? places); index += 1)
    tryItem(explorer, spot, choice, index);
  if (view.prefixItems.length > 0) tryLengths(explorer, spot, view, isClosed);
}

function tryItem(explorer: Exploring, spot: Spot, choice: Choice, index: number): void {
  const { view } = choice;
  const count = Math.max(view.minItems ?? 0, index + 1);
  const items = explorer.made(spot, () => explorer.maker.items(view, count, spot.path));
  const given = items === undefined ? undefined : explorer.valid(spot, items);
  if (items === undefined || given === undefined) return;
  const use = itemUse(view, index);
  const whole = (part: Made): Made => spot.whole(items.with(index, part));
  const inside = { ...spot, path: [...spot.path, index], whole, given };
  explorer.explore(explorer.alone(inside, itemAlone(explorer.readings(spot, choice))) ?? inside, use);
}

function tryLengths(explorer: Exploring, spot: Spot, view: SchemaView, isClosed: boolean): void {
  const least = view.minItems ?? 0;
  const whole = explorer.made(spot, () =>
    explorer.maker.items(view, Math.max(least, view.prefixItems.length), spot.path),
  );
  if (whole === undefined) return;
  const given = explorer.valid(spot, whole);
  if (given === undefined) return;
  if (isClosed) explorer.broken({ ...spot, given }, [...whole, "one more"], { keyword: "items" });
  if (least > 0) explorer.broken({ ...spot, given }, whole.slice(0, least - 1), { keyword: "minItems" });
}
