/** Runs every benchmark, one after the other, so that none disturbs another. A name as the argument runs that one alone. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";
import { run } from "./run.js";

const folder = path.join(root, "scripts", "bench");
/** A benchmark of more than one file has its name and a dash before the names of its parts. */
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !file.includes("-"))
  .map((file) => path.basename(file, ".ts"));
const wanted = process.argv.slice(2);

for (const name of wanted.length > 0 ? wanted : names) {
  const { code, output } = await run("tsx", [`scripts/bench/${name}.ts`]);
  console.log(`${name}\n\n${output.trim()}\n`);
  if (code !== 0) process.exitCode = 1;
}
