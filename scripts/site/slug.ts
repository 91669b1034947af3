/** What a heading is called in a link to it, as on GitHub: lower case, without punctuation, with hyphens for spaces. */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}
