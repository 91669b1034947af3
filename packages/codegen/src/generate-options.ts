import type { DocumentSettings, GivenDocument, Selection } from "@facsimile/document";
import type { Diagnostic } from "@facsimile/document/diagnostics";
import type { AcceptedDiagnostic } from "./accepted.js";
import type { Change } from "./plan/plan.js";

export interface GenerateOptions extends DocumentSettings {
  /** The OpenAPI documents: paths, or what is in no file. */
  readonly specs: readonly (string | GivenDocument)[];
  /** The folder of the package; `*` stands for the provider's name, and has to be in it where there are several documents. Default: `*`. */
  readonly out?: string;
  /** The npm name; `*` as in `out`. Default: the name that the package has, else the provider's. */
  readonly name?: string;
  /** Gives the package the part `raw`: openapi-fetch's client, with the types that openapi-typescript makes. Default: false. */
  readonly raw?: boolean;
  /** Gives the package, at its subpath `schemas`, what values are held against at run time. Default: false. */
  readonly schemas?: boolean;
  /**
   * Lets the package carry its document as `./openapi.json`, which later editions can be compared with, and which the contract test reads where the document is in no file: without it there is no such
   * test then. Default: false.
   */
  readonly carryDocument?: boolean;
  /** Writes nothing. Default: false. */
  readonly check?: boolean;
  /** Takes omissions and warnings for errors. Default: false. */
  readonly strict?: boolean;
  /** Files and folders outside the folder of a document that its references may lead to. Default: none. */
  readonly allow?: readonly string[];
  /** Overlays (OpenAPI Overlay Specification 1.0 and 1.1), applied to each document in this order before anything is read. Default: none. */
  readonly overlays?: readonly string[];
  /**
   * Which operations of each document are wanted, by selectors: `tag:Users`, `path:/users/**`, `operation:list*`, `deprecated`. What is left has the
   * names that it has in the whole. Default: all.
   */
  readonly selection?: Selection;
  /** Headers that each call of the package has, unless its client or it gives one of that name; no credentials. Default: none. */
  readonly defaultHeaders?: Readonly<Record<string, string>>;
  /** Omissions and warnings that are known, and told no more. Default: none. */
  readonly accepted?: readonly AcceptedDiagnostic[];
  /** What relative paths start at. Default: the current folder of the process. */
  readonly cwd?: string;
}

/** What became of one document. */
export interface GeneratedPackage {
  readonly spec: string;
  /** The package's folder, relative to `cwd`. */
  readonly folder: string;
  readonly name: string;
  /** `failed`: there is an error among the diagnostics (with `strict`, any at all), and nothing was written. `outdated`: it would be written, but for `check`. */
  readonly outcome: "written" | "unchanged" | "outdated" | "failed";
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of the files that were read, by the names that diagnostics give them. */
  readonly sources: ReadonlyMap<string, string>;
  /** The files that the package depends on: the document and what it refers to. */
  readonly inputs: readonly string[];
}
