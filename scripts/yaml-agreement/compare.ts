import { parse } from "../../packages/document/src/load/parse.js";
import { loadByJsYaml } from "../../packages/document/test/js-yaml.js";

/** What two readers make of one text: the same value, no value, or something that a difference explains, or does not. */
export type Verdict =
  | { readonly kind: "same" }
  | { readonly kind: "neither"; readonly code: string }
  | { readonly kind: "explained"; readonly reason: string }
  | { readonly kind: "unexplained"; readonly ours: string; readonly theirs: string };

interface Explanation {
  readonly reason: string;
  /** What js-yaml says where it refuses the text. */
  readonly refused?: RegExp;
  readonly code: string;
  /** The value follows a rule of ours, which no other reader has. */
  readonly own?: true;
}

/** The differences that decision 0007 states, by what js-yaml says of a text and by the code that is given here. */
const explanations: readonly Explanation[] = [
  {
    reason: "lines inside brackets or quotes are indented too little",
    refused: /^deficient indentation$/,
    code: "yaml-indentation",
  },
  {
    reason: "a tag that JSON has no value for",
    refused: /^unknown \w+ tag|explicit tag$/,
    code: "yaml-tag-unsupported",
  },
  { reason: "nothing but a marker is no document", code: "file-empty" },
  { reason: "JSON has no such number", code: "yaml-number-not-json", own: true },
  { reason: "a key is given twice", refused: /^duplicated mapping key$/, code: "yaml-duplicate-key", own: true },
  { reason: "a key is no text", refused: /key/, code: "yaml-key-not-text", own: true },
  { reason: "a merge of no mapping", refused: /merge/, code: "yaml-merge-key", own: true },
  { reason: "an endless value", code: "yaml-alias-limit" },
];

/**
 * Holds what is read here against js-yaml's own `load`. Where only js-yaml refuses a text, the value is held against another one.
 *
 * @param other - the value as another reader has it, as JSON; undefined where it states none
 */
export function compare(text: string, other: () => string | undefined): Verdict {
  const { source, problems } = parse("", "", text);
  const ours = source && print(source.json);
  const loaded = loadByJsYaml(text);
  const theirs = "value" in loaded ? print(loaded.value) : undefined;
  const codes = problems.map(({ code }) => code as string);
  if (ours === theirs) return ours === undefined ? { kind: "neither", code: codes.at(-1) ?? "" } : { kind: "same" };
  const refused = "refused" in loaded ? loaded.refused : undefined;
  const explanation = explanations.find(
    (each) =>
      codes.includes(each.code) && (refused === undefined ? each.refused === undefined : each.refused?.test(refused)),
  );
  const expected = ours === undefined ? undefined : other();
  if (explanation !== undefined && (explanation.own === true || ours === expected))
    return { kind: "explained", reason: explanation.reason };
  return { kind: "unexplained", ours: ours ?? codes.join(", "), theirs: theirs ?? expected ?? refused ?? "" };
}

/** As JSON, with the numbers that JSON has not. */
function print(value: unknown): string {
  const words = (_: string, each: unknown): unknown =>
    typeof each === "number" && !Number.isFinite(each) ? String(each) : each;
  return JSON.stringify(value, words);
}
