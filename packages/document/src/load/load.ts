import type { JsonObject, LoadResult } from "./document.js";
import { Findings } from "./findings.js";
import { documentName, type GivenDocument } from "./given-document.js";
import { lower } from "./lowering/lower.js";
import { isObject } from "./object.js";
import { checkPaths } from "./paths.js";
import { bundle } from "./references/bundle.js";
import { readCircles } from "./references/cycles.js";
import { Files } from "./references/files.js";
import { checkAndResolve } from "./references/resolve.js";
import { type DocumentSettings, withSettings } from "./settings.js";
import type { Source } from "./source.js";
import { wordsForValue } from "./structure/words.js";
import { isSwagger } from "./swagger/version.js";
import { dialectOf, readVersionOf } from "./version.js";

export interface LoadOptions extends DocumentSettings {
  /** Files and folders outside the folder of the document that its references may lead to. Default: none. */
  readonly allowFiles?: readonly string[];
  /** Files with overlays (Overlay Specification 1.0 and 1.1), which are applied to the document in this order before anything else. Default: none. */
  readonly overlays?: readonly string[];
}

/**
 * Reads an OpenAPI document in YAML or JSON, follows its references, and gives it the structure of OpenAPI 3.0 or 3.1: of what 3.2 adds, what can be said in the words of 3.1 is; Swagger 2.0 is converted, and
 * what is wrong with it is mended or left out by rule. All of it is in the diagnostics; nothing is thrown.
 *
 * @param file - the path of the document, or what is in no file
 */
export async function loadDocument(file: string | GivenDocument, options: LoadOptions = {}): Promise<LoadResult> {
  const findings = new Findings();
  const files = new Files(file, options.allowFiles ?? [], findings);
  const source = await openDocument(files, options.overlays ?? [], findings);
  const document = source && (await documentOf(source, files, findings));
  const diagnostics = findings.inOrder(documentName(file));
  return {
    document: findings.failed || document === undefined ? undefined : withSettings(document, options),
    diagnostics,
    sources: files.texts,
    missing: [...files.missing],
  };
}

/** The document with its overlays; undefined where it cannot be read. */
async function openDocument(files: Files, names: readonly string[], findings: Findings): Promise<Source | undefined> {
  const source = await files.openRoot();
  if (names.length === 0) return source;
  const overlays: Source[] = [];
  for (const name of names) overlays.push(...[await files.openNamed(name)].filter((read) => read !== undefined));
  // Loaded only where there is one.
  const { applyOverlays } = await import("./overlay/apply-overlays.js");
  return source && applyOverlays(source, overlays, findings.report);
}

async function documentOf(source: Source, files: Files, findings: Findings): Promise<LoadResult["document"]> {
  if (isSwagger(source.json)) {
    // Loaded only where there is such a document.
    const { convertSwagger } = await import("./swagger/convert-swagger.js");
    return checkedDocument(await convertSwagger(source, files, findings.report), files, findings);
  }
  return checkedDocument(source, files, findings);
}

/** @param source - a document of OpenAPI 3 */
async function checkedDocument(source: Source, files: Files, findings: Findings): Promise<LoadResult["document"]> {
  const json = rootObject(source, findings);
  const version = json && readVersionOf(source, json, findings.report);
  if (json === undefined || version === undefined) return undefined;
  const dialect = dialectOf(version);
  const references = await checkAndResolve(source, version, files, findings.report);
  checkPaths(source, json, dialect, findings.report);
  const circles = readCircles(references.resolved, findings.report);
  if (findings.failed) return undefined;
  const bundled = bundle(source, json, references, circles, findings.report);
  const { json: written, locate } = version === "3.2" ? lower(bundled) : bundled;
  return { file: source.file, dialect, omissions: findings.omissions, json: written, locate };
}

function rootObject(source: Source, findings: Findings): JsonObject | undefined {
  if (isObject(source.json)) return source.json;
  const message = `An OpenAPI document is an object, but this file holds ${wordsForValue(source.json)}.`;
  findings.report("document-not-object", source, "", message, "Name the file of an OpenAPI document.");
  return undefined;
}
