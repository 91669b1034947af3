import { type Notes, readNotes } from "../notes.js";

/** The notes of a schema, and the format that they name. */
export interface SchemaNotes extends Notes {
  /** `64 bit integer`, `64 bit float` and the like. Undefined where there is none, or where the type shows it. */
  readonly format: string | undefined;
}

const conforms =
  /value must (?:conform to RFC-\d+ (?:date-time|full-date YYYY-MM-DD)|be a ((?:32|64) bit (?:integer|float))|be a uuid|be numeric and storable in decimal\.Decimal)\s*$/;

/** The notes before what they say about the format. */
export function withoutFormat(text: string): string {
  const format = conforms.exec(text);
  return format === null ? text : text.slice(0, format.index);
}

/** Reads the last cell of a row. No space stands before what it says about the format: `of 0value must be a 64 bit float`. */
export function readSchemaNotes(text: string): SchemaNotes {
  const format = conforms.exec(text);
  return { ...readNotes(withoutFormat(text).replace(/^optional\b/, "[optional]")), format: format?.[1] };
}
