import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import {
  type Api,
  buildModel,
  type Document,
  formatDiagnostics,
  loadDocument,
  type Operation,
} from "@facsimile/document";
import { createValidator, type Validator } from "@facsimile/samples";
import { MockError } from "./mock-error.js";

/** A document, what the generator makes of it, and what holds values against it. */
export interface Description {
  readonly document: Document;
  readonly api: Api;
  readonly validator: Validator;
}

/**
 * Reads a document.
 *
 * @param source The path of a file, or the name of a generated package, which carries its document.
 * @throws MockError where there is no usable document.
 */
export async function describe(source: string): Promise<Description> {
  const { document, diagnostics, sources } = await loadDocument(existsSync(source) ? source : carriedBy(source));
  if (document === undefined) throw new MockError(formatDiagnostics(diagnostics, { sources }));
  const { api, diagnostics: found } = buildModel(document);
  if (api === undefined) throw new MockError(formatDiagnostics([...diagnostics, ...found], { sources }));
  return { document, api, validator: createValidator(document, api) };
}

function carriedBy(name: string): string {
  try {
    return createRequire(path.resolve("package.json")).resolve(`${name}/openapi.json`);
  } catch {
    throw new MockError(`${name} is neither a file nor an installed package with an openapi.json`);
  }
}

/** `openapi.yaml:12:7`, where what a JSON pointer names is written. */
export function placeOf({ document }: Description, pointer: string): string {
  const { file, line, column } = document.locate(pointer);
  return `${file}:${line}:${column}`;
}

/** Those that share the most letters first. */
export function byNearness(names: readonly string[], name: string): readonly string[] {
  const pairs = new Set([...name.toLowerCase()].map((letter, index, all) => `${letter}${all[index + 1]}`));
  const shared = (other: string): number => [...pairs].filter((pair) => other.toLowerCase().includes(pair)).length;
  return [...names].sort((one, other) => shared(other) - shared(one));
}

/** @throws MockError for one that the document does not have. */
export function operationOf(description: Description, id: string): Operation {
  const { operations } = description.api;
  const found = operations.find((one) => one.id === id);
  if (found) return found;
  const [nearest] = byNearness(
    operations.map((one) => one.id),
    id,
  );
  throw new MockError(`${description.document.file} has no operation ${id}; the nearest is ${nearest}`);
}
