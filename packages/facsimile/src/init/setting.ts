import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Config } from "../config/config.js";
import { configFiles } from "../config/find-config.js";
import { exists } from "../files.js";
import type { ParsedArguments } from "../options.js";
import type { InitPackage } from "./configuration.js";
import { checkDocument, type InitDocument, initDocument } from "./document.js";
import { madePackage } from "./made-package.js";
import { type PackageJson, readPackageJson } from "./package-json.js";
import { type Installer, installerOf, lockFiles } from "./workflow.js";

/** What there is, and what is to be made of it. */
export interface Setting {
  readonly folder: string;
  readonly document: InitDocument;
  readonly made: InitPackage;
  readonly manifest: PackageJson;
  readonly installer: Installer;
  /** The configuration that is there. */
  readonly config: Config | undefined;
  readonly workflow: string;
  /** The texts of the files that are there, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Looks at a folder, and decides what there is to be.
 *
 * @throws UsageError for a document, a folder or a name that cannot be
 */
export async function readSetting(
  folder: string,
  given: ParsedArguments,
  config: Config | undefined,
): Promise<Setting> {
  const document = await initDocument(folder, given.positionals[0] ?? config?.documents[0]?.document);
  if (!document.isNew) await checkDocument(folder, document);
  const top = await topOf(folder);
  const workflow = join(top, ".github", "workflows", "facsimile.yml");
  const paths = ["package.json", document.path].map((name) => join(folder, name));
  const texts = await readTexts([...paths, configPath(folder, config), workflow]);
  const packageJson = join(folder, "package.json");
  const manifest = readPackageJson(packageJson, texts.get(packageJson));
  const locks = await readTexts([...new Set([folder, top])].flatMap((one) => lockFiles.map((name) => join(one, name))));
  const installer = installerOf(new Map([...locks].map(([path, text]) => [basename(path), text])), manifest.manager);
  return {
    folder,
    document,
    made: madePackage(document, folder, { manifest, config }, given),
    manifest,
    installer,
    config,
    workflow,
    texts,
  };
}

/** Where the configuration is, or is to be. */
export function configPath(folder: string, config: Config | undefined): string {
  return config?.file ?? join(folder, configFiles[0]);
}

/** The folder that git has; this one where there is none. */
async function topOf(folder: string): Promise<string> {
  for (let one = folder; ; one = dirname(one)) {
    if (await exists(join(one, ".git"))) return one;
    if (dirname(one) === one) return folder;
  }
}

async function readTexts(paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
      throw new Error(`${path}: cannot be read (${error.code ?? error.message}). Nothing was written.`);
    });
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}
