import type { FactValue } from "../facts/fact.js";
import { readLiteral, readLiterals } from "./literal.js";

/** What the last cell of a row says about a parameter or a property. */
export interface Notes {
  readonly optional: boolean;
  readonly readOnly: boolean;
  readonly default: FactValue | undefined;
  readonly enum: readonly FactValue[] | undefined;
  /** The words that are none of the above. Empty when all was understood. */
  readonly rest: string;
}

interface Note {
  readonly pattern: RegExp;
  apply(argument: string): Partial<Notes>;
}

const quoted = `"[^"]*"|'[^']*'`;

/** Every way in which the families write a note. The first group of a pattern is its argument. */
const grammar: readonly Note[] = [
  { pattern: /^(\[optional\]|\(optional\))/i, apply: () => ({ optional: true }) },
  { pattern: /^\[read-?only\]/i, apply: () => ({ readOnly: true }) },
  { pattern: /^\[defaults? to ((?:\[[^\]]*\]|"[^"]*"|'[^']*'|[^\]])*)\]/i, apply: readDefault },
  { pattern: new RegExp(`^if omitted the server will use the default value of (${quoted}|\\S+)`), apply: readDefault },
  { pattern: new RegExp(`^defaults to (${quoted}|[^\\s,]+),?`), apply: readDefault },
  { pattern: /^must be one of \[([^\]]*)\]/, apply: (list) => ({ enum: readLiterals(list) }) },
  { pattern: /^\[enum: ([^\]]*)\]/i, apply: (list) => ({ enum: readLiterals(list) }) },
];

function readDefault(argument: string): Partial<Notes> {
  const value = readLiteral(argument.replace(/^`(.*)`$/s, "$1"));
  return value === undefined ? {} : { default: value };
}

/** Reads a cell of notes, such as `[optional] [default to 20]`. */
export function readNotes(text: string): Notes {
  let notes: Notes = { optional: false, readOnly: false, default: undefined, enum: undefined, rest: "" };
  let left = text.trim();
  for (let found = firstNote(left); found !== undefined; found = firstNote(left)) {
    notes = { ...notes, ...found.meaning };
    left = left.slice(found.length).replace(/^[\s,]+/, "");
  }
  return { ...notes, rest: left };
}

function firstNote(text: string): { readonly meaning: Partial<Notes>; readonly length: number } | undefined {
  for (const { pattern, apply } of grammar) {
    const match = pattern.exec(text);
    if (match !== null) return { meaning: apply(match[1] ?? ""), length: match[0].length };
  }
  return undefined;
}

/** The name of the fact about a default: in rows of a model, it is a member of the SDK's enumeration, which is not spelled like its value. */
export function defaultFact(type: string | undefined, value: FactValue): "default" | "default-name" {
  return typeof value === "string" && type?.startsWith("@") === true ? "default-name" : "default";
}
