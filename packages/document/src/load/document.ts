import type { Diagnostic, Position } from "../diagnostics/diagnostic.js";

/** A JSON value as it was read; objects keep the order of the document, but for keys that are whole numbers, which come first and ascend. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** An OpenAPI document that was read from disk. What could not be understood of it is mended or left out, which the diagnostics say. */
export interface Document {
  /** The path as the caller gave it. */
  readonly file: string;
  /** `3.0` or `3.1`. */
  readonly dialect: "3.0" | "3.1";
  /**
   * One self-contained document: references to other files are replaced by references to components. Never changed by anyone: clone it first.
   */
  readonly json: JsonObject;
  /** What loading left out of it, with the reasons. */
  readonly omissions: readonly Diagnostic[];
  /** Where the node at a JSON pointer of {@link json} was written. The nearest ancestor that exists, where there is no such node. */
  locate(pointer: string): Location;
}

export interface Location extends Position {
  readonly file: string;
  /** JSON pointer of the node in that file. */
  readonly pointer: string;
}

export interface LoadResult {
  /** Undefined where an error makes it useless. */
  readonly document: Document | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of every file that was read, by the name that diagnostics give it: what `formatDiagnostics` shows lines of. */
  readonly sources: ReadonlyMap<string, string>;
  /** The absolute paths of files that references lead to and that are not there. */
  readonly missing: readonly string[];
}
