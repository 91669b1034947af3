import { join, relative, sep } from "node:path";
import { isObject } from "@facsimile/document";
import { contractTest, type GeneratedPackage, namedByTest, type Workspace } from "./generated-packages.js";
import type { History } from "./history.js";
import { parseJson } from "./parse-json.js";
import { publishedVersion } from "./published.js";

/** What a package is compared with. */
export interface Base {
  readonly kind: "tag" | "published" | "revision";
  /** In the words of a person. */
  readonly label: string;
  readonly version: string;
  /** The document, as a source of `diff`. */
  readonly document: string;
  /** Absolute paths that the overlays had then, which were applied to it. What is published has been mended already. */
  readonly overlays: readonly string[];
  /** The revision, but for what is published. */
  readonly revision: string | undefined;
}

/** What is compared with where nothing has been released. */
export interface Since {
  readonly commit: string;
  /** In the words of a person. */
  readonly label: string;
}

/** Undefined where the package is new since then. */
export function sinceBase(
  own: GeneratedPackage,
  workspace: Workspace,
  history: History,
  { commit, label }: Since,
): Promise<Base | undefined> {
  return revisionBase(own, workspace, history, { kind: "revision", label, revision: commit });
}

/** The last release of a package by its tag, else by what is published and carries a document. */
export async function releaseOf(
  own: GeneratedPackage,
  workspace: Workspace,
  history: History,
): Promise<Base | undefined> {
  const prefix = workspace.isSingle ? "v" : `${own.name}@`;
  const tag = await history.lastTag(prefix);
  if (tag !== undefined) return revisionBase(own, workspace, history, { kind: "tag", label: tag, revision: tag });
  const published = own.isPrivate ? undefined : await publishedVersion(own.name);
  if (published === undefined) return undefined;
  const label = `${own.name}@${published}`;
  return { kind: "published", label, version: published, document: `npm:${label}`, overlays: [], revision: undefined };
}

/** A document goes by the path that the package's test of that revision names: it may have moved. */
async function revisionBase(
  { folder, document }: GeneratedPackage,
  { root }: Workspace,
  history: History,
  { kind, label, revision }: Pick<Base, "kind" | "label"> & { readonly revision: string },
): Promise<Base | undefined> {
  const test = join(folder, contractTest);
  const texts = [join(folder, "package.json"), test].map((path) => history.textAt(revision, path));
  const [manifest, tested = ""] = await Promise.all(texts);
  const version = versionIn(manifest);
  if (version === undefined) return undefined;
  const { document: path = document, overlays } = namedByTest(test, tested);
  if ((await history.textAt(revision, path)) === undefined) return undefined;
  return {
    kind,
    label,
    version,
    revision,
    overlays,
    document: `git:${revision}:${relative(root, path).split(sep).join("/")}`,
  };
}

export function versionIn(manifest: string | undefined): string | undefined {
  if (manifest === undefined) return undefined;
  const value = parseJson(manifest);
  return isObject(value) && typeof value.version === "string" ? value.version : undefined;
}
