import { stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { isGenerated } from "../plan/mark.js";
import { beginMark, endMark, readOwnSection } from "../plan/own-section.js";
import type { Inputs, Manifest, Surroundings } from "../plan/surroundings.js";
import { lookInside, readIfThere } from "./inside.js";
import { ObstacleError } from "./obstacle.js";
import { ownVersion } from "./own-version.js";

/** Reads what a package depends on besides its document. */
export async function readSurroundings(
  folder: string,
  inputs: Inputs,
  name: (existing: string | undefined) => string,
): Promise<Surroundings> {
  const manifest = parseManifest(join(folder, "package.json"), await lookInside(folder).read("package.json"));
  const above = await nearestManifest(dirname(folder));
  const repository = above?.manifest.repository;
  const license = manifest?.license ?? above?.manifest.license;
  return {
    name: name(typeof manifest?.name === "string" ? manifest.name : undefined),
    document: inputs.document === undefined ? undefined : fromTest(folder, inputs.document),
    overlays: inputs.overlays.map((overlay) => fromTest(folder, overlay)),
    selection: inputs.selection,
    settings: inputs.settings,
    headers: inputs.headers,
    manifest,
    repository:
      above === undefined || repository === undefined
        ? undefined
        : { value: repository, directory: slashed(relative(above.folder, folder)) },
    versionsPage: above !== undefined && (await isThere(join(above.folder, versionsPage))) ? versionsPage : undefined,
    homepage: above?.manifest.homepage,
    bugs: above?.manifest.bugs,
    release: ownVersion(),
    license: typeof license === "string" ? license : undefined,
    own: await readOwn(folder),
  };
}

/**
 * What people have written into a generated README.
 *
 * @throws ObstacleError where it cannot be told from the rest, which the next run would put something else into the place of
 */
async function readOwn(folder: string): Promise<string | undefined> {
  const text = await lookInside(folder).read("README.md");
  const found = text === undefined || !isGenerated(text) ? undefined : readOwnSection(text);
  if (found !== "unclear") return found?.own;
  const message = "Only one of the two marks of the section that is yours is there, or the second is before the first.";
  const fix = `Put "${beginMark}" before it and "${endMark}" behind it, each in a line of its own.`;
  throw new ObstacleError(join(folder, "README.md"), message, fix);
}

const versionsPage = "docs/versions.md";

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function fromTest(folder: string, path: string): string {
  return slashed(relative(join(folder, "test"), path));
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** The nearest package.json from a folder upwards. */
async function nearestManifest(
  folder: string,
): Promise<{ readonly folder: string; readonly manifest: Manifest } | undefined> {
  const path = join(folder, "package.json");
  const manifest = parseManifest(path, await readIfThere(path));
  if (manifest !== undefined) return { folder, manifest };
  return dirname(folder) === folder ? undefined : nearestManifest(dirname(folder));
}

/** @throws ObstacleError for a text that is no JSON */
function parseManifest(path: string, text: string | undefined): Manifest | undefined {
  if (text === undefined) return undefined;
  try {
    // npm reads it with a byte order mark too.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch (cause) {
    throw new ObstacleError(path, "The file is no JSON.", "Mend it, or generate into another folder.", { cause });
  }
}
