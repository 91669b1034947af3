import { execFileSync } from "node:child_process";
import { root } from "../repository.js";
import { startRegistry } from "./registry.js";
import { releaseTwice } from "./release-twice.js";
import type { Row } from "./row.js";
import { Trials } from "./trials.js";
import { Upstream } from "./upstream.js";
import { useRelease } from "./use-release.js";
import { isOurs } from "./versions.js";

/** Rehearses below a folder. Resolves to what was tried, in its order. */
export async function rehearse(work: string): Promise<readonly Row[]> {
  const upstream = new Upstream(registryOfMachine());
  const registry = await startRegistry(isOurs, upstream);
  const stage = { work, registry: registry.url, trials: new Trials(upstream) };
  try {
    const released = await releaseTwice(stage);
    if (released !== undefined) await useRelease(stage, released);
    return stage.trials.rows;
  } finally {
    await registry.close();
    await upstream.close();
  }
}

function registryOfMachine(): string {
  const told = execFileSync("npm", ["config", "get", "registry"], { cwd: root, encoding: "utf8" }).trim();
  return told.endsWith("/") ? told : `${told}/`;
}
