/** Text that neither ends a comment, nor means anything in it but itself. */
export function inert(prose: string): string {
  return isPlain(prose) ? prose : escaped(prose);
}

// What most texts consist of: characters that can be seen and have no meaning but with others; `@` has one.
const other = /[^\n\x20-\x3f\x41-\x7e]/;

/** Whether nothing in a text has to be escaped. Texts with none of the few characters and words that could are told at once. */
function isPlain(prose: string): boolean {
  return !other.test(prose) && !prose.includes("*/") && !prose.includes("URL");
}

// Where TypeScript would see a tag: at the start of a row, after white space, and in `{@link …}`.
const tagStart = /(^|[\s{*])@/gm;
// What TypeScript obeys wherever it stands in a comment before the first statement: `@jsxImportSource x` imports x.
const pragma = /@(?=jsx)/gi;
// What those who look for source maps take for one, in any comment.
const sourceMap = /[#@](?=\s*source(?:Mapping)?URL)/g;

function escaped(prose: string): string {
  return prose
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\r\n?|[\p{Zl}\p{Zp}\v\f]/gu, "\n")
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (/[\n\t\u200d]/.test(character) ? character : visible(character)))
    .replaceAll("*/", "*\\/")
    .replace(pragma, "&#64;")
    .replace(sourceMap, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(tagStart, "$1\\@");
}

/** What cannot be seen, or turns the direction of text, is shown as an escape; the rest of the control characters are a space. */
function visible(character: string): string {
  if (/\p{Cc}/u.test(character)) return " ";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
