import type { FamilyName } from "../facts/fact.js";
import { csharp } from "./csharp.js";
import { dart } from "./dart.js";
import type { Family } from "./family.js";
import { go } from "./go.js";
import { java } from "./java.js";
import { kotlin } from "./kotlin.js";
import { php } from "./php.js";
import { python } from "./python.js";
import { pythonTags } from "./python-tags.js";
import { ruby } from "./ruby.js";
import { rust } from "./rust.js";
import { swift } from "./swift.js";
import { typescript } from "./typescript.js";
import { wire } from "./wire.js";

/** Every family of pages that the reader knows. */
export const families: Readonly<Record<FamilyName, Family>> = {
  python,
  typescript,
  go,
  java,
  php,
  ruby,
  csharp,
  rust,
  kotlin,
  swift,
  dart,
  "python-tags": pythonTags,
  wire,
};

/** The families whose code stands on a page, found by the marks of its fenced code. */
export function familiesByFences(fences: Iterable<string>): readonly Family[] {
  const marks = new Set(fences);
  return Object.values(families).filter((family) => family.fences.some((fence) => marks.has(fence)));
}

/** The families of which a page of operations has the shape. */
export function familiesByShape(pages: Iterable<string>): readonly Family[] {
  const texts = [...pages];
  return Object.values(families).filter(({ shape }) => shape !== undefined && texts.some((text) => shape.test(text)));
}
