import { copyFileSync } from "node:fs";
import path from "node:path";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { type ReleaseManifest, readManifest } from "../release/pack-package.js";
import { root } from "../repository.js";
import { command, type Place, problemOf } from "./command.js";
import { versionsOf } from "./each-package.js";
import { lookAtTree } from "./empty-folder.js";

/** A small document with credentials, parameters, a body and several statuses. */
const document = path.join(root, "packages", "codegen", "test", "golden", "whole-package", "openapi.yaml");

/**
 * Does what somebody with a document does, in an empty folder where nothing is installed: `npx facsimile generate`, then installs and tests the new package.
 * It has to depend on the release that generated it.
 */
export async function tryGenerator(
  place: Place,
  released: ReadonlyMap<string, ReleaseManifest>,
): Promise<readonly Check[]> {
  copyFileSync(document, path.join(place.folder, "my.yaml"));
  await command(place, "npx", "--yes", "facsimile", "generate", "my.yaml", "--out", "pkg");
  const { dependencies = {}, devDependencies = {} } = readManifest(path.join(place.folder, "pkg"));
  const version = released.get("runtime")?.version ?? "";
  const home = { ...place, folder: path.join(place.folder, "pkg") };
  await command(home, "npm", "install", "--loglevel=error");
  return [
    same("it depends on the runtime of the release", dependencies["@facsimile/runtime"], `^${version}`),
    same("it is tested by the contract tests of the release", devDependencies["@facsimile/contract"], version),
    await lookAtTree(home),
    ...versionsOf(home, released),
    { name: "its tests pass", problem: await problemOf(command(home, "npm", "test")) },
    { name: "it can be packed", problem: await problemOf(command(home, "npm", "pack", "--ignore-scripts=false")) },
  ];
}

function same(name: string, actual: string | undefined, expected: string): Check {
  return { name, problem: actual === expected ? undefined : `${actual} in place of ${expected}` };
}
