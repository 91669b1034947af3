import { lineOf, nodesOfType, type Section } from "./markdown.js";

/** A variable that a code sample sets for a parameter, as the generators comment it: `page_size = 20 # int | How many`. */
export interface SampleVariable {
  readonly name: string;
  readonly line: number;
  /** As it is written in the comment. */
  readonly type: string;
}

const forms: readonly RegExp[] = [
  /^\s*(?:let|const|var)\s+([\w$]+)\??: ([^;]+); \/\//, // TypeScript: the type stands before the comment
  /^\s*(?:[\w.<>[\], ?\\]+\s)?\$?([\w$]+)\s*:?=\s.*(?:#|\/\/)\s*([^|#]+?) \|/, // Python, Go, Java, PHP
];

/** The variables of the samples of an operation. */
export function sampleVariables(parts: readonly Section[]): readonly SampleVariable[] {
  const samples = parts.filter(({ title }) => /^examples?$/i.test(title));
  const codes = samples.flatMap(({ content }) => content.flatMap((node) => nodesOfType(node, "code")));
  return codes.flatMap((code) =>
    code.value.split("\n").flatMap((text, index) => {
      if (text.length > longest) return [];
      const match = forms.map((form) => form.exec(text)).find((found) => found !== null);
      if (match === undefined) return [];
      return [{ name: match[1] ?? "", line: lineOf(code) + 1 + index, type: (match[2] ?? "").trim() }];
    }),
  );
}

/** A line with more characters is no declaration that a generator has written. */
const longest = 2000;
