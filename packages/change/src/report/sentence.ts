import type { Change } from "../change/change.js";
import { cut, visible } from "./visible.js";

/** A part of a sentence: words, or what a document gives, which is shown as code. */
export interface SentencePart {
  readonly code: boolean;
  readonly text: string;
}

/** Characters of a sentence that are shown at most. */
const longest = 600;

/** The sentence of a change in parts. An operation that it names is code too, whether it is quoted or not. */
export function sentenceOf({ message, operations }: Pick<Change, "message" | "operations">): readonly SentencePart[] {
  const parts = cut(visible(message), longest)
    .split(/(`[^`]+`)/)
    .map((text) => (/^`[^`]+`$/.test(text) ? { code: true, text: text.slice(1, -1) } : { code: false, text }));
  const [operation] = operations;
  const named = operation === undefined ? parts : parts.flatMap((part) => quoted(part, visible(operation)));
  return named.filter(({ text }) => text !== "");
}

function quoted(part: SentencePart, name: string): readonly SentencePart[] {
  const start = part.code ? -1 : part.text.indexOf(name);
  if (start < 0) return [part];
  return [
    { code: false, text: part.text.slice(0, start) },
    { code: true, text: name },
    { code: false, text: part.text.slice(start + name.length) },
  ];
}
