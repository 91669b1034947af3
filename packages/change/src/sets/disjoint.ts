import { branchAccepts } from "./accepts.js";
import { boundsOf } from "./bounds.js";
import type { Branch, ShapeReader } from "./branch.js";
import { isWithinLower, numberRangeOf } from "./numbers.js";
import { type Properties, propertiesOf } from "./objects.js";

/** Deeper properties are not looked at to tell two schemas apart. */
const deepest = 3;

/** Whether surely no value is in both branches. */
export function areDisjoint(
  reader: ShapeReader,
  branch: Branch,
  others: ShapeReader,
  other: Branch,
  depth = 0,
): boolean {
  if (branch.type !== other.type) return true;
  if (!reader.effort.spend()) return false;
  if (branch.values !== undefined) return branch.values.every((value) => branchAccepts(others, other, value) === false);
  if (other.values !== undefined) return other.values.every((value) => branchAccepts(reader, branch, value) === false);
  if (branch.type === "number") return areApart(branch, other);
  if (branch.type === "string") return isShorter(branch, other) || isShorter(other, branch);
  return branch.type === "object" && haveNoCommonObject(reader, branch, others, other, depth);
}

function areApart(branch: Branch, other: Branch): boolean {
  const [left, right] = [numberRangeOf(branch), numberRangeOf(other)];
  const isBelow = (upper: typeof left.upper, lower: typeof left.lower): boolean =>
    upper !== undefined &&
    lower !== undefined &&
    !isWithinLower({ ...upper, isExclusive: false }, { ...lower, isExclusive: lower.isExclusive || upper.isExclusive });
  return isBelow(left.upper, right.lower) || isBelow(right.upper, left.lower);
}

function isShorter(branch: Branch, other: Branch): boolean {
  const { maxLength } = boundsOf(branch.parts);
  const { minLength } = boundsOf(other.parts);
  return maxLength !== undefined && minLength !== undefined && maxLength < minLength;
}

/** A property that one of them requires and the other one refuses, or allows only with other values. */
function haveNoCommonObject(
  reader: ShapeReader,
  branch: Branch,
  others: ShapeReader,
  other: Branch,
  depth: number,
): boolean {
  if (depth >= deepest) return false;
  const [left, right] = [propertiesOf(reader, branch), propertiesOf(others, other)];
  const required = [...new Set([...left.required.keys(), ...right.required.keys()])];
  return required.some((name) => {
    const [one, two] = [useOf(left, name), useOf(right, name)];
    if (one === undefined || two === undefined || one.length === 0 || two.length === 0) return false;
    const [shape, opposite] = [reader.of(one), others.of(two)];
    return [...shape].every(([type, branches]) =>
      branches.every((each) =>
        (opposite.get(type) ?? []).every((against) => areDisjoint(reader, each, others, against, depth + 1)),
      ),
    );
  });
}

function useOf(properties: Properties, name: string): ReturnType<Properties["of"]> | undefined {
  return properties.isAbsent(name) ? undefined : properties.of(name);
}
