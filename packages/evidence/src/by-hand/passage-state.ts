import type { LineRange } from "./collapsed-text.js";
import type { PassagePlace } from "./place.js";

/** What became of a passage. */
export type PassageState =
  /** The place says the same as ever. */
  | { readonly kind: "same"; readonly range: LineRange }
  /** The words stand at another place, once. */
  | { readonly kind: "moved"; readonly range: LineRange; readonly place: PassagePlace }
  /** The words stand at several places, so that nobody can tell which one is meant. */
  | { readonly kind: "repeated"; readonly ranges: readonly LineRange[] }
  /** The words are not where they were, and not at one other place that they can have moved to. */
  | {
      readonly kind: "gone";
      readonly now: LineRange | undefined;
      readonly mark: string | undefined;
      readonly searched: boolean;
      /** Whether the page has a heading, or several, of the name that the place has. */
      readonly hasHeading: boolean;
      /** Where the words stand, below other headings. */
      readonly elsewhere: readonly LineRange[];
    };
