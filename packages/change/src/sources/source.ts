import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { documentName, type GivenDocument } from "@facsimile/document";
import { InputError } from "../input-error.js";
import { checkOut } from "./git.js";
import { unpack } from "./npm.js";

/** A document, under the name that a report gives it. */
export interface DocumentFile {
  /** What tells it from the others of its folder: `sendauth` of `specs/sendauth/openapi.yaml`. */
  readonly name: string;
  /** Absolute path, or what is in no file. */
  readonly path: string | GivenDocument;
}

/** One side of a comparison. */
export interface Source {
  /** As it was given. */
  readonly label: string;
  readonly documents: readonly DocumentFile[];
  /** The absolute path that stands for the label in places of a document: where a revision or a package was put for the comparison. */
  readonly folder: string;
  /** Removes what was made for it. */
  close(): Promise<void>;
}

/**
 * Finds the documents of a file, a folder, `git:<revision>:<path>` or `npm:<package>@<version>`; what is in no file is one.
 *
 * @throws InputError where there are none.
 */
export async function openSource(label: string | GivenDocument, cwd: string): Promise<Source> {
  if (typeof label !== "string") return givenSource(label, cwd);
  if (label.startsWith("git:")) return openRevision(label, cwd);
  if (label.startsWith("npm:")) return openPackage(label);
  const path = resolve(cwd, label);
  return { label, documents: await documentsAt(label, path), folder: cwd, close: async () => {} };
}

function givenSource(given: GivenDocument, folder: string): Source {
  const label = documentName(given);
  return { label, documents: [{ name: nameOf(label), path: given }], folder, close: async () => {} };
}

async function openRevision(label: string, cwd: string): Promise<Source> {
  const { folder, path, close } = await checkOut(label, cwd);
  return closing(label, folder, path, close);
}

async function openPackage(label: string): Promise<Source> {
  const { folder, path, close } = await unpack(label);
  return closing(label, folder, path, close);
}

async function closing(label: string, folder: string, path: string, close: () => Promise<void>): Promise<Source> {
  try {
    return { label, documents: await documentsAt(label, path), folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function documentsAt(label: string, path: string): Promise<readonly DocumentFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new InputError(`${label}: there is no such file or folder`);
  if (!found.isFile() && !found.isDirectory()) throw new InputError(`${label}: is neither a file nor a folder`);
  if (found.isFile()) return [{ name: nameOf(path), path }];
  const documents = await documentsIn(path);
  if (documents.length === 0)
    throw new InputError(
      `${label}: the folder has no document: neither <name>.yaml, .yml or .json, nor <name>/openapi.yaml`,
    );
  return documents;
}

const extensions: readonly string[] = [".yaml", ".yml", ".json"];

/** Documents of a folder, and those called `openapi` one folder below. */
async function documentsIn(folder: string): Promise<readonly DocumentFile[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  const files = entries.filter((entry) => entry.isFile() && extensions.includes(extname(entry.name)));
  const own = files.map(({ name }) => ({ name: nameOf(join(folder, name)), path: join(folder, name) }));
  const below = entries
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }) => {
      const inside = await readdir(join(folder, name));
      const file = inside.find(
        (each) => basename(each, extname(each)) === "openapi" && extensions.includes(extname(each)),
      );
      return file === undefined ? [] : [{ name, path: join(folder, name, file) }];
    });
  return [...own, ...(await Promise.all(below)).flat()];
}

/** A document that is called `openapi` goes by its folder. */
function nameOf(path: string): string {
  const name = basename(path, extname(path));
  return name === "openapi" ? basename(resolve(path, "..")) : name;
}
