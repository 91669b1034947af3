import { relative, sep } from "node:path";
import type { FoundInTypes } from "../bump/effect.js";
import type { Change } from "../change/change.js";
import { diff } from "../diff.js";
import { unpack } from "../sources/npm.js";
import type { Base } from "./base.js";
import { findInTypes } from "./find-in-types.js";
import type { GeneratedPackage, Workspace } from "./generated-packages.js";
import type { History } from "./history.js";
import { publishedSides, revisionSides, type Sides } from "./sides.js";

/** What is different in a package since its base. */
export interface EditionFindings {
  readonly wire: readonly Change[];
  readonly types: readonly FoundInTypes[];
}

/** @throws InputError where one of the documents cannot be read */
export async function compareEditions(
  own: GeneratedPackage,
  base: Base,
  workspace: Workspace,
  history: History,
): Promise<EditionFindings> {
  if (base.revision === undefined) return comparePublished(own, base, workspace);
  const wire = await compareDocuments(base.document, own, workspace);
  const sides = await revisionSides(own, base.revision, workspace, history);
  return { wire, types: sides === undefined ? [] : await withSides(sides) };
}

/** The package is installed once, for both comparisons. */
async function comparePublished(own: GeneratedPackage, base: Base, workspace: Workspace): Promise<EditionFindings> {
  const { folder, path, close } = await unpack(base.document);
  try {
    const wire = await compareDocuments(path, own, workspace);
    return { wire, types: await withSides(await publishedSides(own, folder, workspace)) };
  } finally {
    await close();
  }
}

async function withSides(sides: Sides): Promise<readonly FoundInTypes[]> {
  try {
    return await findInTypes(sides);
  } finally {
    await sides.close();
  }
}

async function compareDocuments(
  old: string,
  { document }: GeneratedPackage,
  { root }: Workspace,
): Promise<readonly Change[]> {
  const [found] = await diff(old, relative(root, document).split(sep).join("/"), { cwd: root });
  return found?.changes ?? [];
}
