import type { ParameterStyle } from "@facsimile/document";
import type { Pair } from "@facsimile/samples/wire";

/** How one piece of a value is written: percent-encoded where a request is made, as it is where one is compared. */
export type Write = (text: string) => string;

interface StyledValue {
  readonly name: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly value: unknown;
}

/** A value in a path or in a header (OpenAPI 3.1.1, 4.8.12.4): styles `simple`, `label` and `matrix`. */
export function styledText({ name, style, explode, value }: StyledValue, write: Write): string {
  if (style === "label") return joined(value, explode, write, { before: ".", between: explode ? "." : "," });
  if (style !== "matrix") return joined(value, explode, write, { before: "", between: "," });
  if (!isComposite(value)) return `;${name}=${write(String(value))}`;
  if (!explode) return `;${name}=${joined(value, false, write, { before: "", between: "," })}`;
  const pieces = Array.isArray(value)
    ? value.map((item) => `${name}=${write(String(item))}`)
    : assignments(value, write);
  return pieces.map((piece) => `;${piece}`).join("");
}

/** A value in a query or a cookie: styles `form`, `spaceDelimited`, `pipeDelimited` and `deepObject`. */
export function styledPairs({ name, style, explode, value }: StyledValue, write: Write): Pair[] {
  if (!isComposite(value)) return [[write(name), write(String(value))]];
  // A list or an object with nothing in it is as if it were not given (RFC 6570, 2.3).
  if (Object.keys(value).length === 0) return [];
  if (style === "deepObject") return deepPairs(name, value, write);
  if (explode) {
    if (Array.isArray(value)) return value.map((item) => [write(name), write(String(item))]);
    return Object.entries(value).map(([key, item]) => [write(key), write(String(item))]);
  }
  const between = style === "spaceDelimited" ? write(" ") : style === "pipeDelimited" ? "|" : ",";
  return [[write(name), flatPieces(value, write).join(between)]];
}

/** Names in brackets, as deep as there are objects; a list repeats its name, with items that are objects as JSON, for which nobody states a form. */
function deepPairs(name: string, value: object, write: Write): Pair[] {
  if (Array.isArray(value))
    return value.map((item) => [write(name), write(isComposite(item) ? JSON.stringify(item) : String(item))]);
  return Object.entries(value).flatMap(([key, item]): Pair[] => {
    const inner = `${name}[${key}]`;
    return isComposite(item) ? deepPairs(inner, item, write) : [[write(inner), write(String(item))]];
  });
}

function joined(value: unknown, explode: boolean, write: Write, marks: { before: string; between: string }): string {
  if (!isComposite(value)) return `${marks.before}${write(String(value))}`;
  const pieces = explode && !Array.isArray(value) ? assignments(value, write) : flatPieces(value, write);
  return `${marks.before}${pieces.join(marks.between)}`;
}

function flatPieces(value: object, write: Write): string[] {
  const pieces: unknown[] = Array.isArray(value) ? value : Object.entries(value).flat();
  return pieces.map((piece) => write(String(piece)));
}

function assignments(value: object, write: Write): string[] {
  return Object.entries(value).map(([key, item]) => `${write(key)}=${write(String(item))}`);
}

function isComposite(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
