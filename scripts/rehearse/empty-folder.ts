import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { command, type Place, problemOf } from "./command.js";

/** What npm is told by somebody who has nothing but the registry: no settings of the machine, and a cache in which there is nothing. */
export function npmOf(home: string, registry: string): Readonly<Record<string, string>> {
  mkdirSync(home, { recursive: true });
  const userconfig = path.join(home, "npmrc");
  const lines = [
    `registry=${registry}`,
    // Whoever publishes says who they are; this registry asks nobody.
    `//${new URL(registry).host}/:_authToken=rehearsal`,
    `cache=${path.join(home, "cache")}`,
    "audit=false",
    "fund=false",
    "update-notifier=false",
    "ignore-scripts=true",
  ];
  writeFileSync(userconfig, `${lines.join("\n")}\n`);
  return { npm_config_userconfig: userconfig, npm_config_globalconfig: path.join(home, "none") };
}

/** Makes an empty folder below `work`, for somebody who has nothing but the registry. */
export function emptyFolder(work: string, name: string, registry: string): Place {
  const folder = path.join(work, "folders", name);
  mkdirSync(folder, { recursive: true });
  return { folder, env: npmOf(path.join(work, "homes", name), registry) };
}

/** Installs packages in an empty folder, and has npm look at all of it. */
export async function install(place: Place, names: readonly string[]): Promise<Check> {
  writeFileSync(path.join(place.folder, "package.json"), '{ "private": true, "type": "module" }\n');
  await command(place, "npm", "install", "--loglevel=error", ...names);
  return lookAtTree(place);
}

/** Whether npm has something against what is installed in a folder: what is missing, is another version than somebody asks for, or is asked for by nobody. */
export async function lookAtTree(place: Place): Promise<Check> {
  const found = await problemOf(command(place, "npm", "ls", "--all", "--json"));
  const lines = found?.split("\n").filter((line) => /npm error|invalid|missing|extraneous/.test(line));
  return { name: "npm ls --all finds nothing", problem: lines?.join("\n") };
}
