import type { Theme } from "./theme.js";
import { barConfig, rowHeader } from "./vega.js";

/** How much of something is done, for one name in one group of a chart. */
export interface Bar {
  readonly group: string;
  readonly name: string;
  readonly done: number;
  readonly of: number;
}

/** How the groups of a chart stand. @property width - of the longest bar of a group, in pixels */
export interface Layout {
  readonly groups: "row" | "column";
  readonly width: number;
}

/** Bars of what is done, before bars of what there is, in groups that have a heading. */
export function barsChart(bars: readonly Bar[], { groups, width }: Layout, { text, rest, own }: Theme): object {
  const values = bars.map((bar) => ({ ...bar, label: `${bar.done} of ${bar.of}` }));
  const bar = (field: string, color: string): object => ({
    mark: { type: "bar", height: 14, color },
    encoding: { x: { field, type: "quantitative", axis: null } },
  });
  const label = {
    mark: { type: "text", align: "left", dx: 4, color: text },
    encoding: { x: { field: "of", type: "quantitative" }, text: { field: "label" } },
  };
  return {
    data: { values },
    background: null,
    facet: { [groups]: { field: "group", type: "nominal", sort: null, title: null, header: rowHeader(text) } },
    spec: {
      width,
      height: { step: 20 },
      encoding: { y: { field: "name", type: "nominal", sort: null, title: null } },
      layer: [bar("of", rest), bar("done", own), label],
    },
    resolve: { scale: { x: "independent" } },
    config: barConfig(text),
  };
}
