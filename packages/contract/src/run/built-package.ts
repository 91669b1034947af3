import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

/** What a client of a generated package is made with, as far as tests say. */
export interface ClientSettings {
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, unknown>>;
  readonly retry: false;
}

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** A generated package as it is built. */
export interface BuiltPackage {
  readonly name: string;
  /** The folder with its `package.json`. */
  readonly folder: URL;
  /** The declarations of its entry. */
  readonly types: URL;
  /** The export that makes a client: `createSendAuth`. */
  readonly factoryName: string;
  create(settings: ClientSettings): Readonly<Record<string, Method>>;
}

interface Manifest {
  readonly name: string;
  readonly exports: { readonly ".": { readonly types: string; readonly default: string } };
}

/** Imports what a package's `exports` name. Rejects where it is not built, or does not have the one factory that generated packages have. */
export async function loadBuiltPackage(folder: URL): Promise<BuiltPackage> {
  const root = folder.href.endsWith("/") ? folder : new URL(`${folder.href}/`);
  const manifest: Manifest = JSON.parse(await readFile(new URL("package.json", root), "utf8"));
  const entry = manifest.exports["."];
  const module = await importEntry(manifest.name, new URL(entry.default, root));
  const factories = Object.entries(module).filter(
    ([name, value]) => /^create\p{Lu}/u.test(name) && typeof value === "function",
  );
  const [factory] = factories;
  if (factory === undefined || factories.length > 1) {
    throw new Error(
      `${manifest.name} exports ${factories.length} functions named create…, and a generated package exports one.`,
    );
  }
  const [factoryName, create] = factory;
  // The package is generated: its types are held against the document by the compiler, not here.
  return {
    name: manifest.name,
    folder: root,
    types: new URL(entry.types, root),
    factoryName,
    create: create as BuiltPackage["create"],
  };
}

async function importEntry(name: string, entry: URL): Promise<Readonly<Record<string, unknown>>> {
  const file = fileURLToPath(entry);
  await readFile(file).catch(() => {
    throw new Error(`${name} is not built: there is no ${file}. Run its build first.`);
  });
  return import(pathToFileURL(file).href);
}
