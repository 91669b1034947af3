import type { Json } from "@facsimile/document";

/** Longer values are cut in a sentence. */
const longest = 60;

/** A sentence of words that may stand within one. */
export function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** A value of a document in a sentence. */
export function inWords(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  const characters = [...text];
  return `\`${(characters.length > longest ? `${characters.slice(0, longest).join("")}…` : text).replaceAll("`", "'")}\``;
}

/** Several values, the first ones by name. */
export function listInWords(values: readonly Json[]): string {
  const shown = values.slice(0, 5).map(inWords);
  const more = values.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  const last = shown.pop() ?? "nothing";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

/** A name that a document gives, as code. */
export function code(name: string): string {
  return `\`${name.replaceAll("`", "'")}\``;
}
