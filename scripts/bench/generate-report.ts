import { formatTable } from "../table.js";
import type { Comparison, Standing } from "./generate-peers.js";

const titles = ["generator", "time", "ratio", "processor", "memory"] as const;

/** A comparison as a table for a terminal. */
export function toText({ document, runs, standings }: Comparison): string {
  const columns = titles.map((title, at) => (at === 0 ? { title } : { title, align: "right" as const }));
  const rows = standings.map(cellsOf);
  const failures = standings.flatMap(({ contender, failure }) => (failure ? [`${contender}: ${failure}`] : []));
  return [`${document}, medians of ${runs}`, "", ...formatTable(columns, rows), ...failures].join("\n");
}

/** All comparisons as one table of Markdown, and under it why a contender made nothing. */
export function toMarkdown(comparisons: readonly Comparison[]): string {
  const head = ["document", ...titles, "runs"];
  const rows = comparisons.flatMap(({ document, runs, standings }) =>
    standings.map((standing) => [document, ...cellsOf(standing), String(runs)]),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = `|${head.map((_, at) => (at < 2 ? "---" : "---:")).join("|")}|`;
  const failures = comparisons.flatMap(({ document, standings }) => failuresOf(document, standings));
  return [line(head), rule, ...rows.map(line), ...failures.flatMap((text) => ["", text])].join("\n");
}

function cellsOf({ contender, seconds, ratio, processor, megabytes, failure }: Standing): string[] {
  if (failure !== undefined) return [contender, "fails", "", "", ""];
  const numbers = [ratio.toFixed(2), `${processor.toFixed(2)} s`, `${megabytes.toFixed(0)} MB`];
  return [contender, `${seconds.toFixed(2)} s`, ...numbers];
}

function failuresOf(document: string, standings: readonly Standing[]): string[] {
  return standings.flatMap(({ contender, failure }) =>
    failure === undefined ? [] : [`${contender} fails on ${document}: \`${failure.replaceAll("`", "'")}\``],
  );
}
