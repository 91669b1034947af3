import { describe, expect, it } from "vitest";
import { type Content, compare } from "./editions.js";

/** What is found from the first document to the second, and back. */
export interface Case {
  readonly name: string;
  readonly old: Content;
  readonly new: Content;
  readonly forth: readonly string[];
  readonly back: readonly string[];
}

export function each(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    it.each(cases)("$name", async ({ old, new: next, forth, back }) => {
      expect(await compare(old, next)).toEqual(forth);
      expect(await compare(next, old)).toEqual(back);
    });
  });
}
