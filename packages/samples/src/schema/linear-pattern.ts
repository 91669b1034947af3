import { createContext, runInContext } from "node:vm";
import { unicodeSource } from "@facsimile/document";
import { RE2JS } from "re2js";

/** What a text is held against. */
export interface Pattern {
  test(text: string): boolean;
  /** Ajv tells patterns apart by their text. */
  toString(): string;
}

/**
 * A regular expression of a document that takes no more than linear time, whatever somebody wrote: `^(a+)+$` would keep JavaScript's own busy for good
 * with thirty letters. What RE2 does not know, such as a look ahead, is JavaScript's with a limit.
 *
 * Throws `SyntaxError` where it is no regular expression of JavaScript (ECMA-262), which JSON Schema means: with the flag `u`, or as engines without it
 * take it.
 */
export function linearPattern(source: string): Pattern {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  const own = unicodeSource(source) ?? source;
  const native = new RegExp(own, "u");
  const pattern = isPlain(own) ? native : (asRe2(own) ?? withLimit(native));
  patterns.set(source, pattern);
  return pattern;
}

const patterns = new Map<string, Pattern>();

/** Whether nothing is repeated but single characters, and without end but one of them, from the start on: there is one way to match that. */
function isPlain(source: string): boolean {
  const bare = source.replace(/\\./gs, "_").replace(/\[[^\]]*\]/g, "_");
  const isRepeatedGroup = /\)[*+?{]/.test(bare);
  const endless = bare.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  const bounds = [...bare.matchAll(/\{\d+,(\d+)\}/g)].length;
  return !isRepeatedGroup && (endless === 0 ? bounds <= 1 : endless === 1 && bounds === 0 && bare.startsWith("^"));
}

/** What RE2 does not know: references to what matched before, and looking ahead and behind. */
const beyondRe2 = /\\(?:k<|[1-9])|\(\?(?:[=!]|<[=!])/;

function asRe2(source: string): Pattern | undefined {
  if (beyondRe2.test(source)) return undefined;
  try {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(source));
    return { test: (text) => compiled.test(text), toString: () => source };
  } catch {
    return undefined;
  }
}

/** How long JavaScript's own matching may take, in milliseconds. A text that takes longer is taken for one that does not match. */
const limitMs = 100;

function withLimit(native: RegExp): Pattern {
  const context = createContext({ pattern: native, text: "" });
  return {
    test(text) {
      context.text = text;
      try {
        return runInContext("pattern.test(text)", context, { timeout: limitMs }) === true;
      } catch {
        return false;
      }
    },
    toString: () => String(native),
  };
}
