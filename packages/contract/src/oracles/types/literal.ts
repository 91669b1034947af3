import type { Path } from "@facsimile/samples";
import { isMadeObject, type Made } from "@facsimile/samples";

/** A value as TypeScript writes it, and which part of it stands where. */
export interface Literal {
  readonly text: string;
  /** The innermost part that is written at an offset of the text. */
  partAt(offset: number): Path;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly path: Path;
}

export function literalOf(value: Made): Literal {
  const spans: Span[] = [];
  const text = write(value, [], 0, spans);
  return {
    text,
    partAt: (offset) => spans.findLast(({ start, end }) => start <= offset && offset < end)?.path ?? [],
  };
}

/** Outer parts come first in `spans`. */
function write(value: Made, path: Path, start: number, spans: Span[]): string {
  if (Array.isArray(value))
    return writeAll(
      "[",
      "]",
      [...value.entries()].map(([index, item]) => ["", index, item]),
      path,
      start,
      spans,
    );
  if (value instanceof Blob) return "new Blob()";
  if (!isMadeObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, part]) => [`${keyOf(name)}: `, name, part] as const);
  return writeAll("{ ", " }", members, path, start, spans);
}

type Member = readonly [label: string, step: string | number, value: Made];

function writeAll(
  open: string,
  close: string,
  members: readonly Member[],
  path: Path,
  start: number,
  spans: Span[],
): string {
  let text = open;
  for (const [index, [label, step, value]] of members.entries()) {
    const separator = index === 0 ? "" : ", ";
    const begin = start + text.length + separator.length;
    // Its place among the spans comes before those of what is inside it.
    const place = spans.push({ start: begin, end: begin, path: [...path, step] }) - 1;
    const written = `${label}${write(value, [...path, step], begin + label.length, spans)}`;
    spans[place] = { start: begin, end: begin + written.length, path: [...path, step] };
    text += `${separator}${written}`;
  }
  return text + close;
}

/** `"__proto__": …` would be no property. */
function keyOf(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : JSON.stringify(name);
}
