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

/** By the clock: of those that come first, of those after them, when the process is warm, and of those that come last. */
function sayTimes(workspace: Workspace): void {
  const time = (from: number): number => (1000 * workspace.between(from, from + part - 1)) / (part - 1);
  const [first, second, last] = [time(0), time(part), time(count - part)];
  const times = [first, second, last].map((each) => `${each.toFixed(0)} ms`).join(", ");
  console.log(
    `each of the first ${part}, the next, the last: ${times} (aim: ${verdict(last, Math.min(first, second))})`,
  );
}

/** By the processor, which other work of the machine disturbs less: what each costs where there are many, and where there are few. */
function sayCosts(many: Generation, few: Generation): void {
  const cost = ({ processor, packages }: Generation): number => (1000 * processor) / packages.length;
  const costs = [few, many].map((one) => `${cost(one).toFixed(0)} ms of a processor`).join(", ");
  console.log(`each of ${few.packages.length}, each of ${count}: ${costs} (aim: ${verdict(cost(many), cost(few))})`);
}

function verdict(last: number, first: number): string {
  return last <= 1.2 * first ? "no more than a fifth above" : "no more than a fifth above, MISSED";
}

function generateFew(): Generation {
  const workspace = new Workspace(part);
  try {
    return workspace.generate(part);
  } finally {
    workspace.remove();
  }
}

const workspace = new Workspace(count);
try {
  const all = workspace.generate(count);
  say(`${count} from nothing`, all);
  sayTimes(workspace);
  sayCosts(all, generateFew());
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
