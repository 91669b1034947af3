/**
 * `npm run api`: writes `api/<package>.api.md`, the public surface of every package as its built declarations have it. `--check` writes nothing, and fails
 * when one of them is not what it should be, or is one of no package.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readPublicPackage } from "./api/entry.js";
import { printReport } from "./api/report.js";
import { describeStale } from "./api/stale.js";
import { readSurfaces } from "./api/surface.js";
import { build, runScript } from "./build.js";
import { listProviders, listTools, root } from "./repository.js";

const folder = path.join(root, "api");

await runScript(async () => {
  const folders = [...listTools(), ...listProviders()];
  // Where turbo runs this as its task, it has built everything already.
  if (process.env.TURBO_HASH === undefined) await build(folders);
  const packages = folders.map((name) => readPublicPackage(path.join(root, "packages", name)));
  const surfaces = await readSurfaces(packages);
  const reports = new Map(
    surfaces.map((surface, index) => {
      // There is one surface for each package.
      const one = packages[index] as (typeof packages)[number];
      return [`${path.basename(one.home)}.api.md`, { name: one.name, text: printReport(one, surface) }];
    }),
  );
  return process.argv.includes("--check") ? check(reports) : write(reports);
});

type Reports = ReadonlyMap<string, { readonly name: string; readonly text: string }>;

function write(reports: Reports): number {
  mkdirSync(folder, { recursive: true });
  for (const file of listOrphans(reports)) rmSync(path.join(folder, file));
  for (const [file, { text }] of reports) writeFileSync(path.join(folder, file), text);
  console.log(`${reports.size} pages in api`);
  return 0;
}

function check(reports: Reports): number {
  const stale = [...reports].flatMap(
    ([file, { name, text }]) => describeStale(`api/${file}`, name, readIfThere(file), text) ?? [],
  );
  const orphans = listOrphans(reports).map((file) => `api/${file} is of no package. Run npm run api.`);
  for (const line of [...stale, ...orphans]) console.error(line);
  return stale.length + orphans.length > 0 ? 1 : 0;
}

function listOrphans(reports: Reports): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).filter((file) => !reports.has(file)) : [];
}

function readIfThere(file: string): string | undefined {
  const whole = path.join(folder, file);
  return existsSync(whole) ? readFileSync(whole, "utf8") : undefined;
}
