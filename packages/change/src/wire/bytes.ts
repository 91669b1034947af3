import { type Direction, essence, type SchemaUse } from "@facsimile/document";
import { isSilentKeyword } from "../sets/silent-keywords.js";
import { isAnyText } from "../sets/texts.js";
import type { Edition } from "./edition.js";

/** Whether bodies of a media type are nothing but bytes to OpenAPI. */
export function isBytes(type: string): boolean {
  const known = /^(?:image|audio|video|font)\/(?!.*\+xml$)|^application\/(?:octet-stream|pdf|zip|gzip)$/;
  return known.test(essence(type));
}

/**
 * Whether a schema says of such a body that it is bytes, and no more: the texts of OpenAPI 3.0 with `format: binary`, and none or one that allows anything since 3.1
 * ("Working with Binary Data"). Text in base64 is something else.
 */
export function allowsAnyBytes({ shapes }: Edition, use: SchemaUse, direction: Direction): boolean {
  const parts = shapes[direction].parts(use);
  const isEncoded = parts.some(({ keywords }) => keywords.format === "byte" || keywords.contentEncoding !== undefined);
  const shape = shapes[direction].of(use);
  const isUnbound = parts.every(({ keywords }) => Object.keys(keywords).every(isSilent));
  return !isEncoded && (isUnbound || (shape.size === 1 && isAnyText(shape)));
}

function isSilent(keyword: string): boolean {
  return isSilentKeyword(keyword) || keyword === "format" || keyword === "contentMediaType";
}
