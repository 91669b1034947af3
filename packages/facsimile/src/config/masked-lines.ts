import type { Diagnostic } from "@facsimile/document/diagnostics";

/** Where a person may have written a credential. */
const secret = /\/(?:defaultHeaders\/[^/]*|from)$/;

/** A configuration as it is shown beside what is wrong with it: without the values that may be credentials, of which one is wrong. */
export function maskedLines(text: string, found: readonly Diagnostic[]): string {
  const lines = text.split("\n");
  for (const { pointer, position } of found) {
    const line = position === undefined ? undefined : lines[position.line - 1];
    if (line === undefined || position === undefined || !secret.test(pointer ?? "")) continue;
    const end = line.indexOf(":", position.column - 1);
    if (end >= 0) lines[position.line - 1] = `${line.slice(0, end)}: …`;
  }
  return lines.join("\n");
}
