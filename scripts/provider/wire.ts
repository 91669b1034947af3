import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { readPublicPackage } from "../api/entry.js";
import { printReport } from "../api/report.js";
import { readSurfaces } from "../api/surface.js";
import { must } from "../build.js";
import { root } from "../repository.js";
import { run } from "../run.js";
import { packageFolder, specFile } from "./places.js";
import type { Told } from "./read.js";
import { wiredProvider, wireTable, wireTasks } from "./wiring.js";
import type { Workbench } from "./workbench.js";

/**
 * Writes a provider into what has to name every provider: the tasks of turbo, the table of README.md, the page of its public surface, and a changeset where
 * no version of it has been released. What a repository does not have is left out.
 */
export async function wireProvider(bench: Workbench, operations: number): Promise<Told> {
  const title = await titleOf(bench);
  const providers = await providersIn(bench.into);
  const done = [
    await rewrite(bench, "turbo.json", (text) =>
      wireTasks(
        text,
        providers.map((name) => wiredProvider(bench.into, name)),
      ),
    ),
    await rewrite(bench, "README.md", (text) =>
      wireTable(text, [{ provider: bench.name, title, operations }], providers),
    ),
    await writeSurface(bench),
    await writeChangeset(bench, title),
  ];
  const changed = done.filter((file) => file !== undefined);
  return { short: changed.length === 0 ? "as it was" : changed.join(" "), problems: [] };
}

/** The names of the folders below specs that have a document, in alphabetical order. */
async function providersIn(home: string): Promise<readonly string[]> {
  const names = await readdir(path.join(home, "specs"));
  return names.filter((name) => existsSync(path.join(home, "specs", name, "openapi.yaml"))).sort();
}

async function titleOf(bench: Workbench): Promise<string> {
  // Imported only here, because it exists only once it is built.
  const { buildModel, loadDocument } = await import("@facsimile/document");
  const { document } = await loadDocument(path.join(bench.folder, specFile(bench, "openapi.yaml")));
  return (document && buildModel(document).api?.title) ?? bench.name;
}

/** Changes a file that is there. Resolves to its name where that made a difference. */
async function rewrite(
  { into }: Workbench,
  name: string,
  change: (text: string) => string,
): Promise<string | undefined> {
  const file = path.join(into, name);
  if (!existsSync(file)) return undefined;
  const before = await readFile(file, "utf8");
  const after = change(before);
  if (sameAs(name, before) === sameAs(name, after)) return undefined;
  await writeFile(file, after);
  if (name.endsWith(".json")) await must(run("biome", ["format", "--write", "--vcs-enabled=false", file], {}, into));
  return name;
}

/** A text without what only its formatter decides. */
function sameAs(name: string, text: string): string {
  return name.endsWith(".json") ? JSON.stringify(JSON.parse(text)) : text;
}

/** Read where the package was built: there it finds the runtime. */
async function writeSurface(bench: Workbench): Promise<string | undefined> {
  const folder = path.join(bench.into, "api");
  if (!existsSync(folder)) return undefined;
  const one = readPublicPackage(path.join(bench.folder, packageFolder(bench)));
  // What is handed on of the runtime is known by it.
  const runtime = readPublicPackage(path.join(root, "packages", "runtime"));
  const [, surface] = await readSurfaces([runtime, one]);
  if (surface === undefined) return undefined;
  return writeWhereDifferent(folder, `${bench.name}.api.md`, printReport(one, surface));
}

/** For a package that no changelog knows; one that people have written or changed stays. */
async function writeChangeset(bench: Workbench, title: string): Promise<string | undefined> {
  const folder = path.join(bench.into, ".changeset");
  const name = `@facsimile/${bench.name}`;
  const isReleased = existsSync(path.join(bench.into, packageFolder(bench), "CHANGELOG.md"));
  if (isReleased || !existsSync(folder)) return undefined;
  const files = (await readdir(folder)).filter((file) => file.endsWith(".md"));
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")));
  if (texts.some((text) => text.includes(`"${name}":`))) return undefined;
  const text = `---\n"${name}": minor\n---\n\nThe first version: a typed client of ${title.replace(/\s+/g, " ")}.\n`;
  return writeWhereDifferent(folder, `first-${bench.name}.md`, text);
}

async function writeWhereDifferent(folder: string, name: string, text: string): Promise<string | undefined> {
  const file = path.join(folder, name);
  if (existsSync(file) && (await readFile(file, "utf8")) === text) return undefined;
  await mkdir(folder, { recursive: true });
  await writeFile(file, text);
  return `${path.basename(folder)}/${name}`;
}
