import type { Diagnostic } from "./diagnostic.js";
import { excerpt, visible } from "./excerpt.js";
import type { Severity } from "./severity.js";

export interface FormatOptions {
  /** The texts of the files, by the names that the diagnostics give: `LoadResult.sources`. Without one, no line of it is shown. */
  readonly sources?: ReadonlyMap<string, string>;
  /** Colours for a terminal. Default: none. */
  readonly color?: boolean;
  /** Shows every finding, however many have the same code. Default: five of a code, and how many more there are. */
  readonly all?: boolean;
}

/** Findings of one code that are shown before the others are only counted. */
const mostOfAKind = 5;

/**
 * Diagnostics for people, one paragraph each, with an empty line between them and none at the end. Empty for no diagnostics.
 *
 *     specs/a.yaml:12:5 error operation-id-missing
 *       The operation GET /users has no operationId, so that its function has no name.
 *         12 |     get:
 *            |     ^
 *       Fix: Add an operationId such as listUsers, and never change it again.
 *       at /paths/~1users/get, see facsimile explain operation-id-missing
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: FormatOptions = {}): string {
  const paint = options.color === true ? painters : plain;
  const linesOf = splitOnce(options.sources ?? new Map());
  const { shown, further } = fold(diagnostics, options.all === true);
  return shown
    .map((diagnostic) => {
      const text = formatOne(diagnostic, paint, linesOf(diagnostic.file));
      const more = further.get(diagnostic);
      return more === undefined ? text : `${text}\n  ${paint.faint(`… and ${more} more like it: --all shows them`)}`;
    })
    .join("\n\n");
}

/** The first findings of each code in each file, and how many follow the last one of them that is shown. */
function fold(
  diagnostics: readonly Diagnostic[],
  all: boolean,
): { readonly shown: readonly Diagnostic[]; readonly further: ReadonlyMap<Diagnostic, number> } {
  if (all) return { shown: diagnostics, further: new Map() };
  const byCode = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const same = byCode.get(diagnostic.code);
    if (same === undefined) byCode.set(diagnostic.code, [diagnostic]);
    else same.push(diagnostic);
  }
  const further = new Map<Diagnostic, number>();
  const hidden = new Set<Diagnostic>();
  for (const same of byCode.values()) {
    const last = same[mostOfAKind - 1];
    if (last === undefined || same.length === mostOfAKind) continue;
    further.set(last, same.length - mostOfAKind);
    for (const one of same.slice(mostOfAKind)) hidden.add(one);
  }
  return { shown: diagnostics.filter((diagnostic) => !hidden.has(diagnostic)), further };
}

function formatOne(diagnostic: Diagnostic, paint: Painters, lines: readonly string[]): string {
  const { code, severity, file, position, pointer } = diagnostic;
  const place = position === undefined ? file : `${file}:${position.line}:${position.column}`;
  const shown = position === undefined ? [] : excerpt(lines, position);
  return [
    `${paint.strong(visible(place))} ${paint[severity](severity)} ${code}`,
    `  ${visible(diagnostic.message)}`,
    ...shown.map((line) => `    ${paint.faint(line)}`),
    `  Fix: ${visible(diagnostic.fix)}`,
    `  ${paint.faint(`${pointer ? `at ${visible(pointer)}, ` : ""}see facsimile explain ${code}`)}`,
  ].join("\n");
}

/** The lines of each file, split when the first of them is needed. */
function splitOnce(sources: ReadonlyMap<string, string>): (file: string) => readonly string[] {
  const split = new Map<string, readonly string[]>();
  return (file) => {
    const lines = split.get(file) ?? splitLines(sources.get(file) ?? "");
    split.set(file, lines);
    return lines;
  };
}

function splitLines(text: string): readonly string[] {
  // Much faster than by an expression.
  return text.includes("\r") ? text.split(/\r\n|\r|\n/) : text.split("\n");
}

type Painters = Readonly<Record<"strong" | "faint" | Severity, (text: string) => string>>;

/** Select Graphic Rendition (ECMA-48, 8.3.117). */
const sgr = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;

const painters: Painters = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  error: sgr(31, 39),
  omission: sgr(35, 39),
  warning: sgr(33, 39),
};

const unchanged = (text: string): string => text;

const plain: Painters = {
  strong: unchanged,
  faint: unchanged,
  error: unchanged,
  omission: unchanged,
  warning: unchanged,
};
