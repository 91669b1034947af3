import type { PhrasingContent, TableRow } from "mdast";

declare module "mdast" {
  interface TableRowData {
    /** Whether its cells are tags, which no `|` parts. */
    readonly isHtml?: boolean;
  }
}

/** A row of a table in HTML that is still being filled. */
export interface HtmlRow {
  readonly line: number;
  /** Whether all of its cells are those of a head. */
  isHead: boolean;
  readonly cells: (readonly PhrasingContent[])[];
}

/** The row as one of a table in Markdown. */
export function tableRow({ line, cells }: HtmlRow): TableRow {
  const point = { line, column: 1 };
  const position = { start: point, end: point };
  return {
    type: "tableRow",
    children: cells.map((children) => ({ type: "tableCell", children: [...children], position })),
    position,
    data: { isHtml: true },
  };
}
