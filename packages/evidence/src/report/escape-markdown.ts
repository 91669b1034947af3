import { visible } from "@facsimile/document/diagnostics";

/** A text of others in one line of Markdown: as text, whatever stands in it. */
export function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(/\s+/g, " ")
    .replace(/[\\|<>*_`[\]&~]/g, "\\$&");
}
