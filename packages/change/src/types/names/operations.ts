import { pathShape } from "@facsimile/document";
import type ts from "typescript";
import type { TypeProgram } from "../program/type-program.js";
import { type Export, isOfOperations } from "./exports.js";

/** A function of a package that sends a request. */
export interface OperationFunction {
  readonly name: string;
  /** `GET /users/{id}`. */
  readonly request: string;
  readonly symbol: ts.Symbol;
  readonly declaration: ts.Declaration;
}

/** The functions of a package: what says in its doc comment which request it sends. In the order of the package. */
export function readOperations({ ts }: TypeProgram, exports: readonly Export[]): readonly OperationFunction[] {
  return exports.filter(isOfOperations).flatMap(({ name, symbol, declaration }) => {
    if (declaration === undefined || !ts.isFunctionDeclaration(declaration)) return [];
    const request = requestOf(leadingComment(ts, declaration));
    return request === undefined ? [] : [{ name, request, symbol, declaration }];
  });
}

function leadingComment(ts: TypeProgram["ts"], node: ts.Node): string {
  const { text } = node.getSourceFile();
  const ranges = ts.getLeadingCommentRanges(text, node.pos) ?? [];
  const last = ranges.at(-1);
  return last === undefined ? "" : text.slice(last.pos, last.end);
}

/** The request stands on a line of its own, after what the document says of the operation and before its statuses and parameters. */
function requestOf(comment: string): string | undefined {
  const lines = comment.split("\n").map((line) => line.replace(/^\s*\* ?/, ""));
  const end = lines.findIndex((line) => line.startsWith("@param"));
  const stated = lines.slice(0, end < 0 ? undefined : end);
  const found = stated.findLast((line) => /^`[A-Z]+ \/[^`]*`/.test(line));
  return found === undefined ? undefined : /^`([^`]*)`/.exec(found)?.[1];
}

/** The new names of the path parameters of a request, where nothing but names has changed. */
export function renamedParameters(old: string, next: string): ReadonlyMap<string, string> {
  const [before, after] = [namesIn(old), namesIn(next)];
  const known = new Set([...before].filter((name) => after.includes(name)));
  if (pathShape(old) !== pathShape(next)) return new Map();
  return new Map(
    before.flatMap((name, index): [string, string][] => {
      const other = after[index];
      return other === undefined || known.has(name) || known.has(other) ? [] : [[name, other]];
    }),
  );
}

function namesIn(request: string): readonly string[] {
  return [...request.matchAll(/\{([^{}]*)\}/g)].map(([, name = ""]) => name);
}
