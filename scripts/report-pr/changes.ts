import { readFileSync } from "node:fs";
import path from "node:path";
import type { Diff } from "@facsimile/change";
import { type Base, git } from "./base.js";
import { namesOfBoth, providersWith } from "./both.js";
import { table, words } from "./markdown.js";

/** What changed of the specs: a row for each of them, and what the changes are. */
export interface SpecChanges {
  readonly table: string;
  readonly diffs: readonly Diff[];
}

/** Compares the specs that differ, on the wire and in the types of their packages. */
export async function specChanges(base: Base): Promise<SpecChanges> {
  const [before, after] = [base.before, base.after].map((folder) => providersWith("openapi.yaml", folder));
  const rows: string[][] = [];
  const diffs: Diff[] = [];
  for (const provider of namesOfBoth(before ?? [], after ?? [])) {
    const row = await rowOf(provider, base, diffs, { was: before?.includes(provider), is: after?.includes(provider) });
    if (row !== undefined) rows.push([words(provider), ...row]);
  }
  if (rows.length === 0) return { table: "No spec has changed.\n", diffs };
  const head = ["spec", "breaking", "unknown", "warning", "safe", "documentation", "asks for"];
  return { table: table(head, rows), diffs };
}

interface Presence {
  readonly was: boolean | undefined;
  readonly is: boolean | undefined;
}

/** Undefined where nothing of the provider's folder has changed. The comparison is added to the others. */
async function rowOf(
  provider: string,
  { commit, before, after }: Base,
  diffs: Diff[],
  { was, is }: Presence,
): Promise<readonly string[] | undefined> {
  if (was !== true) return ["", "", "", "", "", "new"];
  if (is !== true) return ["", "", "", "", "", "taken out"];
  const specs = `specs/${provider}`;
  const untracked = await git(after, "status", "--porcelain", "--", specs);
  const changed = await git(after, "diff", "--name-only", commit, "--", specs);
  if (untracked + changed === "") return undefined;
  // Only there once it is built.
  const change = await import("@facsimile/change");
  const document = `${specs}/openapi.yaml`;
  try {
    const [found] = await change.diff(`git:${commit.slice(0, 12)}:${document}`, document, { cwd: after, types: true });
    if (found === undefined) return undefined;
    diffs.push(found);
    const { breaking, unknown, warning, safe, documentation } = change.countChanges(found.changes);
    const bump = change.bumpOf({ wire: found.changes, types: [] }, versionAt(before, provider));
    return [...[breaking, unknown, warning, safe, documentation].map(String), bump];
  } catch (error) {
    const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return ["", "", "", "", "", words(`cannot be read: ${first.slice(0, 200)}`)];
  }
}

/** The version that is raised is that of the base. */
function versionAt(folder: string, provider: string): string {
  try {
    return JSON.parse(readFileSync(path.join(folder, "packages", provider, "package.json"), "utf8")).version;
  } catch {
    return "0.0.0";
  }
}
