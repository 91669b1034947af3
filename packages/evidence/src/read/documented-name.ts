import type { Reading } from "./reading.js";
import type { Cell } from "./table.js";

/** A name as a page has it, and whether it is marked as deprecated. */
export interface DocumentedName {
  readonly name: string;
  readonly isDeprecated: boolean;
}

const note = /\(deprecated\)|\[deprecated\]/i;
const tags = /<\/?(?:b|code|del|em|i|s|strike|strong)>|<a\b[^<>]*>|<\/a>/gi;
/** A footnote, or an entity that HTML does not have. */
const marks = /\[\^|&#?\w+;/;

/** Takes the mark of a deprecated thing from its name: `(deprecated)` beside it, or a line through it. */
export function withoutMark(text: string, isStruck: boolean): DocumentedName {
  const isDeprecated = isStruck || note.test(text) || /<(?:del|s|strike)>/i.test(text);
  const quoted = text.replace(tags, "").replace(note, "").trim();
  // Rust writes `r#type` for a name that is a word of the language.
  return { name: /^'(.*)'$/.exec(quoted)?.[1] ?? quoted.replace(/^r#/, ""), isDeprecated };
}

/** The name in the first cell of a row. A problem, and undefined, where what stands there is none. */
export function readName(cell: Cell | undefined, line: number, reading: Reading): DocumentedName | undefined {
  const read = withoutMark(cell?.text ?? "", cell?.struck === true);
  const problem = problemOf(read.name);
  if (problem === undefined) return read;
  reading.problem(line, `"${cell?.text ?? ""}" ${problem}`, "Write the name alone there");
  return undefined;
}

function problemOf(name: string): string | undefined {
  if (name === "" || /[\s|<>(){}*~`"\u2018-\u201F]/.test(name) || marks.test(name)) return "is not a name";
  if (name.normalize("NFKC") !== name) return "has letters of another width or form than a name has";
  const other = /\p{L}/u.exec(name.replace(/\p{Script=Latin}/gu, ""))?.[0];
  const isMixed = other !== undefined && /\p{Script=Latin}/u.test(name);
  return isMixed ? `has the letter "${other}" of another alphabet among Latin ones` : undefined;
}
