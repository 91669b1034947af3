/**
 * Generates and builds a package from every OpenAPI or Swagger document in a file or folder, holds it against its document, each in a process of its own with limits of
 * time and memory, and prints a line for each. Exit 1 where a document did not end within the limits, or something was found that is the package's or
 * this tool's own.
 *
 *     npm run contract:corpus -- <folder>... [--quick] [--only <name>] [--built] [--details] [--reports <folder>]
 *
 * --quick    a few operations of each, within half a minute
 * --only     documents whose path has that in it
 * --built    takes the packages that an earlier run left
 * --details  prints each finding
 * --reports  writes what came of each document into that folder, as JSON, with each finding
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { build, must, runScript } from "./build.js";
import { type Ended, type Finding, type Held, holdOne } from "./contract-corpus/hold.js";
import { findDocuments } from "./corpus/find-documents.js";
import { root } from "./repository.js";
import { run } from "./run.js";

/** Inside this repository, so that the packages find the runtime, and where no commit picks them up. */
const out = path.join(root, "node_modules", ".cache", "facsimile-contract-corpus");

await runScript(main);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      built: { type: "boolean", default: false },
      details: { type: "boolean", default: false },
      reports: { type: "string" },
    },
  });
  if (positionals.length === 0)
    throw new Error("name a folder of OpenAPI documents: npm run contract:corpus -- <folder>");
  await build(["codegen", "runtime", "contract"]);
  const files = positionals.flatMap((place) => findDocuments(place)).filter(({ file }) => file.includes(values.only));
  let failed = 0;
  for (const { file } of files) {
    const folder = await packageOf(file, values.built);
    const ended = await holdOne({ file, folder, quick: values.quick });
    console.log(`${path.basename(file).padEnd(32)} ${lineOf(ended)}`);
    if (values.details && ended.kind === "held") for (const finding of ended.findings) console.log(detailOf(finding));
    if (values.reports !== undefined) writeReport(values.reports, file, ended);
    if (ended.kind === "lost" || ended.counts.package + ended.counts.tool > 0) failed += 1;
  }
  console.log(`\n${files.length} documents, ${failed} that did not end or have findings of kind package or tool`);
  return failed === 0 && files.length > 0 ? 0 : 1;
}

async function packageOf(file: string, isBuilt: boolean): Promise<string> {
  const folder = path.join(out, path.basename(file).replace(/\.\w+$/, ""));
  if (isBuilt && existsSync(path.join(folder, "dist"))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await must(run("tsx", [path.join(root, "scripts/corpus/generate-one.ts"), path.resolve(file), folder]));
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  await must(run("node", ["--max-old-space-size=6000", tsc, "-p", path.join(folder, "tsconfig.json")]));
  return folder;
}

function detailOf({ whose, at, message, cases }: Finding): string {
  return `    ${whose}: ${at} ${message} (${cases})`;
}

function writeReport(folder: string, file: string, ended: Ended): void {
  mkdirSync(folder, { recursive: true });
  const name = `${path.basename(file).replace(/\.\w+$/, "")}.json`;
  writeFileSync(path.join(folder, name), `${JSON.stringify(ended, undefined, 2)}\n`);
}

function lineOf(ended: Ended): string {
  if (ended.kind === "lost") return `✗ ${ended.reason}`;
  const { operations, cases, failed, summary } = ended;
  return `${String(operations).padStart(5)} operations ${String(cases).padStart(6)} cases ${String(failed).padStart(5)} red · ${summary} · ${timeOf(ended)}`;
}

function timeOf({ seconds, cpuSeconds, megabytes }: Held): string {
  return `${seconds.toFixed(0)} s (${cpuSeconds.toFixed(0)} s of processor) ${megabytes.toFixed(0)} MB`;
}
