import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Theme } from "../charts/theme.js";
import { barConfig, drawChart, rowHeader } from "../charts/vega.js";
import { root } from "../repository.js";
import type { Comparison } from "./generate-peers.js";
import { toMarkdown } from "./generate-report.js";

/** Draws the comparisons for docs/benchmarks.md, and puts their numbers into its table. */
export function drawComparisons(comparisons: readonly Comparison[]): void {
  const values = comparisons.flatMap(valuesOf);
  drawChart("bench-generate", "Seconds that each generator takes", (theme) => chart(values, theme));
  writeTable(toMarkdown(comparisons));
}

interface Bar {
  readonly document: string;
  readonly contender: string;
  readonly seconds: number;
  readonly label: string;
}

function valuesOf({ document, standings }: Comparison): Bar[] {
  return standings.map(({ contender, seconds, failure }) => {
    if (failure !== undefined) return { document, contender, seconds: 0, label: "fails" };
    return { document, contender, seconds, label: `${seconds.toFixed(2)} s` };
  });
}

/** Bars for each document, in the order of the table, each document with a scale of its own. */
function chart(values: readonly Bar[], { text, rest, own }: Theme): object {
  const sort = [...new Set(values.map(({ contender }) => contender))];
  const documents = [...new Set(values.map(({ document }) => document))];
  const y = { field: "contender", type: "nominal", sort, title: null };
  const x = { field: "seconds", type: "quantitative", axis: null };
  const bar = { mark: { type: "bar", height: 14 }, encoding: { color: colorOf(own, rest) } };
  const label = { mark: { type: "text", align: "left", dx: 4, color: text }, encoding: { text: { field: "label" } } };
  return {
    data: { values },
    background: null,
    facet: { row: { field: "document", type: "nominal", sort: documents, title: null, header: rowHeader(text) } },
    spec: { width: 480, height: { step: 20 }, encoding: { x, y }, layer: [bar, label] },
    resolve: { scale: { x: "independent" } },
    config: barConfig(text),
  };
}

function colorOf(own: string, rest: string): object {
  return { condition: { test: "datum.contender === 'facsimile'", value: own }, value: rest };
}

/** Between its two marks, the page has what was measured last. */
function writeTable(table: string): void {
  const page = path.join(root, "docs", "benchmarks.md");
  const between = /(<!-- numbers -->\n)[\s\S]*(<!-- end of numbers -->)/;
  const text = readFileSync(page, "utf8");
  if (!between.test(text)) throw new Error("docs/benchmarks.md has no place for the numbers");
  writeFileSync(
    page,
    text.replace(between, (_, start: string, end: string) => `${start}\n${table}\n\n${end}`),
  );
}
