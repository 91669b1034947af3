/**
 * Generates a package from every OpenAPI document in a file or folder, type-checks it strictly with `skipLibCheck` off, loads it, and prints a
 * table. Exit 1 where a document of OpenAPI 3 gives no package, or one that does not compile or load.
 *
 *     npm run corpus -- <folder>...
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, runScript } from "./build.js";
import { findDocuments } from "./corpus/find-documents.js";
import type { Outcome } from "./corpus/outcome.js";
import { root } from "./repository.js";
import { run } from "./run.js";
import { type Column, formatTable } from "./table.js";

const columns: readonly Column[] = [
  { title: "document" },
  { title: "OpenAPI" },
  { title: "operations", align: "right" },
  { title: "left out", align: "right" },
  { title: "schemas", align: "right" },
  { title: "errors", align: "right" },
  { title: "warnings", align: "right" },
  { title: "seconds", align: "right" },
  { title: "MB of memory", align: "right" },
  { title: "kB written", align: "right" },
  { title: "package" },
];

/** Inside this repository, so that the packages find the runtime, and where no commit picks them up. */
const out = path.join(root, "node_modules", ".cache", "facsimile-corpus");

const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");

await runScript(main);

async function main(): Promise<number> {
  const places = process.argv.slice(2);
  if (places.length === 0) throw new Error("name a folder of OpenAPI documents: npm run corpus -- <folder>");
  await build(["codegen", "runtime"]);
  const rows: string[][] = [];
  const failures: string[] = [];
  for (const place of places) {
    for (const { file, version } of findDocuments(place)) {
      const outcome = await tryOne(file);
      const name = path.relative(place, file) || path.basename(file);
      rows.push(toRow(name, version, outcome));
      if (outcome.problem !== undefined && version.startsWith("3.")) failures.push(`${name}: ${outcome.problem}`);
    }
  }
  for (const line of formatTable(columns, rows)) console.log(line);
  for (const failure of failures) console.log(`\n${failure}`);
  console.log(`\n${rows.length} documents, ${failures.length} of OpenAPI 3 without a package that compiles and loads`);
  return failures.length === 0 && rows.length > 0 ? 0 : 1;
}

async function tryOne(file: string): Promise<Outcome> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const generated = await run("tsx", [path.join(root, "scripts/corpus/generate-one.ts"), path.resolve(file), out]);
  const outcome = readOutcome(generated.output);
  if (outcome.problem !== undefined) return outcome;
  return { ...outcome, problem: (await problemOfTypes()) ?? (await problemOfLoading()) };
}

function readOutcome(output: string): Outcome {
  const [last = ""] = output.trim().split("\n").slice(-1);
  try {
    // Printed by generate-one.ts.
    return JSON.parse(last) as Outcome;
  } catch {
    const nothing = { operations: 0, omissions: 0, schemas: 0, errors: 1, warnings: 0 };
    return {
      ...nothing,
      seconds: 0,
      megabytes: 0,
      bytes: 0,
      problem: `it ended without a report: ${output.slice(0, 2000)}`,
    };
  }
}

/** What the compiler has against the package, whose own configuration is strict and leaves `skipLibCheck` off. */
async function problemOfTypes(): Promise<string | undefined> {
  const { code, output } = await run("node", ["--max-old-space-size=8192", tsc, "-p", path.join(out, "tsconfig.json")]);
  return code === 0 ? undefined : `does not compile: ${output.trim().split("\n").slice(0, 3).join("; ")}`;
}

async function problemOfLoading(): Promise<string | undefined> {
  const entry = pathToFileURL(path.join(out, "dist/functions.js")).href;
  const program = `const { createClient } = await import(${JSON.stringify(entry)}); if (typeof createClient !== "function") throw new Error("no createClient");`;
  const { code, output } = await run("node", ["--input-type=module", "--eval", program]);
  return code === 0 ? undefined : `does not load: ${output.trim().split("\n").slice(0, 5).join("; ")}`;
}

function toRow(name: string, version: string, outcome: Outcome): string[] {
  const { operations, omissions, schemas, errors, warnings, seconds, megabytes, bytes, problem } = outcome;
  const counts = [operations, omissions, schemas, errors, warnings].map(String);
  const measured = [seconds.toFixed(2), megabytes.toFixed(0), (bytes / 1000).toFixed(0)];
  return [name, version, ...counts, ...measured, problem === undefined ? "compiles, loads" : "✗"];
}
