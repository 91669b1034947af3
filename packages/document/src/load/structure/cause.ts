import type { DiagnosticCode } from "../../diagnostics/registry.js";
import type { Json } from "../document.js";
import type { Place } from "./place.js";
import { wordsForInner, wordsForShape, wordsForValue } from "./words.js";

/** Why nothing can be made of what stands at a place. */
export interface Cause {
  readonly place: Place;
  /** What it says of the place: `has no "name"`. */
  readonly words: string;
  readonly fix: string;
  /** What is wrong with what a reference leads to, where that is all that is wrong. */
  readonly origin?: string;
  /** The code of what it costs where that is no more than the place itself. */
  readonly code: DiagnosticCode;
}

export function missing(place: Place, field: string): Cause {
  return { place, words: `has no "${field}"`, fix: `Add "${field}" to it.`, code: "structure-member-missing" };
}

export function unfit(value: Json, place: Place): Cause {
  const expected = wordsForShape(place.shape);
  const words = `has to be ${expected}, but is ${wordsForValue(value)}`;
  const fix = value === null ? `Write ${expected}, or remove the key.` : `Write ${expected} here.`;
  return { place, words, fix, code: value === null ? "structure-null" : "structure-invalid" };
}

/** What a reference leads to cannot be used. Of a chain of references, the last one is told that is at fault. */
export function unusableTarget(place: Place, ref: string, target: Place, cause: Cause): Cause {
  const origin = cause.origin ?? `${wordsForInner(target.pointer, cause.place.pointer)} ${cause.words}`;
  const where = cause.origin === undefined ? "" : "in the end ";
  return {
    place,
    words: `refers to "${ref}", and ${where}${origin}`,
    origin,
    fix: "Mend what it refers to, or refer to something else.",
    code: "structure-invalid",
  };
}
