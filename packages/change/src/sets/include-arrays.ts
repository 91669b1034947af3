import type { Json } from "@facsimile/document";
import { type Items, itemsOf } from "./arrays.js";
import type { Branch, ShapeReader } from "./branch.js";
import type { Inclusions } from "./inclusions.js";
import { arrayOfLength, longestList, sampleOf } from "./sample.js";
import { every, no, noBecauseOf, together, unknown, type Verdict, yes } from "./verdict.js";

export function includesArrays(inclusion: Inclusions, inner: Branch, outer: Branch): Verdict {
  const own = itemsOf(inner);
  const around = itemsOf(outer);
  const { minItems: least = 0 } = own.bounds;
  const { minItems = 0, uniqueItems } = around.bounds;
  const [most, maxItems] = [mostItems(inclusion.inner, own), mostItems(inclusion.outer, around)];
  if (least < minItems) return noBecauseOf(arrayOfLength(inclusion.inner, inner, least));
  if (most > maxItems) return noBecauseOf(arrayOfLength(inclusion.inner, inner, Math.max(maxItems + 1, least)));
  if (uniqueItems && !own.bounds.uniqueItems && most > 1) return noBecauseOf(twice(inclusion, inner));
  const places = Array.from({ length: Math.max(own.prefixLength, around.prefixLength) + 1 }, (_, index) => index);
  const items = every(
    places.filter((index) => index < most),
    (index) => itemHolds(inclusion, inner, outer, index),
  );
  return items.answer === "no" ? items : together(items, containHolds(inclusion, inner, outer));
}

/** Where no further item is possible, the first ones are the most. */
function mostItems(reader: ShapeReader, { others, prefixLength, bounds }: Items): number {
  const { maxItems = Number.POSITIVE_INFINITY } = bounds;
  const isClosed = others.length > 0 && reader.of(others).size === 0;
  return isClosed ? Math.min(maxItems, prefixLength) : maxItems;
}

/** A value of an array that is long enough to have an item at a place. */
function itemHolds(inclusion: Inclusions, inner: Branch, outer: Branch, index: number): Verdict {
  const verdict = inclusion.holds(itemsOf(inner).of(index), itemsOf(outer).of(index));
  if (verdict.answer !== "no" || verdict.example === undefined) return verdict;
  const array = arrayOfLength(inclusion.inner, inner, Math.max(index + 1, itemsOf(inner).bounds.minItems ?? 0));
  return array === undefined
    ? no
    : noBecauseOf(array.map((item, place) => (place === index ? (verdict.example ?? item) : item)));
}

function twice(inclusion: Inclusions, inner: Branch): readonly Json[] | undefined {
  const item = sampleOf(inclusion.inner, itemsOf(inner).of(0));
  const length = Math.max(2, itemsOf(inner).bounds.minItems ?? 0);
  return item === undefined || length > longestList ? undefined : Array.from({ length }, () => item);
}

function containHolds(inclusion: Inclusions, inner: Branch, outer: Branch): Verdict {
  const own = itemsOf(inner);
  return every(itemsOf(outer).contains, ({ use, least, most }) => {
    const isHeld = own.contains.some(
      (held) =>
        held.least >= least &&
        (most === undefined || (held.most !== undefined && held.most <= most)) &&
        inclusion.holds(held.use, use).answer === "yes" &&
        (most === undefined || inclusion.reverse.holds(use, held.use).answer === "yes"),
    );
    if (isHeld || (least === 0 && most === undefined)) return yes;
    const fitsAll =
      most === undefined && (own.bounds.minItems ?? 0) >= least && inclusion.holds(own.of(0), use).answer === "yes";
    if (fitsAll && own.prefixLength === 0) return yes;
    return own.contains.length === 0
      ? noBecauseOf(arrayOfLength(inclusion.inner, inner, own.bounds.minItems ?? 0))
      : unknown;
  });
}
