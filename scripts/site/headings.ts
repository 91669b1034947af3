import type { Page } from "./page.js";

/** What is wrong with the headings of a page, a sentence each: there is one of the first level, it comes first, and none is skipped on the way down. */
export function headingFaults({ outline }: Page): readonly string[] {
  const [first, ...others] = outline.headings;
  if (first === undefined) return ["has no heading"];
  const faults = first.depth === 1 ? [] : [`begins with a heading of level ${first.depth}: ${first.text}`];
  let before = first.depth;
  for (const { depth, text } of others) {
    if (depth === 1) faults.push(`has a second title: ${text}`);
    if (depth > before + 1) faults.push(`goes from level ${before} to ${depth}: ${text}`);
    before = depth;
  }
  return faults;
}
