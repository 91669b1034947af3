const names: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "example",
  "examples",
  "deprecated",
  "externalDocs",
  "xml",
  "discriminator",
  "$comment",
  "$defs",
]);

/** Whether a keyword refuses no value, whatever it says: words for people, and what chooses or writes values. */
export function isSilentKeyword(keyword: string): boolean {
  return names.has(keyword) || keyword.startsWith("x-");
}
