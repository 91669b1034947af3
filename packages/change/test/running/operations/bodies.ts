import { essence, isJson, type Json } from "@facsimile/document";
import { languageOf } from "../bodies/languages.js";
import { concrete } from "../bodies/media-types.js";
import type { SentBody, WireBody } from "../bodies/wire-body.js";
import type { RandomValues } from "../random-values.js";
import { sentValue } from "./edition.js";
import { isScalar } from "./written.js";

/** A body that was made, and what is meant by it. */
export interface MadeBody {
  readonly sent: SentBody;
  readonly value: Json;
}

/** Whether bodies of a media type are made and read here. */
export function isRead(mediaType: string): boolean {
  return isJson(mediaType) || isText(mediaType) || languageOf(mediaType) !== undefined;
}

/** A body that an edition allows. Undefined where no value of it was hit upon. */
export function makeBody(body: WireBody, random: RandomValues, preferred: Json | undefined): MadeBody | undefined {
  const { edition, media, direction, type } = body;
  const language = languageOf(type);
  const isWritable = (value: Json): boolean =>
    language === undefined ? isPlain(type, value, direction) : language.isWritable(body, value);
  const value = sentValue(edition.subject(media, direction), random, isWritable, preferred);
  if (value === undefined) return undefined;
  const written = { ...body, type: concrete(type) };
  const sent = language?.write(written, value, random) ?? { header: type, text: textOf(type, value) };
  return { sent, value };
}

export function isText(mediaType: string): boolean {
  return essence(mediaType).startsWith("text/") && languageOf(mediaType) === undefined && !isJson(mediaType);
}

/** Prism takes a body of no bytes, and `null`, `false` and `0`, for none. */
function isPlain(type: string, value: Json, direction: WireBody["direction"]): boolean {
  if (isText(type)) return typeof value === "string" && isScalar(value);
  return direction === "response" || (value !== null && value !== "" && value !== false && value !== 0);
}

function textOf(type: string, value: Json): string {
  return isText(type) ? String(value) : JSON.stringify(value);
}

/** The value of an answer. Undefined where nothing here reads it. */
export function readBody(mediaType: string, text: string): Json | undefined {
  if (isText(mediaType)) return text;
  if (!isJson(mediaType)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
