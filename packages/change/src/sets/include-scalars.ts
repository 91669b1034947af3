import { boundsOf } from "./bounds.js";
import type { Branch } from "./branch.js";
import { areMultiplesOf, isInRange, isWithinLower, isWithinUpper, numberRangeOf } from "./numbers.js";
import { numbersOf, textOfLength } from "./sample.js";
import { noBecauseOf, unknown, type Verdict, yes } from "./verdict.js";

export function includesNumbers(inner: Branch, outer: Branch): Verdict {
  const range = numberRangeOf(inner);
  const around = numberRangeOf(outer);
  const isWithin =
    isWithinLower(range.lower, around.lower) &&
    isWithinUpper(range.upper, around.upper) &&
    areMultiplesOf(range, around.isInteger ? 1 : undefined) &&
    areMultiplesOf(range, around.multipleOf);
  if (isWithin) return yes;
  const tried = [...numbersOf(around), ...numbersOf(range)];
  return noBecauseOf(tried.find((value) => isInRange(value, range) && !isInRange(value, around)));
}

export function includesTexts(inner: Branch, outer: Branch): Verdict {
  const own = boundsOf(inner.parts);
  const around = boundsOf(outer.parts);
  const least = own.minLength ?? 0;
  const most = own.maxLength ?? Number.POSITIVE_INFINITY;
  const hasPatterns = own.patterns.length > 0;
  if (least < (around.minLength ?? 0)) return hasPatterns ? unknown : noBecauseOf(textOfLength(least));
  const limit = around.maxLength ?? Number.POSITIVE_INFINITY;
  if (most > limit)
    return hasPatterns ? unknown : noBecauseOf(limit < 2_000 ? textOfLength(Math.max(limit + 1, least)) : undefined);
  const missing = around.patterns.filter((pattern) => !own.patterns.includes(pattern));
  if (missing.length === 0) return yes;
  // A pattern where there was none refuses something, unless it matches everything.
  return hasPatterns ? unknown : missing.every(matchesAll) ? yes : noBecauseOf(undefined);
}

function matchesAll(pattern: string): boolean {
  return ["", "^", "$", ".*", "^.*", ".*$", "^.*$"].includes(pattern);
}
