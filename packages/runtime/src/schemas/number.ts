import { isOfFormat } from "./formats.js";
import type { Spot } from "./spot.js";

/** How far a quotient may be from a whole number, relative to it: what doubles lose in a division of decimals such as 0.3 / 0.1. */
const precision = 8 * Number.EPSILON;

export function checkNumber(spot: Spot, value: number): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, format } = spot.keywords;
  if (minimum !== undefined && value < minimum) spot.say(`is less than ${minimum}`);
  if (maximum !== undefined && value > maximum) spot.say(`is more than ${maximum}`);
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum) spot.say(`is not more than ${exclusiveMinimum}`);
  if (exclusiveMaximum !== undefined && value >= exclusiveMaximum) spot.say(`is not less than ${exclusiveMaximum}`);
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) spot.say(`is no multiple of ${multipleOf}`);
  if (!isOfFormat(format, value)) spot.say(`is no ${format}`);
}

function isMultiple(value: number, step: number): boolean {
  // A remainder is exact, however large the quotient is.
  if (value % step === 0) return true;
  if (Number.isInteger(value) && Number.isInteger(step)) return false;
  const quotient = value / step;
  return Math.abs(quotient - Math.round(quotient)) <= precision * Math.abs(quotient);
}
