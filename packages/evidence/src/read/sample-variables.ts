import { nodesOfType, type Section, textLineOf } from "./markdown.js";

/** A variable that a code sample sets for a parameter, as the generators comment it: `page_size = 20 # int | How many`. */
export interface SampleVariable {
  readonly name: string;
  readonly line: number;
  /** As it is written in the comment. */
  readonly type: string;
}

type Declared = Pick<SampleVariable, "name" | "type">;

/** In TypeScript the type stands before the comment. */
function inTypeScript(text: string): Declared | undefined {
  const [, name, type] = /^\s*(?:let|const|var)\s+([\w$]+)\??: ([^;]+); \/\//.exec(text) ?? [];
  return name === undefined || type === undefined ? undefined : { name, type: type.trim() };
}

/** In Python, Go, Java and PHP it is in the comment. */
function inComment(text: string): Declared | undefined {
  const [left = "", ...right] = text.split("=");
  const words = left.trim().replace(/:$/, "").trimEnd().split(/\s+/);
  const name = (words.pop() ?? "").replace(/^\$(?=.)/, "");
  const value = right.join("=");
  if (!/^[\w$]+$/.test(name) || !words.every((word) => /^[\w.<>[\],?\\]*$/.test(word)) || !/^\s/.test(value))
    return undefined;
  const type = typeIn(value);
  return type === undefined ? undefined : { name, type };
}

/** What stands between the last mark of a comment and a bar: `20 # int | How many`. */
function typeIn(text: string): string | undefined {
  const parts = text.split(/(?=[|#])/);
  for (let index = parts.length - 2; index >= 0; index -= 1) {
    const part = parts[index] ?? "";
    const from = part.lastIndexOf("//");
    const isComment = from >= 0 || part.startsWith("#");
    const type = (from >= 0 ? part.slice(from + 2) : part.slice(1)).trim();
    if (isComment && type !== "" && part.endsWith(" ") && parts[index + 1]?.startsWith("|")) return type;
  }
  return undefined;
}

/** The variables of the samples of an operation. */
export function sampleVariables(parts: readonly Section[]): readonly SampleVariable[] {
  const samples = parts.filter(({ title }) => /^examples?$/i.test(title));
  const codes = samples.flatMap(({ content }) => content.flatMap((node) => nodesOfType(node, "code")));
  return codes.flatMap((code) =>
    code.value.split("\n").flatMap((text, index) => {
      if (text.length > longest) return [];
      const declared = inTypeScript(text) ?? inComment(text);
      return declared === undefined ? [] : [{ ...declared, line: textLineOf(code) + index }];
    }),
  );
}

/** A line with more characters is no declaration that a generator has written. */
const longest = 2000;
