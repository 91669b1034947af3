import { isGenerated, isGeneratedManifest } from "./mark.js";

/** A file as it is to be: its path relative to the package's folder, with slashes. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a package's folder that matter, by path: those that are to be written, and those that were generated once. */
export type Existing = ReadonlyMap<string, string>;

export type Change =
  | { readonly kind: "create"; readonly path: string; readonly text: string }
  | { readonly kind: "update"; readonly path: string; readonly text: string; readonly before: string }
  | { readonly kind: "delete"; readonly path: string; readonly before: string };

export interface Plan {
  /** In the order of the files, deletions last. */
  readonly changes: readonly Change[];
  /** Files that are in the way: somebody else's. Nothing may be written while there is one. */
  readonly refused: readonly string[];
}

/** Tells which files a kind of output owns. */
export interface Ownership {
  /** Whether a file may be overwritten. */
  readonly isOurs: (path: string, text: string) => boolean;
  /** Whether one that is wanted no more is deleted. */
  readonly isLeftover: (text: string) => boolean;
}

const packageFiles: Ownership = { isOurs, isLeftover: isGenerated };

/** What has to be done for a folder to hold the files, and no generated file besides. Touches nothing. */
export function planPackage(
  files: readonly PlannedFile[],
  existing: Existing,
  ownership: Ownership = packageFiles,
): Plan {
  const changes: Change[] = [];
  const refused: string[] = [];
  for (const { path, text } of files) {
    const before = existing.get(path);
    if (before === undefined) changes.push({ kind: "create", path, text });
    else if (before === text) continue;
    else if (ownership.isOurs(path, before)) changes.push({ kind: "update", path, text, before });
    else refused.push(path);
  }
  const wanted = new Set(files.map(({ path }) => path));
  for (const [path, before] of existing) {
    if (!wanted.has(path) && ownership.isLeftover(before)) changes.push({ kind: "delete", path, before });
  }
  return { changes, refused };
}

/** package.json is merged with what is there, and therefore bears no mark. */
function isOurs(path: string, text: string): boolean {
  return path === "package.json" ? isGeneratedManifest(text) : isGenerated(text);
}
