import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { type Compiler, compileConsumer } from "../consumers/compile.js";
import { importEverything } from "../consumers/import-everything.js";
import { nodeTypesVersion } from "../platforms/versions.js";
import type { ReleaseManifest } from "../release/pack-package.js";
import { command, type Place, problemOf } from "./command.js";
import { install } from "./empty-folder.js";
import { isOurs } from "./versions.js";

/**
 * Installs one package in an empty folder, alone: npm has nothing against what it brings, a program that imports all of its entries compiles, checked
 * declarations included, and runs, and what it brings of ours is what was released with it.
 *
 * @param folderName - of the package, below packages
 */
export async function tryPackage(
  place: Place,
  folderName: string,
  released: ReadonlyMap<string, ReleaseManifest>,
  compiler: Compiler,
): Promise<readonly Check[]> {
  const manifest = released.get(folderName);
  if (manifest === undefined) throw new Error(`${folderName} was not released`);
  // The declarations of tools name those of Node, which whoever uses tools has.
  const isTool = folderName !== "runtime" && manifest.facsimile === undefined;
  const looked = await install(place, [manifest.name, ...(isTool ? [`@types/node@${nodeTypesVersion}`] : [])]);
  const program = importEverything([folderName]);
  writeFileSync(path.join(place.folder, "entries.ts"), program);
  writeFileSync(path.join(place.folder, "entries.mjs"), program);
  const globals = isTool ? "Node" : "DOM";
  const setting = { resolution: "nodenext", globals, exactOptionalPropertyTypes: true } as const;
  return [
    looked,
    ...versionsOf(place, released),
    { name: "it compiles", problem: await compileConsumer(place.folder, compiler, setting) },
    { name: "it runs", problem: await problemOf(command(place, process.execPath, "entries.mjs")) },
  ];
}

/** Whether the packages of ours that are installed are those that were released last. */
export function versionsOf({ folder }: Place, released: ReadonlyMap<string, ReleaseManifest>): Check[] {
  // Written by npm: what is where, by its path.
  const { packages } = JSON.parse(readFileSync(path.join(folder, "node_modules", ".package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  const versions = new Map([...released.values()].map(({ name, version }) => [name, version]));
  return Object.entries(packages).flatMap(([home, { version }]) => {
    const name = home.replace(/^.*node_modules\//, "");
    if (!isOurs(name)) return [];
    const problem = version === versions.get(name) ? undefined : `${version} in place of ${versions.get(name)}`;
    return [{ name: `${name} is that of the release`, problem }];
  });
}
