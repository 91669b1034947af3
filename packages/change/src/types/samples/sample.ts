/** A program that uses a package. */
export interface Sample {
  /** What findings call it: `README.md, sample 2`. */
  readonly name: string;
  readonly text: string;
  /** Where its first line stands in a page. Default: 1. */
  readonly line?: number;
}

/** The TypeScript blocks of a Markdown page, in its order. */
export function readSamples(page: string, name: string): readonly Sample[] {
  const samples: Sample[] = [];
  let block: { readonly start: number; readonly fence: string; readonly lines: string[] } | undefined;
  page.split(/\r?\n/).forEach((line, index) => {
    if (block === undefined) {
      const [, fence] = /^(`{3,}|~{3,})(?:ts|typescript)\s*$/.exec(line) ?? [];
      if (fence !== undefined) block = { start: index + 2, fence, lines: [] };
    } else if (line.trimEnd() === block.fence) {
      samples.push({ name: `${name}, sample ${samples.length + 1}`, text: block.lines.join("\n"), line: block.start });
      block = undefined;
    } else block.lines.push(line);
  });
  return samples;
}
