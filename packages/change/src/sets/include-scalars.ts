import { textAccepts } from "./accepts.js";
import { boundsOf } from "./bounds.js";
import type { Branch } from "./branch.js";
import { areMultiplesOf, isInRange, isWithinLower, isWithinUpper, numberRangeOf } from "./numbers.js";
import { matchesAll } from "./patterns.js";
import { longestText, numbersOf, textOfLength } from "./sample.js";
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
  const [least, limit] = [own.minLength ?? 0, around.maxLength ?? Number.POSITIVE_INFINITY];
  const isTooShort = least < (around.minLength ?? 0);
  const isTooLong = (own.maxLength ?? Number.POSITIVE_INFINITY) > limit;
  const held = own.patterns.filter((pattern) => !matchesAll(pattern));
  const isUnmatched = around.patterns.some((pattern) => !held.includes(pattern) && !matchesAll(pattern));
  if (!isTooShort && !isTooLong && !isUnmatched) return yes;
  const tried = [least, least + 1, limit + 1].flatMap((length) =>
    length <= longestText ? [textOfLength(length)] : [],
  );
  const outside = [...tried, ...spellings].find(
    (text) => textAccepts(inner, text) && textAccepts(outer, text) === false,
  );
  // A pattern where there was none refuses something.
  return outside === undefined && held.length > 0 ? unknown : noBecauseOf(outside);
}

/** Texts of several kinds: a regular expression is likely to refuse one of them. */
const spellings = ["a", "A", "1", "-", "é", "a b", "ab12", "2024-05-17", ""];
