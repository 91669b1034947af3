import type { PhrasingContent } from "mdast";
import { nodesOfType } from "./markdown.js";

/** The tags with which words are marked. Others in a cell may be the arguments of a type: `List<Book>`. */
const tag = /^<(\/?)(a|b|code|del|em|font|i|ins|mark|s|span|strike|strong|sub|sup|u)\b[^<>]*>$/i;

/** The first tag that a cell opens and does not close: it is put around more than the cell, as around a whole row. */
export function wrappingTag(cell: readonly PhrasingContent[]): string | undefined {
  const open: { readonly name: string; readonly written: string }[] = [];
  for (const { value } of cell.flatMap((node) => nodesOfType(node, "html"))) {
    const [written, slash, name = ""] = tag.exec(value) ?? [];
    if (written === undefined) continue;
    if (slash === "") open.push({ name: name.toLowerCase(), written });
    else if (open.at(-1)?.name === name.toLowerCase()) open.pop();
  }
  return open[0]?.written;
}
