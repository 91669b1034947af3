import { isJson, toJson } from "./json.js";
import { type Place, refuse } from "./refuse.js";

/** A member of a value: an array's item, or an object's name and text. */
export type Member = string | readonly [name: string, text: string];

/** Reads a value that a style writes: one text, or its members, without those that are null or undefined (RFC 6570 2.3). */
export function readValue(place: Place, value: unknown): string | readonly Member[] {
  if (Array.isArray(value)) return value.filter(isDefined).map((item) => readText(place, item));
  if (!isPlainObject(value)) return readText(place, value);
  return Object.entries(value).flatMap(([name, member]) =>
    isDefined(member) ? [[name, readText(place, member)] as const] : [],
  );
}

/** The text of a string, finite number, boolean, bigint or valid date (ISO 8601, UTC). */
export function readText(place: Place, value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean" || typeof value === "bigint" || Number.isFinite(value)) return String(value);
  if (value instanceof Date) return value.toISOString();
  return refuse(place, "is no text, finite number, boolean or date");
}

/** The text of a value that is written as a media type instead of in a style. */
export function readContent(place: Place, mediaType: string, value: unknown): string {
  return isJson(mediaType) ? toJson(value) : readText(place, value);
}

/** Writes each member: `name=text` when exploded, else names and texts in turn. */
export function writeMembers(
  members: readonly Member[],
  explode: boolean,
  encode: (text: string) => string,
  nameItem: (text: string) => string = (text) => text,
): string[] {
  return members.flatMap((member) => {
    if (typeof member === "string") return nameItem(encode(member));
    return explode ? member.map(encode).join("=") : member.map(encode);
  });
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  // The second half is true for an object of another realm (a frame, a vm context) as well.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

export function isDefined(value: unknown): boolean {
  return value !== undefined && value !== null;
}

export function isBytes(value: unknown): value is ArrayBuffer | Uint8Array {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
