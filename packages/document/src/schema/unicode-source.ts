import { withoutCaseFlag } from "./ignoring-case.js";

/**
 * The source of a regular expression with the flag `u`. Documents are often written for engines without it, which take `\_` for `_`, `[\w-.]` for `[\w\-.]`
 * and a lone `{` or `]` for itself: what the flag refuses of that is written as it has it; and so is
 * the flag `(?i)`. Undefined for what is no regular expression even so.
 */
export function unicodeSource(written: string): string | undefined {
  if (isExpression(written)) return written;
  const source = withoutCaseFlag(written);
  const isForeign = source.match(pieces)?.some(goesOn) ?? false;
  const rewritten = source.replace(pieces, (piece) => (isForeign && piece === "]" ? piece : rewrite(piece)));
  return isExpression(rewritten) ? rewritten : undefined;
}

function isExpression(source: string): boolean {
  try {
    return new RegExp(source, "u").source !== undefined;
  } catch {
    return false;
  }
}

/**
 * A class, what belongs together in braces, an escape, a brace or a bracket that belongs to nothing. None is looked for twice from the same place. `{,3}`, of
 * which other engines make something else, stays.
 */
const pieces = /\[(?:\\.|[^\]\\])*\]?|\\[pPu]\{[^}\\]*\}|\\.|\{\d*(?:,\d*)?\}|[{}\]]/gsu;

/** Whether a class goes on behind its end in other engines, to the next lone `]`: `[]a]`, `[[:alpha:]]`. */
function goesOn(piece: string): boolean {
  return piece.startsWith("[") && (/^\[\^?\]$/.test(piece) || piece.slice(1).replace(/\\./gsu, "").includes("["));
}

function rewrite(piece: string): string {
  if (piece.startsWith("[")) return piece.replace(/\\.|-/gsu, (part, at: number) => rewriteInClass(piece, part, at));
  if (piece.startsWith("\\")) return rewriteEscape(piece);
  return piece.length === 1 ? `\\${piece}` : piece;
}

/** `\d` and its like: a range neither begins nor ends with one. */
const set = /^\\[dDsSwW]/;

function rewriteInClass(piece: string, part: string, at: number): string {
  if (part !== "-") return part === "\\-" ? part : rewriteEscape(part);
  return set.test(piece.slice(at - 2, at)) || set.test(piece.slice(at + 1, at + 3)) ? "\\-" : part;
}

/** A backslash stays before a letter or a digit, of which other engines make something else, and where the flag takes it. */
function rewriteEscape(piece: string): string {
  return /^\\[a-z\d^$\\.*+?()[\]{}|/]/i.test(piece) ? piece : piece.slice(1);
}
