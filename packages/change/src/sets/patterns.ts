import type { Membership } from "./verdict.js";

const anchored: ReadonlySet<string> = new Set(["", "^", "$", ".*", "^.*", ".*$", "^.*$"]);

/** Whether a regular expression is one of those that say nothing. */
export function matchesAll(pattern: string): boolean {
  return anchored.has(pattern);
}

/** Longer texts are not tried. */
const longest = 256;

/**
 * Whether a text matches a regular expression (ECMA-262, without anchors of its own); undefined where that is not tried. Only expressions are tried
 * that repeat no group, refer back to none, and hold two repetitions at most: those take no more than cubic time in a short text.
 */
export function matchesPattern(pattern: string, text: string): Membership {
  if (matchesAll(pattern)) return true;
  if (
    text.length > longest ||
    /\)[*+{?]|\\[1-9k]|\(\?[<=!]/.test(pattern) ||
    (pattern.match(/[*+{]/g) ?? []).length > 2
  )
    return undefined;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return undefined;
  }
}
