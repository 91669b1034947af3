import type { AcceptedDiagnostic } from "@facsimile/codegen";

/** What a configuration says of one document. Paths are absolute. */
export interface DocumentEntry {
  /** Its path, or the URL that it is read from at every run. */
  readonly document: string;
  /** Where it is published; it is a copy then. */
  readonly from?: URL;
  /** What has to come from there, as `sha256-…`. */
  readonly integrity?: string;
  readonly out?: string;
  /** The folder of its reference. */
  readonly reference?: string;
  readonly name?: string;
  readonly clientName?: string;
  readonly server?: string;
  /** None where it is absent. */
  readonly defaultHeaders?: Readonly<Record<string, string>>;
  readonly overlays: readonly string[];
  readonly only: readonly string[];
  readonly without: readonly string[];
  readonly allow: readonly string[];
  readonly raw: boolean;
  readonly schemas: boolean;
  readonly carry: boolean;
  readonly accepted: readonly AcceptedDiagnostic[];
}

/** `facsimile.config.yaml`. */
export interface Config {
  /** Its path. */
  readonly file: string;
  readonly strict: boolean;
  readonly documents: readonly DocumentEntry[];
}
