import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import type { Diagnostic } from "@facsimile/document";
import type { AcceptedDiagnostic } from "../accepted.js";
import type { Surroundings } from "../plan/surroundings.js";
import { readIfThere } from "./inside.js";
import { readPackageFolder } from "./package-folder.js";

/**
 * What a package was generated from and what became of it, kept outside the package. While all of it is as it was, generating again would
 * give the same, so that nothing has to be read or emitted.
 */
interface CacheRecord {
  readonly generator: string;
  /** Digest of {@link Circumstances}. */
  readonly circumstances: string;
  /** Digests of the document and of the files that it refers to, by path. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Digests of the generated files, by path in the package. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a package depends on beside the files that it is generated from. */
export interface Circumstances {
  readonly surroundings: Surroundings;
  /** The document as the caller named it, which is how diagnostics name it. */
  readonly spec: string;
  /** Files and folders that references may lead to. */
  readonly allow: readonly string[];
  /** Whether the package has the part `raw`. */
  readonly raw: boolean;
  /** Whether the package has what values are held against at run time. */
  readonly schemas: boolean;
  /** Whether the package carries its document. */
  readonly carryDocument: boolean;
  /** What is not told. */
  readonly accepted: readonly AcceptedDiagnostic[];
}

/** What is known of a package that is as it was generated. */
export interface CacheHit {
  readonly inputs: readonly string[];
  /** The warnings of the run that generated it. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Undefined where anything has changed, or nothing is known. */
export async function readCache(
  folder: string,
  document: string,
  circumstances: Circumstances,
): Promise<CacheHit | undefined> {
  const record = await readRecord(folder);
  if (record === undefined || !(resolve(document) in record.inputs)) return undefined;
  if (record.circumstances !== digest(JSON.stringify(circumstances)) || record.generator !== (await generatorDigest()))
    return undefined;
  for (const [path, expected] of Object.entries(record.inputs))
    if ((await digestOf(path)) !== expected) return undefined;
  const paths = Object.keys(record.outputs);
  const existing = await readPackageFolder(folder, paths);
  const same =
    existing.size === paths.length && [...existing].every(([path, text]) => digest(text) === record.outputs[path]);
  return same ? { inputs: Object.keys(record.inputs), diagnostics: record.diagnostics } : undefined;
}

/** Remembers the texts that a package was generated from: its files may hold others by now. It is no failure where that cannot be kept. */
export async function writeCache(
  folder: string,
  circumstances: Circumstances,
  generated: {
    readonly inputs: ReadonlyMap<string, string>;
    readonly outputs: ReadonlyMap<string, string>;
    readonly diagnostics: readonly Diagnostic[];
  },
): Promise<void> {
  const path = await cachePath(folder);
  if (path === undefined) return;
  const record: CacheRecord = {
    generator: await generatorDigest(),
    circumstances: digest(JSON.stringify(circumstances)),
    inputs: digestAll(generated.inputs),
    outputs: digestAll(generated.outputs),
    diagnostics: generated.diagnostics,
  };
  try {
    await mkdir(dirname(path), { recursive: true });
    // One name for all runs: what an interrupted one has left, the next one takes. Where two write at once, what comes of it is a record or no JSON.
    await writeFile(`${path}.new`, JSON.stringify(record));
    await rename(`${path}.new`, path);
  } catch {
    // Without the record the next run takes longer.
  }
}

async function readRecord(folder: string): Promise<CacheRecord | undefined> {
  const path = await cachePath(folder);
  if (path === undefined) return undefined;
  try {
    // Written by `writeCache`; whatever else it may be does not have the digests.
    return JSON.parse(await readFile(path, "utf8")) as CacheRecord;
  } catch {
    return undefined;
  }
}

/** In the nearest node_modules; undefined where there is none. */
async function cachePath(folder: string): Promise<string | undefined> {
  for (let above = resolve(folder); ; above = dirname(above)) {
    const modules = join(above, "node_modules");
    const found = await stat(modules).catch(() => undefined);
    if (found?.isDirectory()) return join(modules, ".cache", "facsimile", `${digest(relative(above, folder))}.json`);
    if (above === dirname(above)) return undefined;
  }
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function digestAll(texts: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...texts].map(([path, text]) => [path, digest(text)]));
}

/** Undefined for what is no file by now: a pipe or a device may give nothing for ever, or never end. */
async function digestOf(path: string): Promise<string | undefined> {
  const text = await readIfThere(path).catch(() => undefined);
  // Documents are read without a byte order mark.
  return text === undefined ? undefined : digest(text.replace(/^\uFEFF/, ""));
}

let generator: Promise<string> | undefined;

/** The code that generates: what reads documents and what emits packages, and the versions of what both are built on. */
function generatorDigest(): Promise<string> {
  generator ??= computeGeneratorDigest();
  return generator;
}

async function computeGeneratorDigest(): Promise<string> {
  const require = createRequire(import.meta.url);
  const find = (name: string): string => require.resolve(`${name}/package.json`);
  const own = ["@facsimile/codegen", "@facsimile/document"].map((name) => join(dirname(find(name)), "dist"));
  const code = (await Promise.all(own.map(listCode))).flat();
  const digests = await Promise.all([...code, ...["openapi-typescript", "typescript"].map(find)].map(digestOf));
  return digest(digests.join());
}

async function listCode(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".js"))
    .sort()
    .map((name) => join(folder, name));
}
