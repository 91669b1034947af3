import { readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Bump, bumpBetween, compareBumps, highestBump } from "../bump/bump.js";
import { bumpOf } from "../bump/bump-of.js";
import { InputError } from "../input-error.js";
import { type Base, releaseOf, type Since, sinceBase } from "./base.js";
import { type ChangeLine, linesOf, mergeLines } from "./change-lines.js";
import { compareEditions, type EditionFindings } from "./compare-editions.js";
import { readConfiguration } from "./configuration.js";
import { type GeneratedPackage, readWorkspace, type Workspace } from "./generated-packages.js";
import { History } from "./history.js";
import { ownChangesetId, readOwnChangeset } from "./own-changeset.js";
import { type PendingChangeset, readPending } from "./pending.js";
import type { ProgramRuns, Serve } from "./programs.js";
import { askedBump, type Need, type Step, stepOf } from "./step.js";

export interface ChangesetOptions {
  /** Somewhere in the repository. */
  readonly cwd: string;
  /** What is compared with where nothing has been released yet: a revision, from where it and the working copy have parted. Default: the base branch of changesets. */
  readonly since?: string;
  /** Writes nothing. Default: false. */
  readonly check?: boolean;
  /** Raises what people ask for where it is too little, in place of refusing it. Default: false. */
  readonly raise?: boolean;
  /** The documents of packages whose test names none, by the folder of the package. */
  readonly documents?: ReadonlyMap<string, string>;
  /** Starts the server against which the programs of the last edition run. Default: none, and they are compiled alone. */
  readonly serve?: Serve;
}

/** What became of the changeset of a package. */
export interface PackageChangeset {
  readonly name: string;
  /** Relative to the root of the repository. */
  readonly path: string;
  /** What it was compared with; undefined where it is new. */
  readonly base: string | undefined;
  /** What has to be asked for, and the version that it raises. */
  readonly bump: Bump;
  readonly version: string;
  /** What all changesets together asked for, before one was written. */
  readonly asked: Bump;
  readonly lines: readonly ChangeLine[];
  /** `insufficient`: with `check`, what is asked for is too little, or nothing. `refused`: a person has asked for too little. */
  readonly outcome: "new" | "nothing" | "covered" | "unchanged" | "written" | "deleted" | "insufficient" | "refused";
  /** What asks for enough, where it is covered. */
  readonly by?: string;
  /** What became of the programs of the last edition, where they were tried. */
  readonly programs?: ProgramRuns;
}

/**
 * Finds what has changed in the generated packages of a repository since their last release, and writes a changeset for each.
 *
 * @throws InputError where that cannot be found, or a changeset cannot be read
 */
export async function writeChangesets(options: ChangesetOptions): Promise<readonly PackageChangeset[]> {
  const { cwd, documents = new Map() } = options;
  const absolute = [...documents].map(([folder, path]) => [resolve(cwd, folder), resolve(cwd, path)] as const);
  const workspace = await readWorkspace(cwd, new Map(absolute));
  const history = new History(workspace.root);
  const { baseBranch, isIgnored } = await readConfiguration(workspace.root);
  const since = await sinceOf(options, baseBranch, history);
  const pending = await readPending(workspace.root, history, since.commit);
  const common = { workspace, history, pending, since, options };
  const results: PackageChangeset[] = [];
  for (const own of workspace.generated.filter(({ name }) => !isIgnored(name)))
    results.push(await changesetFor({ ...common, own }));
  return results;
}

async function sinceOf({ since }: ChangesetOptions, baseBranch: string, history: History): Promise<Since> {
  const branch = since ?? baseBranch;
  // A working copy's own base branch may lag behind.
  for (const revision of since === undefined ? [`origin/${branch}`, branch] : [since]) {
    const parted = await history.mergeBase(revision);
    if (parted !== undefined) return { commit: parted, label: `${revision} (${parted.slice(0, 8)})` };
  }
  if (since !== undefined) return { commit: await history.commitOf(since), label: since };
  return { commit: await history.commitOf("HEAD"), label: "HEAD" };
}

interface Task {
  readonly own: GeneratedPackage;
  readonly workspace: Workspace;
  readonly history: History;
  readonly pending: readonly PendingChangeset[];
  readonly since: Since;
  readonly options: ChangesetOptions;
}

async function changesetFor(task: Task): Promise<PackageChangeset> {
  const { name, version } = task.own;
  const path = `.changeset/${ownChangesetId(name)}.md`;
  const compared = await compareWithBase(task);
  if (compared === undefined) {
    const nothing = { bump: "none", asked: "none", lines: [] } as const;
    return { name, path, base: undefined, version, ...nothing, outcome: "new" };
  }
  const { base, wire, types, programs } = compared;
  const bump = bumpOf({ wire, types }, base.version);
  const lines = linesOf(wire, types);
  const need = await needOf(task, base, path, bump, lines);
  const step = stepOf(need);
  const asked = askedBump(need);
  const about = { name, path, base: base.label, bump, version: base.version, asked, lines };
  const found = programs === undefined ? about : { ...about, programs };
  if (task.options.check === true) return { ...found, outcome: checked(step, asked, bump) };
  await carryOut(step, join(task.workspace.root, path));
  return { ...found, ...outcomeOf(step) };
}

function checked(step: Step, asked: Bump, bump: Bump): PackageChangeset["outcome"] {
  if (compareBumps(asked, bump) >= 0) return "unchanged";
  return step.kind === "refused" ? "refused" : "insufficient";
}

/** With the last release, and with the revision where there is none, or where what is published can be had no more. */
async function compareWithBase({
  own,
  workspace,
  history,
  since,
  options: { serve },
}: Task): Promise<({ readonly base: Base } & EditionFindings) | undefined> {
  const common = { own, workspace, history, serve };
  const release = await releaseOf(own, workspace, history);
  if (release !== undefined) {
    const found = await compareEditions({ ...common, base: release }).catch((error: unknown) => {
      if (release.kind === "published" && error instanceof InputError) return undefined;
      throw error;
    });
    if (found !== undefined) return { base: release, ...found };
  }
  const base = await sinceBase(own, workspace, history, since);
  return base && { base, ...(await compareEditions({ ...common, base })) };
}

/** What a changeset said in the revision that is compared with stays said: it is about what had changed before. */
async function needOf(
  { own: { name, version }, workspace, history, pending, options }: Task,
  base: Base,
  path: string,
  found: Bump,
  lines: readonly ChangeLine[],
): Promise<Need> {
  const file = join(workspace.root, path);
  const text = await readFile(file, "utf8").catch(() => undefined);
  const counted = base.kind === "revision" ? pending.filter(({ isOlder }) => !isOlder) : pending;
  const then = base.kind === "revision" ? await history.textAt(base.revision ?? "", file) : undefined;
  const earlier = text === undefined || then === undefined ? undefined : readOwnChangeset(then, name).written;
  const id = ownChangesetId(name);
  return {
    name,
    bump: highestBump([found, earlier?.bump ?? "none"]),
    lines: earlier === undefined ? lines : mergeLines(earlier.lines, lines),
    own:
      text === undefined
        ? undefined
        : { text, changeset: readOwnChangeset(text, name), isOlder: !counted.some((each) => each.id === id) },
    others: counted.flatMap((each) => {
      const bump = each.id === id ? undefined : each.bumps.get(name);
      return bump === undefined ? [] : [{ id: each.id, bump }];
    }),
    raised: bumpBetween(base.version, version),
    raise: options.raise === true,
  };
}

async function carryOut(step: Step, file: string): Promise<void> {
  if (step.kind === "write") await writeFile(file, step.text);
  if (step.kind === "delete") await rm(file);
}

function outcomeOf(step: Step): Pick<PackageChangeset, "outcome" | "by"> {
  switch (step.kind) {
    case "write":
      return { outcome: "written" };
    case "delete":
      return { outcome: "deleted" };
    case "covered":
      return { outcome: "covered", by: step.by };
    default:
      return { outcome: step.kind };
  }
}
