import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { measureScript } from "../bench/shared-measure.js";
import { commandOf, installOnDemand } from "../install-on-demand.js";
import { drawBoth, type Theme } from "./theme.js";

/** Draws a chart of Vega-Lite for docs, with a title for those who do not see it. */
export function drawChart(name: string, title: string, chart: (theme: Theme) => object): void {
  const folder = installOnDemand("chart", { vega: "6.2.0", "vega-lite": "6.4.1" });
  const script = commandOf(folder, "vega-lite", "vl2svg");
  drawBoth(name, (theme) => {
    const spec = path.join(tmpdir(), `facsimile-${process.pid}-${name}.json`);
    writeFileSync(spec, JSON.stringify(chart(theme)));
    const { failure, output } = measureScript(script, [spec], folder);
    if (failure !== undefined) throw new Error(`vl2svg: ${failure}`);
    return withTitle(output, title);
  });
}

/** The picture as one thing: what it shows stands as a text or a table beside it. */
function withTitle(svg: string, title: string): string {
  const plain = svg.replaceAll(/ (?:role|aria-[a-z]+)="[^"]*"/g, "");
  return plain.replace(/<svg[^>]*>/, (start) => `${start}<title>${title}</title>`);
}

/** Bars in rows, each row with a heading, labels behind the bars. */
export const barConfig = (text: string): object => ({
  view: { stroke: null },
  axis: { labelColor: text, domain: false, ticks: false, labelFontSize: 12, labelLimit: 0 },
});

/** The heading of a row of bars, above it. */
export const rowHeader = (labelColor: string): object => ({
  labelColor,
  labelAngle: 0,
  labelAlign: "left",
  labelOrient: "top",
  labelAnchor: "start",
  labelPadding: 0,
  labelFontSize: 14,
});
