import { formatTable } from "../table.js";
import type { Comparison, Standing } from "./generate-peers.js";

const titles = ["generator", "time", "ratio", "memory"] as const;

/** A comparison as a table for a terminal. */
export function toText({ document, runs, standings }: Comparison): string {
  const columns = titles.map((title, at) => (at === 0 ? { title } : { title, align: "right" as const }));
  const rows = standings.map(cellsOf);
  const failures = standings.flatMap(({ contender, failure }) => (failure ? [`${contender}: ${failure}`] : []));
  return [`${document}, medians of ${runs}`, "", ...formatTable(columns, rows), ...failures].join("\n");
}

/** All comparisons as one table of Markdown: the pages are written with `|` and no alignment by width. */
export function toMarkdown(comparisons: readonly Comparison[]): string {
  const head = ["document", ...titles];
  const rows = comparisons.flatMap(({ document, standings }) =>
    standings.map((standing) => [document, ...cellsOf(standing)]),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, at) => (at < 2 ? "---" : "---:"));
  const failures = comparisons.flatMap(({ document, standings }) => failuresOf(document, standings));
  return [line(head), line(rule), ...rows.map(line), ...failures.flatMap((text) => ["", text])].join("\n");
}

function cellsOf({ contender, seconds, ratio, megabytes, failure }: Standing): string[] {
  if (failure !== undefined) return [contender, "fails", "", ""];
  return [contender, `${seconds.toFixed(2)} s`, ratio.toFixed(2), `${megabytes.toFixed(0)} MB`];
}

function failuresOf(document: string, standings: readonly Standing[]): string[] {
  return standings.flatMap(({ contender, failure }) =>
    failure === undefined ? [] : [`${contender} fails on ${document}: \`${failure.replaceAll("`", "'")}\``],
  );
}
