import { visible } from "../visible.js";

/** Markup that is written by us, and in which all text of documents is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[];

/** A template in which every text is escaped: only what is made by a template is markup. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = "", ...others] = strings;
  return new Html(first + others.map((text, index) => printPart(parts[index] ?? "") + text).join(""));
}

/** Nothing. */
export const none: Html = new Html("");

function printPart(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === "string") return escapeHtml(part);
  return typeof part === "number" ? String(part) : part.map(({ text }) => text).join("");
}

/** Text inside an element or a quoted attribute. */
function escapeHtml(text: string): string {
  return visible(text).replaceAll(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}
