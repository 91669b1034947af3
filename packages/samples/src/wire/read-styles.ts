import type { ParameterStyle } from "@facsimile/document";
import type { Pair } from "./pair.js";
import { readDeep } from "./read-deep.js";
import type { Read, Shape, StyledParameter, Text } from "./text.js";

/**
 * Reads a value of a path or a header (OpenAPI 3.1.1, 4.8.12.4). Undefined where the text is not in the style. `read` may throw URIError.
 */
export function readStyledText(
  { name, style, explode }: StyledParameter,
  shape: Shape,
  text: string,
  read: Read,
): Text | undefined {
  if (style === "label") {
    return text.startsWith(".") ? readPieces(text.slice(1), shape, explode, explode ? "." : ",", read) : undefined;
  }
  if (style !== "matrix") return readPieces(text, shape, explode, ",", read);
  if (!text.startsWith(";")) return undefined;
  if (shape === "object" && explode) return readPieces(text.slice(1), shape, true, ";", read);
  const pieces = text.slice(1).split(";");
  if (!pieces.every((piece) => piece.startsWith(`${name}=`))) return undefined;
  const values = pieces.map((piece) => piece.slice(name.length + 1));
  if (shape === "array" && explode) return values.map(read);
  return values.length === 1 ? readPieces(values[0] ?? "", shape, false, ",", read) : undefined;
}

/** Splits what stands in one piece of text. */
function readPieces(text: string, shape: Shape, explode: boolean, between: string, read: Read): Text | undefined {
  if (shape === "primitive") return read(text);
  const pieces = text === "" ? [] : text.split(between);
  if (shape === "array") return pieces.map(read);
  return explode ? readAssignments(pieces, read) : readAlternating(pieces.map(read));
}

function readAssignments(pieces: readonly string[], read: Read): Text | undefined {
  const entries = pieces.map((piece) => {
    const [key = "", ...value] = piece.split("=");
    return value.length === 0 ? undefined : ([read(key), read(value.join("="))] as const);
  });
  return entries.includes(undefined) ? undefined : new Map(entries.flatMap((entry) => (entry ? [entry] : [])));
}

/** `R,100,G,200`. */
function readAlternating(pieces: readonly string[]): Text | undefined {
  if (pieces.length % 2 !== 0) return undefined;
  return new Map(pieces.flatMap((key, index) => (index % 2 === 0 ? [[key, pieces[index + 1] ?? ""] as const] : [])));
}

/**
 * Reads a value of a query, a form or a cookie (OpenAPI 3.1.1, 4.8.12.4) from the pairs that belong to it, their names decoded and their values not. Undefined where they are
 * not in the style. `read` may throw URIError.
 */
export function readStyledPairs(
  { name, style, explode }: StyledParameter,
  shape: Shape,
  pairs: readonly Pair[],
  read: Read,
): Text | undefined {
  if (shape === "object" && style === "deepObject") return readDeep(name, pairs, read);
  if (shape === "object" && explode) return new Map(pairs.map(([key, value]) => [key, read(value)]));
  if (shape === "array" && explode) return pairs.map(([, value]) => read(value));
  const [pair, ...more] = pairs;
  if (pair === undefined || more.length > 0) return undefined;
  return readDelimited(style, shape, pair[1], read);
}

/** A delimiter is written as it is by some and percent-encoded by others, and both are understood. */
function readDelimited(style: ParameterStyle, shape: Shape, text: string, read: Read): Text | undefined {
  const between = style === "spaceDelimited" ? /%20|\+| / : style === "pipeDelimited" ? /\||%7C/i : /,|%2C/i;
  if (shape === "primitive") return read(text);
  const pieces = text === "" ? [] : text.split(between).map(read);
  return shape === "array" ? pieces : readAlternating(pieces);
}
