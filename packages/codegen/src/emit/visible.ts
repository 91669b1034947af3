/** A text without what cannot be seen or turns the direction of others; its lines end in `\n`, and half a character is U+FFFD. */
export function visible(text: string): string {
  return text
    .replace(/\r\n?|[\p{Zl}\p{Zp}\v\f\u0085]/gu, "\n")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (/[\n\t\u200d]/.test(character) ? character : ""));
}

/** The same on one line, for what is a name or a sentence. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, " ").trim();
}
