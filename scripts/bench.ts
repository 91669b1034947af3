/**
 * Runs benchmarks one after the other, so that none disturbs another: all of them, or those that are named. What follows the names goes to each
 * of them.
 *
 *     npm run bench [name...] [-- argument...]
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";

const folder = path.join(root, "scripts", "bench");
/** A benchmark of more than one file has its name and a dash before the names of its parts; those of several begin with `shared-`. */
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !file.includes("-"))
  .map((file) => path.basename(file, ".ts"));
const given = process.argv.slice(2);
const end = given.findIndex((argument) => !names.includes(argument));
const wanted = end < 0 ? given : given.slice(0, end);
const passed = end < 0 ? [] : given.slice(end);
if (wanted.length === 0 && passed.length > 0) {
  console.error(`${passed[0]} is no benchmark; there are ${names.join(", ")}`);
  process.exit(2);
}

const tsx = path.join(root, "node_modules", "tsx", "dist", "cli.mjs");
for (const name of wanted.length > 0 ? wanted : names) {
  console.log(`${name}\n`);
  const { status } = spawnSync(process.execPath, [tsx, path.join(folder, `${name}.ts`), ...passed], {
    stdio: "inherit",
  });
  console.log();
  if (status !== 0) process.exitCode = 1;
}
