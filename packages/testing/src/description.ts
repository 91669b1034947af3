import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Api,
  buildModel,
  type Document,
  formatDiagnostics,
  type GivenDocument,
  loadDocument,
  type Operation,
} from "@facsimile/document";
import { createValidator, type Validator } from "@facsimile/samples";
import { MockError } from "./mock-error.js";

/** An OpenAPI document: the path or `file:` URL of a file, the name of a generated package, which carries its own, or the document itself as an object. */
export type DocumentSource = string | URL | { readonly [name: string]: unknown };

/** A document, what the generator makes of it, and what holds values against it. */
export interface Description {
  readonly document: Document;
  readonly api: Api;
  readonly validator: Validator;
  /** Where what a JSON pointer names is written: `openapi.yaml:12:7`, or `document#/paths` for one that is in no file. */
  readonly placeOf: (pointer: string) => string;
}

/**
 * Reads a document.
 *
 * @throws MockError where there is no usable document.
 */
export async function describe(source: DocumentSource): Promise<Description> {
  const given = typeof source === "string" || source instanceof URL ? fileOf(source) : documentIn(source);
  const { document, diagnostics, sources } = await loadDocument(given);
  if (document === undefined) throw new MockError(formatDiagnostics(diagnostics, { sources }));
  const { api, diagnostics: found } = buildModel(document);
  if (api === undefined) throw new MockError(formatDiagnostics([...diagnostics, ...found], { sources }));
  const placeOf = (pointer: string): string => {
    const { file, line, column } = document.locate(pointer);
    return typeof given === "string" ? `${file}:${line}:${column}` : `${file}#${pointer}`;
  };
  return { document, api, validator: createValidator(document, api), placeOf };
}

function fileOf(source: string | URL): string {
  if (source instanceof URL) {
    if (source.protocol === "file:") return fileURLToPath(source);
    throw new MockError(`${source.protocol} URLs are not read: fetch the document, and give what its JSON is`);
  }
  return existsSync(source) ? source : carriedBy(source);
}

function documentIn(json: object): GivenDocument {
  try {
    return { name: "document", content: new TextEncoder().encode(JSON.stringify(json, null, 2)) };
  } catch (cause) {
    throw new MockError(
      "the document holds itself, or what is no JSON: give it as it was before its references were resolved",
      {
        cause,
      },
    );
  }
}

function carriedBy(name: string): string {
  try {
    return createRequire(path.resolve("package.json")).resolve(`${name}/openapi.json`);
  } catch {
    throw new MockError(`${name} is neither a file nor an installed package with an openapi.json`);
  }
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
