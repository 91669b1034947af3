import { boundsOf } from "../../sets/bounds.js";
import type { Branch, Shape } from "../../sets/branch.js";
import { numberRangeOf } from "../../sets/numbers.js";
import { ownTypes } from "../../sets/texts.js";
import { type ValueType, valueTypes } from "../../sets/value-type.js";
import { code } from "../words.js";
import { nameOf } from "./labels.js";
import { compareValues } from "./lists.js";
import type { Pair, Places } from "./pair.js";

/** Whether all values of one schema are allowed by the other. */
interface Within {
  readonly forth: boolean;
  readonly back: boolean;
}

/** Compares which types values may have. Resolves to the types that both allow. */
export function compareTypes(
  pair: Pair,
  old: Shape,
  next: Shape,
  places: Places,
  within: Within,
): readonly ValueType[] {
  if (areBothLists(pair, old, next) && compareMixedLists(pair, old, next, places)) return [];
  const [was, is] = [ownTypes(old), ownTypes(next)];
  const lost = was.filter((type) => !next.has(type));
  const gained = is.filter((type) => !old.has(type));
  const kept = was.filter((type) => is.includes(type));
  const changes = { lost: withoutNull(lost), gained: withoutNull(gained) };
  const isUnion = kept.length > 0 && withoutNull(was).length > 1;
  if (changes.lost.length > 0 && changes.gained.length > 0 && !isUnion) reportChanged(pair, old, next, places, within);
  else {
    if (changes.lost.length > 0) reportLost(pair, old, next, changes.lost, kept, places);
    if (changes.gained.length > 0) reportGained(pair, old, next, changes.gained, isUnion, places);
  }
  compareNull(pair, lost, gained, places);
  return kept;
}

/** Null is a matter of its own where no other type comes or goes with it. */
function compareNull(pair: Pair, lost: readonly ValueType[], gained: readonly ValueType[], places: Places): void {
  if (lost.includes("null") && lost.length === 1)
    pair.report("null-refused", places, `${pair.subject} may no longer be null`, { example: null });
  if (gained.includes("null") && gained.length === 1)
    pair.report("null-allowed", places, `${pair.subject} may be null now`, { example: null });
}

function withoutNull(types: readonly ValueType[]): readonly ValueType[] {
  return types.length === 1 && types[0] === "null" ? [] : types;
}

/** Values of one type are none of another, but may be written as some of them. */
function reportChanged(pair: Pair, old: Shape, next: Shape, places: Places, { forth, back }: Within): void {
  const rule = forth ? "type-widened" : back ? "type-narrowed" : "type-changed";
  pair.report(rule, places, `${pair.subject} is ${typesInWords(next)} now, it was ${typesInWords(old)}`);
}

function reportLost(
  pair: Pair,
  old: Shape,
  next: Shape,
  lost: readonly ValueType[],
  kept: readonly ValueType[],
  places: Places,
): void {
  const branches = lost.flatMap((type) => old.get(type) ?? []);
  if (kept.length > 0 && old.size < valueTypes.length && branches.every(isAlternative))
    pair.report("branch-removed", places, `${pair.subject} may no longer be ${branches.map(inWords).join(" or ")}`);
  else
    pair.report("type-narrowed", places, `${pair.subject} is ${typesInWords(next)} now, it was ${typesInWords(old)}`);
}

function reportGained(
  pair: Pair,
  old: Shape,
  next: Shape,
  gained: readonly ValueType[],
  isUnion: boolean,
  places: Places,
): void {
  const branches = gained.flatMap((type) => next.get(type) ?? []);
  // Any value is more than one alternative more.
  if (isUnion && next.size < valueTypes.length)
    pair.report("branch-added", places, `${pair.subject} may be ${branches.map(inWords).join(" or ")} now`);
  else pair.report("type-widened", places, `${pair.subject} is ${typesInWords(next)} now, it was ${typesInWords(old)}`);
}

function isAlternative({ chosen }: Branch): boolean {
  return chosen.length > 0;
}

function inWords(branch: Branch): string {
  const name = nameOf(branch);
  return name.startsWith("another ") ? code(branch.type) : name;
}

/** Whether nothing but listed values is allowed. A boolean is listed by nature, and so is null: in texts it is like any other list. */
function areBothLists({ old: { spelling } }: Pair, old: Shape, next: Shape): boolean {
  const haveStated = [old, next].map((shape) => [...shape.values()].flat().some(({ parts }) => isListed(parts)));
  return (
    isOfLists(old) && isOfLists(next) && (spelling === "text" ? haveStated.includes(true) : !haveStated.includes(false))
  );
}

function isOfLists(shape: Shape): boolean {
  const all = [...shape.values()].flat();
  return all.length > 0 && all.every(({ values }) => values !== undefined);
}

function isListed(parts: Branch["parts"]): boolean {
  const { const: only, enum: listed } = boundsOf(parts);
  return only !== undefined || listed !== undefined || parts.length > 1;
}

/** Lists of values of several types are one list. */
function compareMixedLists(pair: Pair, old: Shape, next: Shape, places: Places): boolean {
  const valuesOf = (shape: Shape): NonNullable<Branch["values"]> =>
    [...shape]
      .filter(([type]) => type !== "null")
      .flatMap(([, branches]) => branches.flatMap(({ values }) => values ?? []));
  const [was, is] = [valuesOf(old), valuesOf(next)];
  const isShared = pair.old.spelling === "text" || [...old.keys()].some((type) => type !== "null" && next.has(type));
  if (was.length === 0 || is.length === 0 || !isShared) return false;
  compareValues(pair, places, was, is);
  compareNull(
    pair,
    old.has("null") && !next.has("null") ? ["null"] : [],
    next.has("null") && !old.has("null") ? ["null"] : [],
    places,
  );
  return true;
}

function typesInWords(shape: Shape): string {
  if (shape.size === valueTypes.length) return "of any type";
  if (shape.size === 0) return "of no type";
  const own = ownTypes(shape);
  return [...shape]
    .filter(([type]) => own.includes(type))
    .map(([type, branches]) =>
      code(type === "number" && branches.every((branch) => numberRangeOf(branch).isInteger) ? "integer" : type),
    )
    .join(" or ");
}
