import type { PackageNames } from "@facsimile/document";

/** A package as far as its declarations go. */
export interface TypedPackage {
  /** What it calls what it hands out. */
  readonly names: PackageNames;
  /** The folder with its `package.json`. */
  readonly folder: URL;
  /** The declarations of its entry. */
  readonly types: URL;
  /** The declarations of the entry `./functions`. */
  readonly functionTypes: URL;
  /** The declarations of the entry `./schemas`; those of the package where its document has no component schemas. */
  readonly schemaTypes: URL;
  /** The declarations of the entry `./webhooks`; undefined where there is none. */
  readonly webhookTypes?: URL | undefined;
}
