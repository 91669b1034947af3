import { dirname, join, relative, sep } from "node:path";
import type { Manifest, Surroundings } from "../emit/surroundings.js";
import { readIfThere } from "./package-folder.js";

/** Reads what a package depends on besides its document. */
export async function readSurroundings(
  folder: string,
  document: string,
  name: (existing: string | undefined) => string,
): Promise<Surroundings> {
  const manifest = await readManifest(folder);
  const above = await nearestManifest(dirname(folder));
  const repository = above?.manifest.repository;
  const license = manifest?.license ?? above?.manifest.license;
  return {
    name: name(typeof manifest?.name === "string" ? manifest.name : undefined),
    document: slashed(relative(join(folder, "test"), document)),
    manifest,
    repository:
      above === undefined || repository === undefined
        ? undefined
        : { value: repository, directory: slashed(relative(above.folder, folder)) },
    license: typeof license === "string" ? license : undefined,
  };
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** The nearest package.json from a folder upwards. */
async function nearestManifest(
  folder: string,
): Promise<{ readonly folder: string; readonly manifest: Manifest } | undefined> {
  const manifest = await readManifest(folder);
  if (manifest !== undefined) return { folder, manifest };
  return dirname(folder) === folder ? undefined : nearestManifest(dirname(folder));
}

/** @throws SyntaxError when there is a package.json that is no JSON. */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readIfThere(join(folder, "package.json"));
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}
