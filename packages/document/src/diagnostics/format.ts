import type { Diagnostic } from "./diagnostic.js";
import { excerpt, visible } from "./excerpt.js";
import { pageOf } from "./page.js";

export interface FormatOptions {
  /** The texts of the files, by the names that the diagnostics give: `LoadResult.sources`. Without one, no line of it is shown. */
  readonly sources?: ReadonlyMap<string, string>;
  /** Colours for a terminal. Default: none. */
  readonly color?: boolean;
}

/**
 * Diagnostics for people, one paragraph each, with an empty line between them and none at the end. Empty for no diagnostics.
 *
 *     specs/a.yaml:12:5 error operation-id-missing
 *       The operation GET /users has no operationId, so that its function has no name.
 *         12 |     get:
 *            |     ^
 *       Fix: Add an operationId such as listUsers, and never change it again.
 *       at /paths/~1users/get, see docs/diagnostics/operation-id-missing.md
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], options: FormatOptions = {}): string {
  const paint = options.color === true ? painters : plain;
  const linesOf = splitOnce(options.sources ?? new Map());
  return diagnostics.map((diagnostic) => formatOne(diagnostic, paint, linesOf(diagnostic.file))).join("\n\n");
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
    `  ${paint.faint(`${pointer ? `at ${visible(pointer)}, ` : ""}see ${pageOf(code)}`)}`,
  ].join("\n");
}

/** The lines of each file, split when the first of them is needed. */
function splitOnce(sources: ReadonlyMap<string, string>): (file: string) => readonly string[] {
  const split = new Map<string, readonly string[]>();
  return (file) => {
    const lines = split.get(file) ?? (sources.get(file) ?? "").split(/\r\n|\r|\n/);
    split.set(file, lines);
    return lines;
  };
}

type Painters = Readonly<Record<"strong" | "faint" | Diagnostic["severity"], (text: string) => string>>;

/** Select Graphic Rendition (ECMA-48, 8.3.117). */
const sgr = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;

const painters: Painters = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  error: sgr(31, 39),
  warning: sgr(33, 39),
};

const unchanged = (text: string): string => text;

const plain: Painters = { strong: unchanged, faint: unchanged, error: unchanged, warning: unchanged };
