import type { DocumentSettings, Selection } from "@facsimile/document";

/** What a package depends on besides its document. Read from disk before anything is emitted. */
export interface Surroundings {
  /** The npm name. */
  readonly name: string;
  /** The document, relative to the package's folder `test`, with slashes. Undefined where it is in no file. */
  readonly document: string | undefined;
  /** The overlays that are applied to the document, as it is given. */
  readonly overlays: readonly string[];
  /** Which of its operations the package has. */
  readonly selection: Selection;
  /** What is said in place of the document. */
  readonly settings: DocumentSettings;
  /** Headers that each call has, unless its client or it says otherwise; absent: none. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The package.json that is there. */
  readonly manifest: Manifest | undefined;
  /** From the nearest package.json above the package that has one. */
  readonly repository: Repository | undefined;
  readonly license: string | undefined;
  /** `homepage` and `bugs` of that package.json, as they stand there. */
  readonly homepage: unknown;
  readonly bugs: unknown;
  /** The version of the generator. What it is released with has the same. */
  readonly release: string;
  /** The page on versions of that repository, `docs/versions.md` beside that package.json; undefined where there is none. */
  readonly versionsPage?: string | undefined;
  /** What people have written into the section of README.md that is theirs; undefined where there is no such section yet. */
  readonly own?: string | undefined;
}

/** What a package is made from; paths are absolute. */
export interface Inputs {
  /** Undefined where it is in no file. */
  readonly document: string | undefined;
  readonly overlays: readonly string[];
  readonly selection: Selection;
  readonly settings: DocumentSettings;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface Manifest {
  readonly [field: string]: unknown;
}

/** Where a package is in a repository. */
export interface Repository {
  /** As it stands in that package.json. */
  readonly value: unknown;
  /** The package's folder, relative to that package.json. */
  readonly directory: string;
}
