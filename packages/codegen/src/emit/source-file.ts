/** A file of a package, as it is to be. */
export interface SourceFile {
  /** Relative to the package's folder, with slashes. */
  readonly path: string;
  readonly text: string;
}
