/**
 * `npm run release:pack -- <folder>`: packs every public package, built as it is, into a folder, with all that is needed to publish it and to tag it afterwards
 * where nothing of this repository is there: `releases.json` in the order of publication, `releases.tsv` with the notes of each, and the two scripts.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { listProviders, listTools, root } from "../repository.js";
import { changelogPart } from "./changelog-part.js";
import { packPackage, readManifest } from "./pack-package.js";
import { releaseOrder } from "./release-order.js";

const folder = path.resolve(process.argv[2] ?? "release");
mkdirSync(folder, { recursive: true });

try {
  const generator = readManifest(path.join(root, "packages", "codegen")).version;
  const packages = [...listTools(), ...listProviders()].map((name) => {
    const source = path.join(root, "packages", name);
    return { ...readManifest(source), source };
  });
  const releases: { name: string; version: string; tarball: string }[] = [];
  const tags: string[] = [];
  for (const { name, version, source } of releaseOrder(packages)) {
    const tarball = await packPackage(source, folder, generator);
    releases.push({ name, version, tarball });
    const notes = `${path.basename(tarball, ".tgz")}.md`;
    writeFileSync(path.join(folder, notes), notesOf(source, version));
    tags.push(`${name}@${version}\t${notes}\n`);
    console.log(`${name}@${version}  ${tarball}`);
  }
  writeFileSync(path.join(folder, "releases.json"), `${JSON.stringify(releases, undefined, 2)}\n`);
  writeFileSync(path.join(folder, "releases.tsv"), tags.join(""));
  for (const script of ["publish.mjs", "tag.sh"])
    copyFileSync(path.join(import.meta.dirname, script), path.join(folder, script));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function notesOf(source: string, version: string): string {
  const changelog = path.join(source, "CHANGELOG.md");
  const part = existsSync(changelog) ? changelogPart(readFileSync(changelog, "utf8"), version) : undefined;
  return `${part ?? "The first release."}\n`;
}
