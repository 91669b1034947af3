import type { FactValue } from "../facts/fact.js";
import { bracketedDefault } from "./bracketed-default.js";
import { readLiteral, readLiterals } from "./literal.js";
import { straightQuotes } from "./plain-text.js";

/** What the last cell of a row says about a parameter or a property. */
export interface Notes {
  readonly optional: boolean;
  readonly readOnly: boolean;
  /** Undefined where the notes say nothing about it. */
  readonly deprecated?: true;
  readonly default: FactValue | undefined;
  readonly enum: readonly FactValue[] | undefined;
  /** The words that are none of the above. Empty when all was understood. */
  readonly rest: string;
}

interface Note {
  /** Finds it at the beginning of a text: its whole and its argument. */
  readonly pattern: { exec(text: string): { readonly 0: string; readonly 1?: string } | null };
  apply(argument: string): Partial<Notes>;
}

const quoted = `"[^"]*"|'[^']*'`;

/** Every way in which the families write a note. The first group of a pattern is its argument. */
const grammar: readonly Note[] = [
  { pattern: /^(\[optional\]|\(optional\))/i, apply: () => ({ optional: true }) },
  { pattern: /^\[read-?only\]/i, apply: () => ({ readOnly: true }) },
  { pattern: /^(\[deprecated\]|\(deprecated\))/i, apply: () => ({ deprecated: true }) },
  { pattern: { exec: bracketedDefault }, apply: readDefault },
  { pattern: new RegExp(`^if omitted the server will use the default value of (${quoted}|\\S+)`), apply: readDefault },
  { pattern: new RegExp(`^defaults to (${quoted}|[^\\s,]+),?`), apply: readDefault },
  { pattern: /^must be one of \[([^\]]*)\]/, apply: (list) => ({ enum: readLiterals(list) }) },
  { pattern: /^\[enum: ([^\]]*)\]/i, apply: (list) => ({ enum: readLiterals(list) }) },
];

function readDefault(argument: string): Partial<Notes> {
  const value = readLiteral(withoutCode(argument));
  return value === undefined ? {} : { default: value };
}

function withoutCode(text: string): string {
  return text.replace(/^`(.*)`$/s, "$1");
}

/** The default of a cell of notes as it is written. Undefined where it gives none. */
export function defaultText(text: string): string | undefined {
  let left = straightQuotes(text.trim());
  for (let found = firstNote(left); found !== undefined; found = firstNote(left)) {
    if ("default" in found.meaning) return withoutCode(found.argument);
    left = left.slice(found.length).replace(/^[\s,]+/, "");
  }
  return undefined;
}

/** Reads a cell of notes, such as `[optional] [default to 20]`. */
export function readNotes(text: string): Notes {
  let notes: Notes = { optional: false, readOnly: false, default: undefined, enum: undefined, rest: "" };
  let left = straightQuotes(text.trim());
  for (let found = firstNote(left); found !== undefined; found = firstNote(left)) {
    notes = { ...notes, ...found.meaning };
    left = left.slice(found.length).replace(/^[\s,]+/, "");
  }
  return { ...notes, rest: left };
}

interface FoundNote {
  readonly meaning: Partial<Notes>;
  readonly argument: string;
  readonly length: number;
}

function firstNote(text: string): FoundNote | undefined {
  for (const { pattern, apply } of grammar) {
    const match = pattern.exec(text);
    const argument = match?.[1] ?? "";
    if (match !== null) return { meaning: apply(argument), argument, length: match[0].length };
  }
  return undefined;
}
