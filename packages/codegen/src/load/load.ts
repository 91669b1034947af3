import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type DiagnosticCode, diagnosticKinds } from "../diagnostics/registry.js";
import type { Document, JsonObject, LoadResult } from "./document.js";
import { Lines } from "./lines.js";
import { isObject } from "./object.js";
import { parse } from "./parse.js";
import { readText } from "./read-text.js";
import type { Source } from "./source.js";

/** Reads an OpenAPI document. What is wrong with it is in the diagnostics; nothing is thrown. */
export async function loadDocument(file: string): Promise<LoadResult> {
  const read = await readText(resolve(file));
  if (!("text" in read)) return failure([whole(file, read.code, read.message, read.fix)]);
  const sources = new Map([[file, read.text]]);
  const { source, problems } = parse(file, read.text);
  if (source === undefined) {
    const lines = new Lines(read.text);
    const diagnostics = problems.map(({ code, offset, message, fix }) => {
      return {
        code,
        severity: diagnosticKinds[code].severity,
        message,
        fix,
        file,
        position: lines.positionAt(offset),
        pointer: undefined,
      };
    });
    return { document: undefined, diagnostics, sources };
  }
  const json = source.json;
  if (!isObject(json)) return { document: undefined, diagnostics: [], sources };
  return { document: documentOf(source, json), diagnostics: [], sources };
}
function failure(diagnostics: readonly Diagnostic[]): LoadResult {
  return { document: undefined, diagnostics, sources: new Map() };
}

function whole(file: string, code: DiagnosticCode, message: string, fix: string): Diagnostic {
  return {
    code,
    severity: diagnosticKinds[code].severity,
    message,
    fix,
    file,
    position: undefined,
    pointer: undefined,
  };
}

function documentOf(source: Source, json: JsonObject): Document {
  const dialect = String(json.openapi).startsWith("3.0") ? "3.0" : "3.1";
  return { file: source.file, dialect, json, locate: (pointer) => ({ file: source.file, ...source.locate(pointer) }) };
}
