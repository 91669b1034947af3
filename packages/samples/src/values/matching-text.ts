import { createRequire } from "node:module";
import { unicodeSource } from "@facsimile/document";
import { linearPattern } from "../schema/linear-pattern.js";

/** What a text has to be. */
export interface TextDemands {
  readonly patterns: readonly string[];
  readonly minLength: number;
  readonly maxLength: number;
}

/** How far from the least the repetitions of a pattern go, and the characters of its classes, from one attempt to the next. */
const spreads = [1, 2, 5, 9, 30, 100, 400];

/** Longer texts take long to make and make nothing clearer. */
const longest = 2000;

/**
 * Texts made from patterns, the same ones each time, of which each matches all of the patterns and has the length that is asked for. None where
 * none was found in a few attempts.
 */
export function* matchingTexts({ patterns, minLength, maxLength }: TextDemands): Generator<string> {
  const seen = new Set<string>();
  // A text that one pattern makes matches another one by luck.
  const seeds = Array.from({ length: patterns.length > 1 ? 60 : 2 }, (_, index) => index * 11);
  for (const source of patterns) {
    for (const [index, spread] of spreads.entries()) {
      for (const text of seeds.flatMap((seed) => lengthened(made(source, spread, index + seed), minLength))) {
        if (text === undefined || seen.has(text) || text.length < minLength || text.length > maxLength) continue;
        seen.add(text);
        if (patterns.every((pattern) => linearPattern(pattern).test(text))) yield text;
      }
    }
  }
}

/** The text, and one that is long enough where a pattern leaves its end open. */
function lengthened(text: string | undefined, minLength: number): readonly (string | undefined)[] {
  const isShort = text !== undefined && text.length < minLength;
  return isShort ? [text, text.padEnd(minLength, "x"), text.padStart(minLength, "x")] : [text];
}

function made(source: string, spread: number, seed: number): string | undefined {
  if (leastRepetitions(source) > longest) return undefined;
  try {
    const maker = new (randExp())(new RegExp(withoutProperties(unicodeSource(source) ?? source), "u"));
    maker.max = spread;
    maker.randInt = smallNumbers(spread, seed);
    const text = maker.gen();
    return text.length > longest ? undefined : text;
  } catch {
    return undefined;
  }
}

/** No fewer characters than a pattern asks for, nor many more. */
function leastRepetitions(source: string): number {
  return [...source.matchAll(/\{(\d+)/g)].reduce((product, [, least]) => product * Math.max(1, Number(least)), 1);
}

/** Numbers that look like any, the same ones for the same seed, and never further from the least than the spread. */
function smallNumbers(spread: number, seed: number): (from: number, to: number) => number {
  let state = seed + 1;
  return (from, to) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return from + ((state >> 8) % (Math.min(to - from, spread) + 1));
  };
}

/** Unicode's names of classes, which the maker does not know, as letters and digits that are in them. */
function withoutProperties(source: string): string {
  return source.replace(/(\[[^[\]]*?)?\\p\{(\w+)(?:=\w+)?\}/g, (_all, open: string | undefined, name: string) => {
    const members = /^(?:N|Nd|Number)/.test(name)
      ? "0-9"
      : /^(?:Lu|Uppercase)/.test(name)
        ? "A-Z"
        : /^P|^S/.test(name)
          ? "_\\-"
          : /^Z/.test(name)
            ? " "
            : "a-z";
    return open === undefined ? `[${members}]` : `${open}${members}`;
  });
}

/** What makes a text from an expression, as far as it is used. */
type TextMaker = new (expression: RegExp) => { max: number; randInt(from: number, to: number): number; gen(): string };

/** Its own types are those of an ES module, and it is none. */
function randExp(): TextMaker {
  loaded ??= createRequire(import.meta.url)("randexp") as TextMaker;
  return loaded;
}

let loaded: TextMaker | undefined;
