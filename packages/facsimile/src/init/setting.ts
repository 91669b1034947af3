import { readFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { isPackageName, providerName, toPackageName } from "@facsimile/codegen";
import { loadDocument } from "@facsimile/document";
import { formatDiagnostics } from "@facsimile/document/diagnostics";
import type { Config } from "../config/config.js";
import { configFiles } from "../config/find-config.js";
import { exists } from "../files.js";
import { shownFromHere } from "../from-here.js";
import type { ParsedArguments } from "../options.js";
import { UsageError } from "../usage-error.js";
import type { InitPackage } from "./configuration.js";
import { type InitDocument, initDocument, pathIn } from "./document.js";
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
    made: packageOf(document, folder, { manifest, config }, given),
    manifest,
    installer,
    config,
    workflow,
    texts,
  };
}

/** @throws Error for what is no OpenAPI document: nothing can be made of it */
async function checkDocument(folder: string, document: InitDocument): Promise<void> {
  const loaded = await loadDocument(pathIn(folder, document));
  if (loaded.document !== undefined) return;
  const { diagnostics, sources } = shownFromHere(loaded, folder);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  throw new Error(
    `${document.path} is no OpenAPI document. Nothing was written.\n${formatDiagnostics(errors, { sources })}`,
  );
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

function packageOf(
  document: InitDocument,
  folder: string,
  { manifest, config }: Pick<Setting, "manifest" | "config">,
  given: ParsedArguments,
): InitPackage {
  const provider = toPackageName(providerName(pathIn(folder, document)));
  const entry = config?.documents.find((one) => one.document === pathIn(folder, document));
  const [scope] = /^@[^/]+\//.exec(manifest.name ?? "") ?? [""];
  const name = entry === undefined ? (given.text("name") ?? `${scope}${provider}-client`) : (entry.name ?? provider);
  if (!isPackageName(name)) throw new UsageError(`${JSON.stringify(name)} is no name for an npm package`);
  const pattern = manifest.workspaces.find((one) => /^[^*!]+\/\*$/.test(one));
  const standard = pattern === undefined ? "client" : pattern.replace("*", provider);
  const chosen = entry === undefined ? (given.text("out") ?? standard) : (entry.out ?? provider);
  const out = relative(folder, resolve(folder, chosen)).split(sep).join("/");
  if (out === "") throw new UsageError("the package needs a folder of its own: this one has your package.json");
  return { document: document.path, out, name };
}
