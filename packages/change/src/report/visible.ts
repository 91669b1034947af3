const invisible = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/**
 * Text of a document in which nothing is hidden: a character that cannot be seen, or that turns the text around it, is written by its number,
 * as `[U+202E]`. Line breaks and tabs become blanks.
 */
export function visible(text: string): string {
  return text.replaceAll(invisible, (character) => {
    if (/[\t\n\r]/.test(character)) return " ";
    return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
  });
}

/** The beginning of a longer text. No character is cut in two. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
