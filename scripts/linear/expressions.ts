import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { root } from "../repository.js";

/** A regular expression as it is written in the sources, tests aside. */
export interface Expression {
  /** With slashes and flags. */
  readonly literal: string;
  readonly source: string;
  readonly flags: string;
  /** Where it stands: files from the root of the repository, with lines. */
  readonly places: readonly string[];
}

/** Each different regular expression of the packages that are written by hand, in the order of files. */
export function listExpressions(): readonly Expression[] {
  const places = new Map<string, string[]>();
  for (const file of listSources()) {
    for (const { literal, line } of literalsOf(file)) {
      const place = `${path.relative(root, file)}:${line}`;
      places.set(literal, [...(places.get(literal) ?? []), place]);
    }
  }
  return [...places].map(([literal, at]) => ({ ...partsOf(literal), literal, places: at }));
}

function listSources(): readonly string[] {
  const entries = readdirSync(path.join(root, "packages"), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.(?:test|d)\.ts$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => /^packages\/[^/]+\/src\/(?!generated\/)/.test(path.relative(root, file)))
    .sort();
}

function literalsOf(file: string): readonly { readonly literal: string; readonly line: number }[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const found: { readonly literal: string; readonly line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ literal: node.text, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function partsOf(literal: string): Pick<Expression, "source" | "flags"> {
  const end = literal.lastIndexOf("/");
  return { source: literal.slice(1, end), flags: literal.slice(end + 1) };
}
