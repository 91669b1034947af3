/** Characters that take no room on a page, and come along when text is copied: marks of joining, of hyphenation and of direction. */
const invisible = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** A text without characters that nobody can see: in a name they would make it another one. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, "");
}

/** Typographic quotation marks as those of program code, one for one. */
export function straightQuotes(text: string): string {
  return text.replace(/[\u201C\u201D\u201E\u201F\u00AB\u00BB]/g, '"').replace(/[\u2018\u2019\u201A\u201B]/g, "'");
}
