import type { Api, Document } from "@facsimile/document";
import type { Surroundings } from "../plan/surroundings.js";
import { emitDocument } from "./carried-document.js";
import { emitConfiguration } from "./configuration.js";
import { emitManifest } from "./manifest.js";
import { emitModules } from "./modules.js";
import type { RawTypes } from "./raw/index.js";
import { emitReadme } from "./readme.js";
import { scopeOf } from "./scope-of.js";
import type { SourceFile } from "./source-file.js";

export interface Parts {
  /** The types for openapi-fetch's client. */
  readonly raw?: RawTypes | undefined;
  /** Whether the package has what values are held against at run time. Default: false. */
  readonly schemas?: boolean;
  /** Whether the package carries its document. Default: false. */
  readonly document?: boolean;
  /** What the document is a part of, which is what the package carries and is known by: editions are compared whole. Default: it is no part. */
  readonly whole?: Document;
}

/**
 * The files of the package for an API. Pure: the same input gives the same bytes, everywhere.
 *
 * @param parts - what a package has besides, where that is asked for
 */
export function emitPackage(
  api: Api,
  document: Document,
  surroundings: Surroundings,
  parts: Parts = {},
): readonly SourceFile[] {
  const scope = scopeOf(api, document, surroundings.name, {
    raw: parts.raw,
    headers: surroundings.headers,
    validation: parts.schemas === true ? document.dialect : undefined,
  });
  const carriesDocument = parts.document === true;
  const { whole = document } = parts;
  return [
    emitManifest(scope, whole, surroundings, carriesDocument),
    emitReadme(scope, surroundings, carriesDocument),
    ...emitModules(scope),
    ...emitConfiguration(surroundings),
    ...(carriesDocument ? [emitDocument(whole)] : []),
  ];
}
