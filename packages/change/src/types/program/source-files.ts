import type ts from "typescript";
import type { TypeScript } from "./compiler.js";

interface Parsed {
  readonly text: string;
  readonly file: ts.SourceFile;
}

/** The compiler's libraries and the runtime's declarations, which are the same for every package. */
const parsed = new Map<string, Parsed>();

/** A file as it was parsed before, if it is one that all packages share and has not changed since. */
export function parseShared(ts: TypeScript, path: string, text: string): ts.SourceFile {
  const known = parsed.get(path);
  if (known?.text === text) return known.file;
  const file = parse(ts, path, text);
  parsed.set(path, { text, file });
  return file;
}

/** Doc comments are not parsed: the few that matter are read as text. */
export function parse(ts: TypeScript, path: string, text: string): ts.SourceFile {
  const options = { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  return ts.createSourceFile(path, text, options);
}
