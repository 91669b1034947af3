import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { type Entries, type PackageSources, readEntries } from "./package-sources.js";
import { candidates, sharedFiles } from "./shared-files.js";

export type Side = "old" | "new";

/** Further modules, by virtual path: they import the package of their side by its name. */
export type Users = ReadonlyMap<string, string>;

/**
 * Both editions of a package as the compiler sees them: below two folders that the disk does not have. What both have in common is
 * below the old one alone.
 */
export class Sides {
  readonly packages: Readonly<Record<Side, SidePackage>>;
  readonly #shared: ReadonlySet<string>;
  readonly #users: Users;

  /** @throws Error where a runtime has no declarations */
  constructor(old: PackageSources, next: PackageSources, users: Users) {
    this.#users = users;
    this.packages = { old: readPackage(old), new: readPackage(next) };
    this.#shared = old.runtime === next.runtime ? sharedFiles(old.files, next.files) : new Set();
  }

  /** The name under which the compiler knows a file of a package. */
  virtualPath(side: Side, path: string): string {
    return side === "new" && this.#shared.has(path) ? `${folderOf("old")}${path}` : `${folderOf(side)}${path}`;
  }

  /** The text of a file; undefined where it is on neither side. */
  textOf(virtual: string): string | undefined {
    const used = this.#users.get(virtual);
    if (used !== undefined) return used;
    const place = splitPath(virtual);
    return place && this.packages[place.side].texts.get(place.path);
  }

  /** The modules that a package can be imported by. */
  entryPaths(side: Side): readonly string[] {
    return [...this.packages[side].entries.values()].map((path) => this.virtualPath(side, path));
  }

  /** What a module means by a specifier; undefined for what is not there. */
  resolve(specifier: string, importer: string): string | undefined {
    const place = splitPath(importer);
    if (specifier.startsWith(".")) return place ? this.#near(place, specifier) : nearOnDisk(importer, specifier);
    if (place === undefined) return undefined;
    const { name, entries, runtime } = this.packages[place.side];
    const entry = entryOf(name, specifier);
    const own = entry === undefined ? undefined : entries.get(entry);
    if (own !== undefined) return this.virtualPath(place.side, own);
    const handedOn = entryOf("@facsimile/runtime", specifier);
    return handedOn === undefined ? undefined : runtime.get(handedOn);
  }

  #near({ side, path }: Place, specifier: string): string | undefined {
    const paths = candidates(posix.join(posix.dirname(path), specifier));
    const found = paths.find((one) => this.packages[side].texts.has(one) || this.#users.has(folderOf(side) + one));
    return found === undefined ? undefined : this.virtualPath(side, found);
  }
}

export interface SidePackage {
  readonly name: string;
  readonly entries: Entries;
  readonly texts: ReadonlyMap<string, string>;
  /** The entries of the runtime, by what they are imported by: absolute paths. */
  readonly runtime: Entries;
}

function readPackage({ files, runtime }: PackageSources): SidePackage {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const manifest = readEntries(texts.get("package.json"), (path) => texts.has(path));
  return { ...manifest, texts, runtime: readRuntime(runtime) };
}

/** @throws Error where there is no runtime */
function readRuntime(folder: string): Entries {
  const { entries } = readEntries(readFileSync(join(folder, "package.json"), "utf8"), (path) =>
    existsSync(join(folder, path)),
  );
  if (!entries.has(".")) throw new Error(`There are no declarations of the runtime in ${folder}.`);
  return new Map([...entries].map(([entry, path]) => [entry, join(folder, path)]));
}

/** `./users` for `@facsimile/sendauth/users`; undefined for the specifier of another package. */
function entryOf(name: string, specifier: string): string | undefined {
  if (specifier === name) return ".";
  return specifier.startsWith(`${name}/`) ? `.${specifier.slice(name.length)}` : undefined;
}

function nearOnDisk(importer: string, specifier: string): string | undefined {
  return candidates(join(importer, "..", specifier)).find((path) => existsSync(path));
}

export interface Place {
  readonly side: Side;
  readonly path: string;
}

/** The side and the path of a file of a package. */
export function splitPath(virtual: string): Place | undefined {
  const [, side, path = ""] = /^\/facsimile\.(old|new)\/(.*)$/.exec(virtual) ?? [];
  return side === "old" || side === "new" ? { side, path } : undefined;
}

/** What stands before the paths of a side. */
export function folderOf(side: Side): string {
  return `/facsimile.${side}/`;
}
