/**
 * `npm run charts`: draws the pictures of README.md and of docs that are not of a benchmark, from what the proofs give now. `npm run mutation -- --sample 50`
 * has to have written its reports: seeding faults takes longer than anybody waits for a picture.
 */
import { runScript } from "./build.js";
import { type Bar, barsChart, type Layout } from "./charts/bars.js";
import { coverageOf } from "./charts/coverage.js";
import { mutationOf } from "./charts/mutation.js";
import { drawPipeline } from "./charts/pipeline.js";
import { readProofs } from "./charts/proof.js";
import { drawBoth } from "./charts/theme.js";
import { drawChart } from "./charts/vega.js";
import { listDocumented } from "./repository.js";

await runScript(async () => {
  drawBoth("pipeline", drawPipeline);
  const rows: Layout = { groups: "row", width: 420 };
  draw("proof", "Facts and contract cases of each provider", await readProofs(), rows);
  const goals = listDocumented().flatMap(coverageOf);
  draw("coverage", "Goals that the contract tests of each provider cover", goals, { groups: "column", width: 90 });
  draw("mutation", "Seeded faults that the contract tests of each provider notice", mutationOf(listDocumented()), rows);
  return 0;
});

function draw(name: string, title: string, bars: readonly Bar[], layout: Layout): void {
  drawChart(name, title, (theme) => barsChart(bars, layout, theme));
}
