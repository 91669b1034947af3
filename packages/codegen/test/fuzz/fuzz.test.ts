import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Json, loadDocument } from "@facsimile/document";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type BuiltPackage, buildPackage } from "../hostile/build-package.js";
import { faultsOf } from "../hostile/check-package.js";
import { compile } from "../hostile/compile.js";
import { hostileDocument } from "../hostile/hostile-document.js";
import { mutate, mutations } from "./mutate.js";

/**
 * Documents that are changed at random: each gives a sound package or a diagnostic, in a time that is in proportion to its length. What is tried
 * depends on the seed alone. `npm run fuzz -- --runs 10000 --seed 1 --documents <folder>` tries more.
 */
const runs = Number(process.env.FACSIMILE_FUZZ_RUNS ?? 500);
const seed = Number(process.env.FACSIMILE_FUZZ_SEED ?? 20_260);
const folder = process.env.FACSIMILE_FUZZ_DOCUMENTS;
/** Every so many packages, one is compiled. */
const sampled = Math.max(25, Math.round(runs / 100));

const root = join(import.meta.dirname, "../../../..");
const own = [
  ...filesBelow(join(root, "specs")).filter((file) => file.endsWith("openapi.yaml") && !file.includes("ultracart")),
  ...filesBelow(join(import.meta.dirname, "../golden")).filter((file) => file.endsWith("openapi.yaml")),
];

function filesBelow(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ya?ml|json)$/.test(name))
    .map((name) => join(path, name))
    .sort();
}

async function readDocuments(): Promise<readonly Json[]> {
  const files =
    folder === undefined ? own : [...own, ...filesBelow(folder).filter((file) => statSync(file).size < 300_000)];
  const read: Json[] = [
    hostileDocument("3.0", (_, text) => text) as Json,
    hostileDocument("3.1", (_, text) => text) as Json,
  ];
  for (const file of files) {
    const { document } = await loadDocument(file);
    if (document !== undefined) read.push(document.json);
  }
  return read;
}

it(`gives a package or a diagnostic for ${runs} documents that were changed at random (seed ${seed})`, async () => {
  const documents = await readDocuments();
  const packages: BuiltPackage["files"][] = [];
  let built = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...documents.keys()), mutations, async (index, changes) => {
      const document = mutate(documents[index] ?? null, changes);
      const started = performance.now();
      const { files, diagnostics } = await buildPackage(JSON.stringify(document));
      expect(performance.now() - started, "milliseconds").toBeLessThan(20_000);
      if (files.size === 0) expect(diagnostics.filter(({ severity }) => severity !== "warning")).not.toEqual([]);
      else {
        expect(faultsOf(files)).toEqual([]);
        built += 1;
        if (built % sampled === 0) packages.push(files);
      }
      for (const { message, fix } of diagnostics)
        expect(`${message} ${fix}`).not.toMatch(/\[object |\bundefined\b(?!")/);
    }),
    {
      numRuns: runs,
      seed,
      endOnFailure: false,
      reporter: ({ failed, counterexample, seed: used, counterexamplePath, errorInstance }) => {
        if (!failed) return;
        const [index = 0, changes = []] = counterexample ?? [];
        const text = JSON.stringify(mutate(documents[index] ?? null, changes), undefined, 1);
        throw new Error(
          `seed ${used}, path ${counterexamplePath}, ${JSON.stringify(changes)} on document ${index}:\n${text}`,
          { cause: errorInstance },
        );
      },
    },
  );
  expect(compile(packages)).toEqual([]);
  expect(built / runs).toBeGreaterThan(0.2);
}, 3_600_000);
