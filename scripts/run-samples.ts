/**
 * Compiles and runs the programs of an old README with the new edition of its package: `npm run samples:run -- <package> <old README>`. The package is a folder;
 * beside the README stands the old one, as npm or `git worktree` puts it: its package.json, its openapi.json, and its src, or its dist where it is
 * published. The programs call a mock server of the new document, with credentials that mean nothing, as `facsimile changeset` has it. Exit 1 when one breaks.
 */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { RunnableEdition } from "@facsimile/change";
import { build, runScript } from "./build.js";
import { root } from "./repository.js";

await runScript(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder, readme] = positionals.map((one) => path.resolve(one));
  if (folder === undefined || readme === undefined || positionals.length > 2)
    throw new Error("Name the folder of a package and an old README: npm run samples:run -- <package> <old README>");
  await build(["change", "mock"]);
  const { readSamples, runSamples, sampleFindings } = await import("@facsimile/change");
  const page = (await stat(readme)).isDirectory() ? path.join(readme, "README.md") : readme;
  const samples = readSamples(await readFile(page, "utf8"), path.basename(page));
  if (samples.length === 0) throw new Error(`${page} has no program: nothing was tried.`);
  const [old, next] = [await editionIn(path.dirname(page)), await editionIn(folder)];
  const { ran, failures, notRun } = await runSamples(old, next, samples);
  const findings = sampleFindings(failures);
  for (const { message } of findings) console.log(`breaking sample-failed: ${message}.`);
  for (const { sample, reason } of notRun) console.log(`${sample.name} is compiled alone: ${reason}.`);
  console.log(
    `${samples.length} programs: ${ran.length} run, ${findings.length} break, ${notRun.length} are compiled alone`,
  );
  return findings.length === 0 ? 0 : 1;
});

async function editionIn(folder: string): Promise<RunnableEdition> {
  const { readPackageSources } = await import("@facsimile/change");
  const { startMockServer } = await import("@facsimile/mock");
  const sources = await readPackageSources(folder, path.join(root, "packages", "runtime"));
  return { sources, serve: () => startMockServer(path.join(folder, "openapi.json")) };
}
