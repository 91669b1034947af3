import { isOfFormat } from "./formats.js";
import { isMatch } from "./pattern.js";
import type { Spot } from "./spot.js";
import { count } from "./words.js";

export function checkText(spot: Spot, value: string): void {
  const { pattern, format } = spot.keywords;
  checkLength(spot, value);
  if (pattern !== undefined && !isMatch(pattern, value))
    spot.say(typeof pattern === "string" ? `does not match ${pattern}` : "does not match the pattern");
  if (!isOfFormat(format, value)) spot.say(`is no ${format}`);
}

function checkLength(spot: Spot, value: string): void {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = spot.keywords;
  // There are at least half as many characters as units of UTF-16.
  if (value.length >= 2 * minLength && value.length <= maxLength) return;
  const length = charactersOf(value);
  if (length < minLength) spot.say(`has fewer than ${count(minLength, "character")}`);
  if (length > maxLength) spot.say(`has more than ${count(maxLength, "character")}`);
}

function charactersOf(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}
