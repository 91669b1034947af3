import type { FactValue } from "../facts/fact.js";
import { readLiteral } from "./literal.js";
import { straightQuotes } from "./plain-text.js";
import type { Reading } from "./reading.js";
import { typedDefault } from "./typed-default.js";

const literal = "`[^`]+`|\"[^\"]*\"|'[^']*'|-?\\d+(?:\\.\\d+)?|true|false";
const item = "(?:`[^`]+`|\"[^\"]*\"|'[^']*'|[\\w-]+)";
const ended = "(?=[\\s.,;)]|$)";

const forms = {
  required: /\((required|optional)\)/i,
  default: new RegExp(`\\bdefault(?:s to|(?: value)?(?: is|:)) (${literal})${ended}`, "i"),
  enum: new RegExp(
    `\\b(?:one of|(?:allowed|possible|valid) values(?: are)?):? (${item}(?:(?:, or|,| or) ${item})+)(?=\\s*[.;)]|$)`,
    "i",
  ),
} as const;

/** A description that is longer says it in more words than these forms have. */
const longest = 4000;

/**
 * Reads what a description says in passing: that something is required, its default, its values. It has a lower rank than the table: where the
 * two disagree, the table counts and the difference is kept; where the table is silent, the description's word is a fact of its own, which a
 * spec need not repeat and must not contradict.
 */
export function readDescribed(
  of: (fact: string) => readonly string[],
  text: string,
  line: number,
  reading: Reading,
): void {
  for (const [fact, value] of said(straightQuotes(text.slice(0, longest)), reading.value(...of("type")))) {
    const stated = reading.value(...of(fact));
    if (stated === undefined) reading.state([...of("described"), fact], line, value);
    else if (JSON.stringify(stated) !== JSON.stringify(value)) reading.differ(of(fact), line, value);
  }
}

function said(text: string, type: FactValue | undefined): readonly (readonly [fact: string, value: FactValue])[] {
  const facts: (readonly [string, FactValue])[] = [];
  const required = forms.required.exec(text)?.[1];
  if (required !== undefined) facts.push(["required", /^required$/i.test(required)]);
  const written = forms.default.exec(text)?.[1]?.replace(/^`(.*)`$/, "$1");
  const read = written === undefined ? undefined : typedDefault(type === undefined ? undefined : String(type), written);
  if (read?.kind === "default") facts.push(["default", read.value]);
  const list = forms.enum.exec(text)?.[1];
  if (list !== undefined) facts.push(["enum", items(list)]);
  return facts;
}

function items(list: string): readonly FactValue[] {
  const words = list.match(new RegExp(item, "g")) ?? [];
  return words.filter((word) => word !== "or").map((word) => readLiteral(word.replace(/^`(.*)`$/, "$1")) ?? word);
}
