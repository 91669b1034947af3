import { isObject, type Json, type ParameterStyle } from "@facsimile/document";

/** A value of a parameter by the style that its edition names. */
export interface Written {
  readonly name: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly value: Json;
}

type Write = (text: string) => string;

/** Whether a value has a text in every style: a scalar with some text, or a list or an object of such. */
export function isWritable(value: Json): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isScalar);
  return isObject(value) ? Object.keys(value).length > 0 && Object.values(value).every(isScalar) : isScalar(value);
}

/** Commas and the like part values, and headers carry ASCII alone. */
export function isScalar(value: Json): boolean {
  return value !== null && typeof value !== "object" && /^[\w-][\w.-]*$/.test(String(value));
}

/** A value in a path or a header (OpenAPI 3.1.1, 4.8.12.4). */
export function textOf({ name, style, explode, value }: Written, write: Write): string {
  const pieces = piecesOf(value, explode, write);
  if (style === "label") return `.${pieces.join(explode ? "." : ",")}`;
  if (style !== "matrix") return pieces.join(",");
  if (!explode || typeof value !== "object") return `;${name}=${pieces.join(",")}`;
  return pieces.map((piece) => `;${Array.isArray(value) ? `${name}=${piece}` : piece}`).join("");
}

/** A value in a query or a cookie (OpenAPI 3.1.1, 4.8.12.4), as pairs that are joined with `=`. */
export function pairsOf({ name, style, explode, value }: Written, write: Write): readonly string[] {
  if (style === "deepObject" && isObject(value))
    return Object.entries(value).map(([key, part]) => `${write(`${name}[${key}]`)}=${write(String(part))}`);
  const pieces = piecesOf(value, explode, write);
  if (explode && isObject(value)) return pieces;
  if (explode) return pieces.map((piece) => `${name}=${piece}`);
  const between = { spaceDelimited: "%20", pipeDelimited: "%7C" }[style as string] ?? ",";
  return [`${name}=${pieces.join(between)}`];
}

function piecesOf(value: Json, explode: boolean, write: Write): readonly string[] {
  if (Array.isArray(value)) return value.map((part) => write(String(part)));
  if (!isObject(value)) return [write(String(value))];
  const entries = Object.entries(value).map(([key, part]) => [write(key), write(String(part))]);
  return explode ? entries.map((entry) => entry.join("=")) : entries.flat();
}
