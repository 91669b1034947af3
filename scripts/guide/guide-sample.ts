import { readSamples } from "../markdown-samples.js";

/** A sample of the guide, and what it shows. */
export interface GuideSample {
  /** `sample-1` for the first of the page. */
  readonly name: string;
  readonly text: string;
  /** How a program was, how it is now, or neither: the sample stands alone. Said by its first line. */
  readonly side: "before" | "after" | "alone";
}

/** A program as it was, and as it is now. */
export interface Pair {
  readonly before: GuideSample;
  readonly after: GuideSample;
}

export function readGuide(page: string): readonly GuideSample[] {
  return readSamples(page, "the guide").map((text, index) => {
    const side = text.startsWith("// Before\n") ? "before" : text.startsWith("// After\n") ? "after" : "alone";
    return { name: `sample-${index + 1}`, text, side };
  });
}

/** Every sample that says how a program was, with the next one, which has to say how it is now. */
export function pairsOf(samples: readonly GuideSample[]): readonly Pair[] {
  return samples.flatMap((before, index) => {
    const after = samples[index + 1];
    if (before.side !== "before") return [];
    if (after?.side !== "after") throw new Error(`${before.name} is not followed by how the program is now`);
    return [{ before, after }];
  });
}
