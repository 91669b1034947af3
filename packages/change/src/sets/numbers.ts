import { type Bounds, commonMultiple, namedTypes } from "@facsimile/document";
import { boundsOf } from "./bounds.js";
import type { Branch } from "./branch.js";
import { remembered } from "./remembered.js";

/** The numbers that a branch allows. */
export interface NumberRange {
  readonly lower: Limit | undefined;
  readonly upper: Limit | undefined;
  readonly isInteger: boolean;
  readonly multipleOf: number | undefined;
}

export interface Limit {
  readonly value: number;
  readonly isExclusive: boolean;
}

/** Limits of whole numbers are whole and inclusive, so that ranges that are the same look the same. */
export function numberRangeOf({ parts }: Pick<Branch, "parts">): NumberRange {
  return readRange(parts);
}

const readRange = remembered((parts: Branch["parts"]): NumberRange => {
  const bounds = boundsOf(parts);
  const multipleOf = bounds.multipleOf;
  const isInteger = parts.some(({ keywords }) => {
    const types = namedTypes(keywords);
    return types?.includes("integer") && !types.includes("number");
  });
  const lower = limitOf(bounds.minimum, bounds.exclusiveMinimum);
  const upper = limitOf(bounds.maximum, bounds.exclusiveMaximum);
  if (!isInteger) return { lower, upper, isInteger, multipleOf };
  const step = commonMultiple(multipleOf ?? 1, 1);
  return {
    lower: lower && whole(lower, 1),
    upper: upper && whole(upper, -1),
    isInteger,
    multipleOf: step === 1 ? undefined : step,
  };
});

function limitOf(inclusive: Bounds["minimum"], exclusive: Bounds["exclusiveMinimum"]): Limit | undefined {
  if (exclusive !== undefined) return { value: exclusive, isExclusive: true };
  return inclusive === undefined ? undefined : { value: inclusive, isExclusive: false };
}

/** The next whole number inside of a limit. */
function whole({ value, isExclusive }: Limit, inwards: 1 | -1): Limit {
  const next = inwards === 1 ? Math.ceil(value) : Math.floor(value);
  return { value: isExclusive && next === value ? next + inwards : next, isExclusive: false };
}

/** Whether each number above one limit is above another one. */
export function isWithinLower(inner: Limit | undefined, outer: Limit | undefined): boolean {
  if (outer === undefined) return true;
  if (inner === undefined) return false;
  return inner.value === outer.value ? inner.isExclusive || !outer.isExclusive : inner.value > outer.value;
}

export function isWithinUpper(inner: Limit | undefined, outer: Limit | undefined): boolean {
  if (outer === undefined) return true;
  if (inner === undefined) return false;
  return inner.value === outer.value ? inner.isExclusive || !outer.isExclusive : inner.value < outer.value;
}

/** Whether all multiples that a range allows are multiples of a number. */
export function areMultiplesOf({ multipleOf, isInteger }: NumberRange, step: number | undefined): boolean {
  if (step === undefined) return true;
  const steps = [...(multipleOf === undefined ? [] : [multipleOf]), ...(isInteger ? [1] : [])];
  return steps.some((own) => isMultiple(own, step));
}

/** Decimal fractions are compared by whole numbers: 0.3 is a multiple of 0.1. */
function isMultiple(value: number, step: number): boolean {
  if (step <= 0) return true;
  const quotient = value / step;
  if (Number.isInteger(quotient)) return true;
  const nearest = Math.round(quotient);
  return Math.abs(quotient - nearest) <= Math.abs(quotient) * Number.EPSILON * 4;
}

export function isInRange(value: number, { lower, upper, isInteger, multipleOf }: NumberRange): boolean {
  if (isInteger && !Number.isInteger(value)) return false;
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) return false;
  const point: Limit = { value, isExclusive: false };
  return isWithinLower(point, lower) && isWithinUpper(point, upper);
}

/** More numbers than these are not written out. */
const mostNumbers = 1000;

/** All numbers of a range; undefined where they have no end, or are too many. */
export function allNumbersIn(range: NumberRange): readonly number[] | undefined {
  const { lower, upper, isInteger, multipleOf } = range;
  const step = multipleOf ?? (isInteger ? 1 : undefined);
  if (lower === undefined || upper === undefined || step === undefined || step <= 0) return undefined;
  const first = Math.ceil(lower.value / step - blur);
  const count = Math.floor(upper.value / step + blur) - first + 1;
  if (!(count <= mostNumbers)) return undefined;
  const numbers = Array.from({ length: Math.max(count, 0) }, (_, index) => rounded((first + index) * step));
  return numbers.filter((value) => isInRange(value, range));
}

/** 3 * 0.1 is 0.3. */
function rounded(value: number): number {
  return Number(value.toPrecision(15));
}

export function isEmptyRange({ lower, upper, multipleOf, isInteger }: NumberRange): boolean {
  if (lower === undefined || upper === undefined) return false;
  if (lower.value > upper.value || (lower.value === upper.value && (lower.isExclusive || upper.isExclusive)))
    return true;
  const step = multipleOf ?? (isInteger ? 1 : undefined);
  return step !== undefined && Math.floor(upper.value / step + blur) < Math.ceil(lower.value / step - blur);
}

/** Quotients of decimal fractions are as far off as this at most, where anybody cares. */
const blur = 1e-9;
