import { writeFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import type { FoundInTypes } from "../bump/effect.js";
import type { Change } from "../change/change.js";
import { diff } from "../diff.js";
import { unpack } from "../sources/npm.js";
import { openTemporaryFolder } from "../sources/temporary-folder.js";
import { sampleFindings } from "../types/samples/sample-findings.js";
import type { Base } from "./base.js";
import { findInTypes, isReadable } from "./find-in-types.js";
import type { GeneratedPackage, Workspace } from "./generated-packages.js";
import type { History } from "./history.js";
import { type Mended, type ProgramRuns, type Serve, tryPrograms } from "./programs.js";
import { publishedSides, revisionSides, type Sides } from "./sides.js";

/** What is different in a package since its base. */
export interface EditionFindings {
  readonly wire: readonly Change[];
  readonly types: readonly FoundInTypes[];
  /** Undefined where nothing differs that a program could notice, and where there is none. */
  readonly programs: ProgramRuns | undefined;
}

/** A package and what it is compared with. */
export interface Comparison {
  readonly own: GeneratedPackage;
  readonly base: Base;
  readonly workspace: Workspace;
  readonly history: History;
  readonly serve: Serve | undefined;
}

/** @throws InputError where one of the documents cannot be read */
export async function compareEditions(comparison: Comparison): Promise<EditionFindings> {
  const { base, history } = comparison;
  const { revision, document } = base;
  if (revision === undefined) return comparePublished(comparison);
  return withOverlays(base, history, (overlays) => compareRevision(comparison, revision, { document, overlays }));
}

async function compareRevision(comparison: Comparison, revision: string, old: Mended): Promise<EditionFindings> {
  const { own, workspace, history } = comparison;
  const wire = await compareDocuments(old, own, workspace);
  const sides = await revisionSides(own, revision, workspace, history, hasTravelling(wire));
  return sides === undefined ? { wire, types: [], programs: undefined } : withSides(comparison, wire, old, sides);
}

/** The package is installed once, for both comparisons. */
async function comparePublished(comparison: Comparison): Promise<EditionFindings> {
  const { own, base, workspace } = comparison;
  const { folder, path, close } = await unpack(base.document);
  try {
    const old = { document: path, overlays: base.overlays };
    const wire = await compareDocuments(old, own, workspace);
    return await withSides(comparison, wire, old, await publishedSides(own, folder, workspace));
  } finally {
    await close();
  }
}

async function withSides(
  { own, workspace: { root }, serve }: Comparison,
  wire: readonly Change[],
  old: Mended,
  sides: Sides,
): Promise<EditionFindings> {
  try {
    const found = await findInTypes(sides);
    const isOther = hasTravelling(wire) || found.length > 0 || sides.isRuntimeOther;
    const documents = { old, new: own, root };
    const tried = isOther && isReadable(sides.old) ? await tryPrograms(sides, documents, serve) : undefined;
    const types = [...found, ...sampleFindings(tried?.failures ?? [])];
    return { wire, types, programs: tried && { ran: tried.ran, notRun: tried.notRun } };
  } finally {
    await sides.close();
  }
}

/** Whether messages differ, and not words alone. */
function hasTravelling(wire: readonly Change[]): boolean {
  return wire.some(({ area }) => area !== "metadata");
}

/** The overlays of a revision, as files for the time of a comparison. One that is not there any more is an overlay of nothing. */
async function withOverlays<T>(
  { revision = "", overlays }: Base,
  history: History,
  compare: (overlays: readonly string[]) => Promise<T>,
): Promise<T> {
  if (overlays.length === 0) return compare([]);
  const { folder, close } = await openTemporaryFolder("facsimile-overlays-");
  try {
    const files: string[] = [];
    for (const [index, path] of overlays.entries()) {
      const text = await history.textAt(revision, path);
      if (text === undefined) continue;
      files.push(join(folder, `${index}-${basename(path)}`));
      await writeFile(files.at(-1) ?? "", text);
    }
    return await compare(files);
  } finally {
    await close();
  }
}

async function compareDocuments(
  old: Mended,
  { document, overlays }: Mended,
  { root }: Workspace,
): Promise<readonly Change[]> {
  const next = relative(root, document).split(sep).join("/");
  const [found] = await diff(old.document, next, { cwd: root, overlays, oldOverlays: old.overlays });
  return found?.changes ?? [];
}
