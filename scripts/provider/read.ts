import { existsSync } from "node:fs";
import { readFile, rename } from "node:fs/promises";
import path from "node:path";
import { facsimile, must } from "./command.js";
import { specFile } from "./places.js";
import type { PagesBench } from "./workbench.js";

/** What a step has to say. */
export interface Told {
  /** In a few words, for its line. */
  readonly short: string;
  /** What is wrong, in a line each, although the step came to its end. */
  readonly problems: readonly string[];
}

/** Writes a first `wire.json`, unless there is one or the facts are written by hand, which have the names that travel. */
export async function findWireNames(bench: PagesBench): Promise<Told> {
  const file = specFile(bench, "wire.json");
  if (existsSync(path.join(bench.docs, "facts.yaml"))) return { short: "facts by hand have them", problems: [] };
  if (existsSync(path.join(bench.docs, "wire.json"))) return { short: "wire.json of the pages", problems: [] };
  if (bench.kept.has(file)) return { short: file, problems: [] };
  const source = bench.source === undefined ? [] : ["--source", bench.source];
  const args = ["wire", bench.docs, ...source, "--out", file, ...keepGoing(bench)];
  const ran = await facsimile(args, bench.folder);
  must(ran, ran.code === 0 || hasGoneOn(bench, file));
  return { short: ran.out.trim().replace(/\.$/, ""), problems: [] };
}

/** Reads the pages into `evidence.json`. */
export async function readPages(bench: PagesBench): Promise<Told> {
  const file = specFile(bench, "evidence.json");
  const wire = specFile(bench, "wire.json");
  const names = existsSync(path.join(bench.folder, wire)) ? ["--wire", wire] : [];
  const args = ["evidence", bench.docs, "--provider", bench.name, "--out", file, ...names, ...keepGoing(bench)];
  const ran = await facsimile(args, bench.folder);
  must(ran, ran.code === 0 || hasGoneOn(bench, file));
  const [, pages = "", facts = ""] =
    /: (\d+ pages),.*?(\d+ facts)/.exec(ran.out) ?? /: (\d+ pages),(.*)/.exec(ran.out) ?? [];
  const problems = ran.err.trim().split("\n").filter(Boolean);
  return { short: `${facts.trim()} on ${pages}`, problems };
}

/** Drafts `openapi.yaml`, unless somebody has changed what was drafted from the evidence that there was. */
export async function writeDocument(bench: PagesBench): Promise<Told> {
  const file = specFile(bench, "openapi.yaml");
  const draft = async (evidence: string, out: string): Promise<string> => {
    must(await facsimile(["draft", evidence, "--out", out], bench.folder));
    return readFile(path.join(bench.folder, out), "utf8");
  };
  const next = "specs/draft.yaml";
  if (bench.kept.has(file)) {
    const old = path.join(bench.into, specFile(bench, "evidence.json"));
    const before = await draft(old, "specs/before.yaml").catch(() => undefined);
    if (before !== (await readFile(path.join(bench.folder, file), "utf8")))
      return { short: "kept: it is more than a draft", problems: [] };
  }
  await draft(specFile(bench, "evidence.json"), next);
  await rename(path.join(bench.folder, next), path.join(bench.folder, file));
  return { short: bench.kept.has(file) ? "drafted again" : "drafted", problems: [] };
}

function keepGoing(bench: PagesBench): readonly string[] {
  const byHand = existsSync(path.join(bench.docs, "facts.yaml"));
  return bench.keepGoing && !byHand ? ["--keep-going"] : [];
}

/** Whether a command has written its file although it did not understand everything. */
function hasGoneOn(bench: PagesBench, file: string): boolean {
  return bench.keepGoing && existsSync(path.join(bench.folder, file));
}
