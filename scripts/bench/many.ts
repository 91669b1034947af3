/**
 * What it costs to keep hundreds of packages in one workspace: all from nothing in one process, all unchanged, one changed, and ten unchanged.
 *
 *     npm run bench many [-- --packages <number>]
 */
import { parseArgs } from "node:util";
import { type Generation, Workspace } from "./many-workspace.js";
import { median } from "./shared-measure.js";

const { values } = parseArgs({ options: { packages: { type: "string", default: "500" } } });
const count = Number(values.packages);
const part = Math.floor(count / 10);

function say(title: string, { seconds, processor, megabytes, packages }: Generation): void {
  const touched = packages.filter(({ outcome }) => outcome !== "unchanged");
  const times = `${seconds.toFixed(2).padStart(6)} s, ${processor.toFixed(2).padStart(6)} s of a processor`;
  console.log(`${title.padEnd(28)} ${times}, ${megabytes.toFixed(0)} MB, ${touched.length} touched`);
}

/** The second tenth too: the first pays for what a process has to warm up. */
function sayCosts(workspace: Workspace): void {
  const cost = (from: number): number => (1000 * workspace.between(from, from + part - 1)) / (part - 1);
  const [first, second, last] = [cost(0), cost(part), cost(count - part)];
  const mark = last <= 1.2 * first ? "" : ", MISSED";
  console.log(`a package of the first ${part}: ${first.toFixed(1)} ms, of the next: ${second.toFixed(1)} ms`);
  console.log(`a package of the last ${part}: ${last.toFixed(1)} ms (aim: at most 1.2 times the first${mark})`);
}

const workspace = new Workspace(count);
try {
  say(`${count} from nothing`, workspace.generate(count));
  sayCosts(workspace);
  say(`${count} unchanged`, workspace.generate(count));
  say(`${count} unchanged, --check`, workspace.generate(count, "--check"));
  workspace.write(Math.floor(count / 2), "What it keeps now.");
  say(`${count}, one changed`, workspace.generate(count));
  const ten = median(Array.from({ length: 7 }, () => workspace.generate(10).seconds));
  console.log(
    `ten unchanged, median of 7   ${ten.toFixed(2).padStart(6)} s (aim: under 1.0 s${ten < 1 ? "" : ", MISSED"})`,
  );
} finally {
  workspace.remove();
}
