import type { FactValue } from "../facts/fact.js";

/** Words of the families' languages for values that are no strings. */
const words: Readonly<Record<string, FactValue>> = {
  true: true,
  True: true,
  false: false,
  False: false,
};

/** Words that say that there is no default. */
const nothing = new Set([
  "undefined",
  "null",
  "None",
  "nil",
  "nulltype.Null",
  "new ArrayList<>()",
  "new HashMap<>()",
  "ListBuilder()",
  "MapBuilder()",
  "const []",
  "const {}",
]);

/**
 * The value that a page writes as a default: `20`, `'name'`, `"name"`, `True`, `[]`, or a bare word, which is a string.
 * Undefined where it is the language's way of saying that there is none.
 */
export function readLiteral(text: string): FactValue | undefined {
  const word = text.trim();
  if (nothing.has(word)) return undefined;
  if (Object.hasOwn(words, word)) return words[word];
  if (/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(word)) return Number(word);
  if (word === "[]") return [];
  return /^(["'])(.*)\1$/s.exec(word)?.[2] ?? word;
}

/** The values between brackets: `"a", "b", ` or `a, b` or `'a' | 'b'`. */
export function readLiterals(text: string): readonly FactValue[] {
  const parts = text.match(/"[^"]*"|'[^']*'|[^\s,|][^,|]*/g) ?? [];
  return parts.map((part) => readLiteral(part) ?? null);
}
