import { readFileSync } from "node:fs";
import path from "node:path";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { type ReleaseManifest, readManifest } from "../release/pack-package.js";
import { listProviders, listTools } from "../repository.js";
import { command, type Place, problemOf } from "./command.js";
import { commit } from "./copy.js";

/** What a release raised the packages to, as their package.json says it, by the name of their folder. */
export type Manifests = ReadonlyMap<string, ReleaseManifest>;

/** What a step of a release does, by what it shows. */
export type Steps = Readonly<Record<string, () => Promise<unknown>>>;

/** What `release.yml` does, in its order: it raises versions, holds what follows from them, builds, packs, publishes and tags. */
export function releaseSteps(copy: Place, publisher: Readonly<Record<string, string>>): Steps {
  const publish = () =>
    command({ ...copy, env: { ...copy.env, ...publisher } }, "node", "release/publish.mjs", "release");
  const lock = () => readFileSync(path.join(copy.folder, "package-lock.json"), "utf8");
  return {
    "versions are raised": async () => {
      const pending = await command(copy, "node", "scripts/release/version.mjs");
      // What a person changed in the root's package.json is handed on in either case.
      if (pending.trim() === "pending=false") await command(copy, "npm", "run", "generate");
      await commit(copy, "Version packages");
    },
    "nothing is left to raise": async () => {
      const pending = await command(copy, "node", "scripts/release/version.mjs");
      if (pending.trim() !== "pending=false") throw new Error(pending);
    },
    "the lock file is that of the manifests": async () => {
      const before = lock();
      await command(copy, "npm", "install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund");
      if (lock() !== before) throw new Error(await command(copy, "git", "diff", "package-lock.json"));
      await command(copy, "npm", "ci", "--dry-run", "--ignore-scripts", "--no-audit", "--no-fund");
    },
    "packages are built": () => command(copy, "npm", "run", "build"),
    "generate --check finds nothing": () => command(copy, "npm", "run", "generate", "--", "--check"),
    "packages are packed": async () => {
      await command(copy, "rm", "-rf", "release");
      await command(copy, "npm", "run", "release:pack", "--", "release");
    },
    "packages are published": async () => {
      const told = await publish();
      if (told.includes("is there")) throw new Error(told);
    },
    "a second run publishes nothing": async () => {
      const told = await publish();
      if (told.includes("published")) throw new Error(told);
    },
    "versions are tagged": async () => {
      for (const { name, version } of readManifests(copy).values())
        await command(copy, "git", "tag", `${name}@${version}`);
    },
  };
}

/** Takes one step after the other, up to the first that fails. */
export async function takeSteps(steps: Steps): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const [name, take] of Object.entries(steps)) {
    const problem = await problemOf(take());
    checks.push({ name, problem });
    if (problem !== undefined) break;
  }
  return checks;
}

/** What the package.json of each public package says now. */
export function readManifests({ folder }: Place): Manifests {
  const names = [...listTools(), ...listProviders()];
  return new Map(names.map((name) => [name, readManifest(path.join(folder, "packages", name))]));
}
