import { visible } from "@facsimile/document";

/** What neither HTML nor XML has a place for: halves of characters, and what is no character. */
const unfit = /[\ud800-\udfff\ufffe\uffff]/gu;

/** A text that documents and servers write, as it is shown: on one line, with nothing that moves a cursor or turns the direction of writing. */
function shown(text: string): string {
  return visible(text).replaceAll(unfit, "\ufffd");
}

/** For HTML and XML, in text and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return shown(text).replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** For a line of Markdown (CommonMark with tables): nothing in it is markup. */
export function escapeMarkdown(text: string): string {
  return shown(text)
    .replaceAll(/[\\`*[\]<>&|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&")
    .replace(/^(\s*)([#+=-])/, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/, "$1\\$2");
}
