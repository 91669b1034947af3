import { edit, type PageEdit } from "./page-edit.js";

/** What is put around a row, or into it, and the kinds of facts that it may change. */
type Wrapping = readonly [kind: string, meaning: PageEdit["meaning"], wrap: (row: string) => string];

const wrappings: readonly Wrapping[] = [
  ["within a <span>", "damage", (row) => `<span>${row}</span>`],
  ["in <del>", "damage", (row) => `<del>${row}</del>`],
  ["within a <font>", "damage", (row) => `<font color="red">${row}</font>`],
  ["in bold", "damage", (row) => `**${row}**`],
  ["in code", "damage", (row) => `\`${row}\``],
  ["struck out", "damage", (row) => `~~${row}~~`],
  ["below a comment on its line", "damage", (row) => `<!-- checked -->${row}`],
  ["with a comment at its end", "nothing", (row) => `${row} <!-- checked -->`],
  ["with a comment in its first cell", "nothing", (row) => row.replace(/ (?=\|[^|]*\S)/, "<!-- checked --> ")],
  ["with a comment that has a bar", "damage", (row) => row.replace(/ \| *(?=[^|]*\|?$)/, " <!-- this | that --> | ")],
];

/** Rows of parameters and of properties: with a name in bold, or on the pages of the tags layout one with the class of its schema. */
const row = /^\|? ?(?:\*\*(?!ctx\b)[A-Za-z]\w+\*\* \| .*[^|\n]|[\w-]+ \| \w+Schema \|.*[^|\n])$/m;

/** Edits of the first row of a page. */
export const rowEdits: readonly PageEdit[] = wrappings.map(([kind, meaning, wrap]) =>
  edit(`a row ${kind}`, meaning, row, wrap),
);

/** The same edits of each row of every table of a page. */
export function editsOfEachRow(text: string): readonly PageEdit[] {
  const lines = text.split("\n");
  return lines.flatMap((line, at) => {
    if (!isRow(lines, at) || line.endsWith("|")) return [];
    return wrappings.map(([kind, meaning, wrap]): PageEdit => {
      return { kind: `line ${at + 1} ${kind}`, meaning, apply: () => lines.with(at, wrap(line)).join("\n") };
    });
  });
}

/** True for a line of a table below its rule. */
function isRow(lines: readonly string[], at: number): boolean {
  const above = lines.slice(0, at + 1);
  const table = above.slice(above.findLastIndex((line) => !line.includes("|")) + 1);
  return table.length > 2;
}
