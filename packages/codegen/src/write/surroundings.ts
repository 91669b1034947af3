import { dirname, join, relative, sep } from "node:path";
import type { Manifest, Surroundings } from "../plan/surroundings.js";
import { ObstacleError } from "./obstacle.js";
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

/** @throws ObstacleError when there is a package.json that cannot be read, or is no JSON */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  const path = join(folder, "package.json");
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const value = parseManifest(path, text);
  return typeof value === "object" && value !== null ? { ...value } : undefined;
}

function parseManifest(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ObstacleError(path, "The file is no JSON.", "Mend it, or generate into another folder.", { cause });
  }
}
