import type ts from "typescript";
import type { Direction } from "./pair.js";
import type { Types } from "./types.js";

export interface Matches {
  readonly matched: readonly (readonly [ts.Type, ts.Type])[];
  readonly oldAlone: readonly ts.Type[];
  readonly newAlone: readonly ts.Type[];
}

/** Above so many, objects without name and mark are not tried each against each. */
const mostTried = 30;

/** Finds what the objects of one union are in the other: by name, by the properties that tell them apart, by whether one fits the other, by the properties that they need. */
export function matchObjects(
  types: Types,
  direction: Direction,
  old: readonly ts.Type[],
  next: readonly ts.Type[],
): Matches {
  const first = matchByKey(old, next, (type) => types.idOf(type));
  const byName = then(first, (one, other) => matchByKey(one, other, (type) => types.declaredNameOf(type)));
  const byMark = then(byName, (one, other) => matchByKey(one, other, (type) => markOf(types, type)));
  const byFit = then(byMark, (one, other) => matchByFit(types, direction, one, other));
  const byNeeds = then(byFit, (one, other) => matchByKey(one, other, (type) => needsOf(types, type)));
  const isOnly = old.length === 1 && next.length === 1;
  return then(byNeeds, (one, other) => matchLast(types, one, other, isOnly));
}

function then(
  { matched, oldAlone, newAlone }: Matches,
  match: (old: readonly ts.Type[], next: readonly ts.Type[]) => Matches,
): Matches {
  if (oldAlone.length === 0 || newAlone.length === 0) return { matched, oldAlone, newAlone };
  const more = match(oldAlone, newAlone);
  return { ...more, matched: [...matched, ...more.matched] };
}

/** Those that have a key, and have it alone on both sides. */
function matchByKey(
  old: readonly ts.Type[],
  next: readonly ts.Type[],
  keyOf: (type: ts.Type) => string | number | undefined,
): Matches {
  const [before, after] = [unique(old, keyOf), unique(next, keyOf)];
  const matched = [...before].flatMap(([key, type]): [ts.Type, ts.Type][] => {
    const other = after.get(key);
    return other === undefined ? [] : [[type, other]];
  });
  return without(old, next, matched);
}

function unique<Key>(list: readonly ts.Type[], keyOf: (type: ts.Type) => Key | undefined): ReadonlyMap<Key, ts.Type> {
  const found = new Map<Key, ts.Type>();
  const twice = new Set<Key>();
  for (const type of list) {
    const key = keyOf(type);
    if (key === undefined) continue;
    if (found.has(key)) twice.add(key);
    else found.set(key, type);
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** Its properties that have one value only: `kind="dog"`. */
function markOf(types: Types, type: ts.Type): string | undefined {
  if (types.isLibraryType(type)) return undefined;
  const marks = [...types.propertiesOf(type).values()].flatMap((property) => {
    const { type: value } = types.propertyShape(type, property);
    const isUnit = types.has(value, types.ts.TypeFlags.Unit) && !types.isOptional(property);
    return isUnit ? [`${property.name}=${types.checker.typeToString(value)}`] : [];
  });
  return marks.length === 0 ? undefined : marks.sort().join(" ");
}

/** What an object without name and mark cannot do without. */
function needsOf(types: Types, type: ts.Type): string | undefined {
  if (types.declaredNameOf(type) !== undefined || types.isLibraryType(type) || markOf(types, type) !== undefined)
    return undefined;
  const needed = [...types.propertiesOf(type).values()].filter((property) => !types.isOptional(property));
  return needed.length === 0
    ? undefined
    : needed
        .map(({ name }) => name)
        .sort()
        .join(" ");
}

function matchByFit(types: Types, direction: Direction, old: readonly ts.Type[], next: readonly ts.Type[]): Matches {
  if (old.length > mostTried || next.length > mostTried) return without(old, next, []);
  const free = new Set(next);
  const matched = old.flatMap((one): [ts.Type, ts.Type][] => {
    const found = [...free].find((other) => isAlike(types, direction, one, other));
    if (found === undefined) return [];
    free.delete(found);
    return [[one, found]];
  });
  return without(old, next, matched);
}

/** Two names for one thing are a change of name only if neither side could tell. */
function isAlike(types: Types, direction: Direction, old: ts.Type, next: ts.Type): boolean {
  const [source, target] = direction === "given" ? [old, next] : [next, old];
  const isNamed = types.declaredNameOf(old) !== undefined && types.declaredNameOf(next) !== undefined;
  return types.fits(source, target) && (!isNamed || types.fits(target, source));
}

/** The last one of either side: what is alone in its place, or has no name to go by. */
function matchLast(types: Types, old: readonly ts.Type[], next: readonly ts.Type[], isOnly: boolean): Matches {
  const [one, ...more] = old;
  const [other, ...others] = next;
  if (one === undefined || other === undefined || more.length > 0 || others.length > 0) return without(old, next, []);
  const isNamed = types.declaredNameOf(one) !== undefined && types.declaredNameOf(other) !== undefined;
  const isMatch = types.formOf(one) === types.formOf(other) && (isOnly || !isNamed);
  return without(old, next, isMatch ? [[one, other]] : []);
}

function without(
  old: readonly ts.Type[],
  next: readonly ts.Type[],
  matched: readonly (readonly [ts.Type, ts.Type])[],
): Matches {
  const done = new Set(matched.flat());
  return {
    matched,
    oldAlone: old.filter((type) => !done.has(type)),
    newAlone: next.filter((type) => !done.has(type)),
  };
}
