import { readdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { loadObservedSpec, type Observed, observeFile } from "../observed/observe-file.js";
import type { Reported } from "../report/lines.js";
import { loadSpec } from "../spec/load-spec.js";
import { verify } from "../verify/verify.js";
import { parseWaivers } from "../verify/waivers.js";
import { loadEvidence } from "./load-evidence.js";
import { readOptional } from "./read-optional.js";
import { loadTexts } from "./read-texts.js";

/**
 * Holds `openapi.yaml` of a provider's folder against `evidence.json` beside it, with the waivers in `waivers.yaml` and the texts that were read in
 * `texts.json` where there are some.
 *
 * @param folder relative to `cwd`; places are given with it
 * @param recordings of calls, relative to `cwd`: what they show is held against the document too
 * @throws Error that says which file is missing or is not what it should be
 */
export async function verifyFolder(folder: string, cwd: string, recordings: readonly string[] = []): Promise<Reported> {
  const specFile = `${folder}/openapi.yaml`;
  const waiverFile = `${folder}/waivers.yaml`;
  const evidence = await loadEvidence(cwd, `${folder}/evidence.json`);
  const waivers = parseWaivers((await readOptional(resolve(cwd, waiverFile))) ?? "", waiverFile);
  const spec = await loadSpec(resolve(cwd, specFile), relative(cwd, resolve(cwd, specFile)) || specFile);
  const read = await loadTexts(folder, cwd);
  if (recordings.length === 0) return { verification: verify(spec, evidence, waivers, [], read), waiverFile };
  const observed = await observeAll(resolve(cwd, specFile), recordings, cwd);
  const facts = observed.flatMap(({ facts: found }) => found);
  return { verification: verify(spec, evidence, waivers, facts, read), waiverFile, observed };
}

async function observeAll(spec: string, recordings: readonly string[], cwd: string): Promise<readonly Observed[]> {
  const document = await loadObservedSpec(spec);
  const observed: Observed[] = [];
  for (const recording of recordings) observed.push(await observeFile(resolve(cwd, recording), recording, document));
  return observed;
}

/** The folders below `specs` that have an `evidence.json`, in alphabetical order. */
export async function foldersWithEvidence(cwd: string): Promise<readonly string[]> {
  const names = await readdir(join(cwd, "specs")).catch(() => []);
  const folders: string[] = [];
  for (const name of names.toSorted()) {
    const inside = await readdir(join(cwd, "specs", name)).catch((): string[] => []);
    if (inside.includes("evidence.json")) folders.push(`specs/${name}`);
  }
  return folders;
}
