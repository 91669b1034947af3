import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "../run.js";

/** A package.json, as far as packing goes. */
export interface ReleaseManifest {
  readonly name: string;
  readonly version: string;
  readonly types?: string;
  readonly repository?: { readonly url?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  /** Only of generated packages. */
  readonly facsimile?: Readonly<Record<string, string>>;
}

/**
 * Packs the folder of a package as it is published. A generated package names the generator that packed it beside the digest of its document: that is no
 * part of the committed package.json, so that a new generator alone changes no package.
 *
 * @param generator - the version of the generator
 * @returns the name of the tarball
 * @throws Error that says what keeps the package from being published
 */
export async function packPackage(source: string, folder: string, generator: string): Promise<string> {
  const manifest = readManifest(source);
  refuse(source, manifest);
  const stage = mkdtempSync(path.join(tmpdir(), "facsimile-release-"));
  try {
    for (const file of await packedFiles(source)) {
      mkdirSync(path.dirname(path.join(stage, file)), { recursive: true });
      cpSync(path.join(source, file), path.join(stage, file));
    }
    if (manifest.facsimile !== undefined) {
      const facsimile = { ...manifest.facsimile, generator };
      writeFileSync(path.join(stage, "package.json"), `${JSON.stringify({ ...manifest, facsimile }, undefined, 2)}\n`);
    }
    const { code, output } = await run("npm", [
      "pack",
      stage,
      "--silent",
      "--ignore-scripts",
      "--pack-destination",
      folder,
    ]);
    const tarball = output.trim().split("\n").at(-1);
    if (code !== 0 || tarball === undefined) throw new Error(`npm pack ${source} failed:\n${output}`);
    return tarball;
  } finally {
    rmSync(stage, { recursive: true });
  }
}

export function readManifest(source: string): ReleaseManifest {
  return JSON.parse(readFileSync(path.join(source, "package.json"), "utf8"));
}

/** What would be published and be wrong. */
function refuse(source: string, { name, types = "dist/index.d.ts", repository }: ReleaseManifest): void {
  const url = repository?.url ?? "";
  if (url === "" || url.includes("/OWNER/"))
    throw new Error(
      `${name}: package.json says that its repository is ${url || "nowhere"}. npm refuses provenance without the real one: fill it in in the package.json of the root and of the packages, then run npm run generate.`,
    );
  if (!existsSync(path.join(source, types))) throw new Error(`${name}: ${types} is missing. Run npm run build first.`);
  for (const file of ["LICENSE", "README.md"])
    if (!existsSync(path.join(source, file))) throw new Error(`${name}: ${file} is missing.`);
}

async function packedFiles(source: string): Promise<readonly string[]> {
  const { code, output } = await run("npm", ["pack", source, "--json", "--dry-run", "--ignore-scripts"]);
  if (code !== 0) throw new Error(`npm pack ${source} failed:\n${output}`);
  // npm prints a list with one entry for one folder.
  const [packed] = JSON.parse(output.slice(output.indexOf("["))) as [{ readonly files: readonly { path: string }[] }];
  return packed.files.map((file) => file.path);
}
