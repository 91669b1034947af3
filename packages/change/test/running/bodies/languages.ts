import { type Direction, essence, isJson, type Json, type JsonObject } from "@facsimile/document";
import type { RunningEdition } from "../operations/edition.js";
import { bytes, isBytesType } from "./bytes.js";
import { typeFor } from "./media-types.js";
import { multipart } from "./multipart.js";
import { knownTree, treeOf } from "./trees.js";
import { urlencoded } from "./urlencoded.js";
import { type BodyLanguage, type SentBody, Unreadable, type WireBody } from "./wire-body.js";
import { xml } from "./xml.js";

/** Undefined for media types that are read elsewhere, or nowhere. */
export function languageOf(type: string): BodyLanguage | undefined {
  const name = essence(type);
  if (isJson(type)) return undefined;
  if (name === "application/x-www-form-urlencoded") return urlencoded;
  if (name.startsWith("multipart/")) return multipart;
  if (/[/+]xml$/.test(name)) return xml;
  return isBytesType(type) ? bytes : undefined;
}

/** A body that was sent, and what was meant by it. */
export interface MeantBody {
  readonly sent: SentBody;
  readonly meant: Json;
}

/** Why a body is none that an edition describes. Undefined where it is one, and is read as it was meant. */
export function whyMisread(
  edition: RunningEdition,
  content: JsonObject,
  { sent, meant }: MeantBody,
  direction: Direction,
): string | undefined {
  const type = typeFor(content, sent.header);
  const media = type === undefined ? undefined : edition.followed(content[type] ?? {});
  const language = type === undefined ? undefined : languageOf(sent.header);
  if (type === undefined || media === undefined || language === undefined) return `a body of ${sent.header}`;
  try {
    return misreading({ edition, media, direction, type }, language, { sent, meant });
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

function misreading(body: WireBody, language: BodyLanguage, { sent, meant: value }: MeantBody): string | undefined {
  const meant = language.takenAs?.(body, value) ?? value;
  const schema = body.media.schema ?? {};
  const read = knownTree(body.edition, schema, language.read(body, sent, meant));
  const expected = knownTree(body.edition, schema, treeOf(meant));
  if (JSON.stringify(read) !== JSON.stringify(expected))
    return `read as ${JSON.stringify(read)}, meant was ${JSON.stringify(expected)}`;
  const { judge } = body.edition.subject(body.media, body.direction);
  return language.readings(body, meant).some((reading) => judge.allows(reading))
    ? undefined
    : `not allowed: ${JSON.stringify(meant)}`;
}
