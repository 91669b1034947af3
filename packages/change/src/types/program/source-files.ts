import type ts from "typescript";
import type { TypeScript } from "./compiler.js";

/** The compiler's libraries, which are the same for every package: large, and read once. */
const libraries = new Map<string, ts.SourceFile>();

export function parseLibrary(ts: TypeScript, path: string, read: () => string | undefined): ts.SourceFile | undefined {
  const known = libraries.get(path);
  const text = known === undefined ? read() : undefined;
  if (text === undefined) return known;
  const file = parse(ts, path, text);
  libraries.set(path, file);
  return file;
}

/** Doc comments are not parsed: the few that matter are read as text. */
export function parse(ts: TypeScript, path: string, text: string): ts.SourceFile {
  const options = { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
  return ts.createSourceFile(path, text, options);
}
