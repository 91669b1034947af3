/**
 * Times `npm run add` on documentation that it makes itself, of 300 operations on 500 pages: each step, and all of it by the clock and by the
 * processor. Other work of the machine disturbs the clock.
 *
 *     npm run bench provider [-- --operations <number>]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { root } from "../repository.js";
import { writeFolder } from "./evidence-folder.js";
import { measureScript } from "./shared-measure.js";

const { values } = parseArgs({ options: { operations: { type: "string", default: "300" } } });
const operations = Number(values.operations);
/** In seconds, on two processors that do nothing else. */
const limit = 60;

const folder = await mkdtemp(path.join(tmpdir(), "facsimile-bench-provider-"));
try {
  const docs = path.join(folder, "pages");
  await writeFolder(docs, Math.ceil((operations * 5) / 3), operations);
  const tsx = path.join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const args = [path.join(root, "scripts", "provider.ts"), docs, "--name", "bench", "--into", folder];
  const { seconds, processor, megabytes, output, failure } = measureScript(tsx, args, root);
  console.log(output.trim());
  const times = `${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of ${availableParallelism()} processors, ${megabytes.toFixed(0)} MB`;
  console.log(`\n${times} (limit ${limit} s${seconds > limit ? ", MISSED" : ""})`);
  if (failure !== undefined) {
    console.error(failure);
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
