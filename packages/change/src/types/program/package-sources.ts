/** The TypeScript of a generated package, as it is in a repository or in a published package. */
export interface PackageSources {
  /** `package.json`, and modules below `src` or declarations below `dist`; other files do no harm. */
  readonly files: readonly SourceText[];
  /** The folder of the runtime that the package is compiled with, which has its `package.json` and declarations. */
  readonly runtime: string;
  /** Where it is installed as it was published, with what it needs: it has no source, and runs from there. */
  readonly installed?: string;
}

export interface SourceText {
  /** Relative to the package's folder, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** What a package can be imported by: `.` or `./users`, and the file that the compiler reads. */
export type Entries = ReadonlyMap<string, string>;

/** The name of a package, and its entries in the order of its `exports`. */
export interface PackageEntries {
  readonly name: string;
  readonly entries: Entries;
}

/** Reads package.json; of a package without one nothing can be imported. */
export function readEntries(manifest: string | undefined, has: (path: string) => boolean): PackageEntries {
  const { name, exports } = parseManifest(manifest);
  const entries = new Map<string, string>();
  for (const [entry, target] of Object.entries(isRecord(exports) ? exports : {})) {
    const file = typesOf(target);
    const found = file === undefined ? undefined : [file, sourceOf(file)].find(has);
    if (found !== undefined) entries.set(entry, found);
  }
  return { name: typeof name === "string" ? name : "package", entries };
}

function parseManifest(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

/** `./dist/index.d.ts` as `dist/index.d.ts`. */
function typesOf(target: unknown): string | undefined {
  const types = isRecord(target) ? target.types : undefined;
  return typeof types === "string" && types.endsWith(".d.ts") ? types.replace(/^\.\//, "") : undefined;
}

function sourceOf(declarations: string): string {
  return declarations.replace(/^dist\//, "src/").replace(/\.d\.ts$/, ".ts");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
