/**
 * How long `facsimile generate` takes: for the four providers in one process, then beside its peers, each started by its own command on the same
 * documents. The peers are installed on demand into node_modules/.cache.
 *
 *     npm run bench generate -- [document...] [--runs <number>] [--chart]
 *
 * Without documents: SendAuth's. `--chart` writes what was measured into docs/benchmarks.md and its picture.
 */
import path from "node:path";
import { parseArgs } from "node:util";
import { root, specOf } from "../repository.js";
import { drawComparisons } from "./generate-chart.js";
import { compare } from "./generate-peers.js";
import { printProviders } from "./generate-providers.js";
import { toText } from "./generate-report.js";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string" }, chart: { type: "boolean", default: false } },
});
const runs = values.runs === undefined ? undefined : Number(values.runs);

printProviders(runs ?? 7);
const sendauth = path.join(root, specOf("sendauth"));
const comparisons = [sendauth, ...positionals].map((document) => {
  const comparison = compare(path.resolve(document), runs);
  console.log(`\n${toText(comparison)}`);
  return comparison;
});
if (values.chart) drawComparisons(comparisons);
