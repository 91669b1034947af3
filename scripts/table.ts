export interface Column {
  readonly title: string;
  readonly align?: "right";
}

/** Lays rows out under their titles, each column as wide as its widest cell. Columns are two spaces apart. */
export function formatTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const format = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => {
        const cell = cells[index] ?? "";
        const width = widths[index] ?? 0;
        return align === "right" ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd();
  return [
    format(columns.map(({ title }) => title)),
    format(widths.map((width) => "─".repeat(width))),
    ...rows.map(format),
  ];
}
