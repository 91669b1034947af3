import { visible } from "@facsimile/document/diagnostics";
import type { LineRange } from "./collapsed-text.js";
import type { QuotedPage } from "./quoted-page.js";

/** The most lines that are shown of a page at once. */
const mostLines = 200;

/** Lines of a page with their numbers, for a terminal. */
export function showLines({ lines, file }: QuotedPage, { from, to }: LineRange): string {
  const last = Math.min(to, lines.length, from + mostLines - 1);
  const width = String(last).length;
  const shown = lines
    .slice(from - 1, last)
    .map((line, index) => `${String(from + index).padStart(width)} | ${visible(line)}`);
  const rest = Math.min(to, lines.length) - last;
  return `${visible(file)}\n${shown.join("\n")}\n${rest > 0 ? `… ${rest} more lines\n` : ""}`;
}
