import type { FamilyName } from "../facts/fact.js";
import type { Family } from "./family.js";
import { go } from "./go.js";
import { java } from "./java.js";
import { php } from "./php.js";
import { python } from "./python.js";
import { typescript } from "./typescript.js";
import { wire } from "./wire.js";

/** Every family of pages that the reader knows. */
export const families: Readonly<Record<FamilyName, Family>> = { python, typescript, go, java, php, wire };

/** The families whose code stands on a page, found by the marks of its fenced code. */
export function familiesByFences(fences: Iterable<string>): readonly Family[] {
  const marks = new Set(fences);
  return Object.values(families).filter((family) => family.fences.some((fence) => marks.has(fence)));
}
