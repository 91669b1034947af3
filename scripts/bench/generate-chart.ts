import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { commandOf, installOnDemand } from "../install-on-demand.js";
import { root } from "../repository.js";
import type { Comparison } from "./generate-peers.js";
import { toMarkdown } from "./generate-report.js";
import { measureScript } from "./shared-measure.js";

interface Theme {
  readonly text: string;
  readonly rest: string;
  readonly own: string;
}

/** One picture for light pages and one for dark ones. Neither has a background of its own. */
const themes: Readonly<Record<string, Theme>> = {
  "bench-generate.svg": { text: "#1f2328", rest: "#b6bec9", own: "#0b6bcb" },
  "bench-generate-dark.svg": { text: "#e6edf3", rest: "#57606a", own: "#58a6ff" },
};

/** Draws the comparisons for docs/benchmarks.md, and puts their numbers into its table. */
export function drawChart(comparisons: readonly Comparison[]): void {
  const folder = installOnDemand("chart", { vega: "6.2.0", "vega-lite": "6.4.1" });
  const script = commandOf(folder, "vega-lite", "vl2svg");
  const values = comparisons.flatMap(valuesOf);
  for (const [file, theme] of Object.entries(themes)) {
    const spec = path.join(tmpdir(), `facsimile-${process.pid}-${file}.json`);
    writeFileSync(spec, JSON.stringify(chart(values, theme)));
    const { failure, output } = measureScript(script, [spec], folder);
    if (failure !== undefined) throw new Error(`vl2svg: ${failure}`);
    writeFileSync(path.join(root, "docs", file), withTitle(output));
  }
  writeTable(toMarkdown(comparisons));
}

/** The picture as one thing with a title, for those who do not see it: the page has its numbers as a table. */
function withTitle(svg: string): string {
  const plain = svg.replaceAll(/ (?:role|aria-[a-z]+)="[^"]*"/g, "");
  return plain.replace(/<svg[^>]*>/, (start) => `${start}<title>Seconds that each generator takes</title>`);
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
    facet: { row: { field: "document", type: "nominal", sort: documents, title: null, header: headerOf(text) } },
    spec: { width: 480, height: { step: 20 }, encoding: { x, y }, layer: [bar, label] },
    resolve: { scale: { x: "independent" } },
    config: { view: { stroke: null }, axis: { labelColor: text, domain: false, ticks: false, labelFontSize: 12 } },
  };
}

function colorOf(own: string, rest: string): object {
  return { condition: { test: "datum.contender === 'facsimile'", value: own }, value: rest };
}

function headerOf(labelColor: string): object {
  return {
    labelColor,
    labelAngle: 0,
    labelAlign: "left",
    labelOrient: "top",
    labelAnchor: "start",
    labelPadding: 0,
    labelFontSize: 14,
  };
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
