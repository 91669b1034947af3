/** The TypeScript blocks of a Markdown page, in its order. A page without one is an error: its samples were moved, and nothing would be tried. */
export function readSamples(page: string, name: string): readonly string[] {
  const blocks = [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  if (blocks.length === 0) throw new Error(`${name} has no TypeScript example`);
  return blocks;
}

/** Declarations of what samples leave to the reader: texts, by these names. */
export function declareTexts(names: readonly string[]): string {
  return names.map((name) => `declare const ${name}: string;\n`).join("");
}
