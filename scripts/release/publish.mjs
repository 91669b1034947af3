/**
 * Publishes the packed packages of a folder, in the order of its `releases.json`, so that no package is there before what it depends on. What the registry has
 * already is left out, so that a run that was cut can be run again. Needs Node and npm, and nothing else: it runs where nothing is installed.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [folder = "release", ...more] = process.argv.slice(2);
/** @type {readonly { name: string, version: string, tarball: string }[]} */
const releases = JSON.parse(readFileSync(join(folder, "releases.json"), "utf8"));
for (const { name, version, tarball } of releases) {
  if (isThere(name, version)) {
    console.log(`${name}@${version}: is there`);
    continue;
  }
  execFileSync("npm", ["publish", `./${join(folder, tarball)}`, "--access", "public", "--ignore-scripts", ...more], {
    stdio: "inherit",
  });
  console.log(`${name}@${version}: published`);
}

/** @param {string} name @param {string} version */
function isThere(name, version) {
  const asked = spawnSync("npm", ["view", `${name}@${version}`, "version", "--json"], { encoding: "utf8" });
  // A name that nobody has published yet is no error here.
  if (asked.status !== 0 && !/E404/.test(`${asked.stdout}${asked.stderr}`)) throw new Error(asked.stderr);
  return asked.status === 0 && asked.stdout.includes(version);
}
