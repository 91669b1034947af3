import { readFileSync } from "node:fs";
import path from "node:path";

/** One thing that a package lets others import. */
export interface Entry {
  /** As it is imported, such as `@facsimile/runtime/raw`. */
  readonly specifier: string;
  /** Undefined where it is a file of data. */
  readonly module: { readonly declarations: string; readonly script: string } | undefined;
}

/** A package as others see it from outside. */
export interface PublicPackage {
  readonly name: string;
  /** Its folder, absolute. */
  readonly home: string;
  readonly entries: readonly Entry[];
  /** The commands that it installs. */
  readonly commands: readonly string[];
}

/** What the package.json of a folder opens to others, in its order. */
export function readPublicPackage(home: string): PublicPackage {
  // Every package.json of this repository has entries of these two forms.
  const { name, exports, bin } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8")) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
    readonly bin?: Readonly<Record<string, string>>;
  };
  const entries = Object.entries(exports).map(([subpath, target]) => ({
    specifier: name + subpath.slice(1),
    module:
      typeof target === "string"
        ? undefined
        : { declarations: path.join(home, target.types), script: path.join(home, target.default) },
  }));
  return { name, home, entries, commands: Object.keys(bin ?? {}) };
}
