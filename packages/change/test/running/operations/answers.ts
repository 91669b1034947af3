import { essence, isObject, type Json, type JsonObject } from "@facsimile/document";
import { languageOf, whyMisread } from "../bodies/languages.js";
import { concrete, typeFor } from "../bodies/media-types.js";
import type { SentBody } from "../bodies/wire-body.js";
import type { Judge } from "../judging.js";
import type { RandomValues } from "../random-values.js";
import { isRead, isText, makeBody } from "./bodies.js";
import { type Operation, type RunningEdition, sentValue } from "./edition.js";
import type { Making } from "./requests.js";
import { isWritable } from "./written.js";

/** An answer before it is written. */
export interface MadeAnswer {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, Json>;
  readonly body: AnswerBody | undefined;
  /** The media type that the caller asked for, of those that the old edition has for this status. */
  readonly asked?: string | undefined;
}

interface AnswerBody {
  readonly mediaType: string;
  readonly value: Json;
  /** As it is written, where that is neither JSON nor a text. */
  readonly sent?: SentBody;
}

interface Described {
  readonly headers: JsonObject;
  readonly content: JsonObject;
}

/** Both editions of an operation: the one that answers, and the one that the caller knows. */
export interface Known {
  readonly answering: Operation;
  readonly known: Operation;
}

/** An answer that an edition allows, to a caller that asks for a media type of the edition that it knows. Undefined where none was hit upon. */
export function makeAnswer(
  edition: RunningEdition,
  { answering, known }: Known,
  { random, preferred }: Making,
): MadeAnswer | undefined {
  if (answering.responses.length === 0) return undefined;
  const { status: stated, pointer } = random.pick(answering.responses);
  const status = statusOf(stated, answering);
  const response = describedAt(edition, pointer);
  const headers = headersOf(edition, response, { random, preferred });
  const types = Object.entries(response.content).filter(([name]) => isRead(name));
  if (headers === undefined || types.length < Object.keys(response.content).length) return undefined;
  if (types.length === 0) return { status, headers, body: undefined };
  const asked = askedOf(known, status, random);
  const key = typeFor(response.content, asked ?? "") ?? random.pick(types)[0];
  const mediaType = key.includes("*") ? (asked ?? concrete(key)) : key;
  const made = makeBody(
    { edition, media: edition.followed(response.content[key] ?? {}), direction: "response", type: mediaType },
    random,
    preferred,
  );
  if (made === undefined) return undefined;
  const sent = languageOf(mediaType) === undefined ? {} : { sent: made.sent };
  return { status, headers, body: { mediaType, value: made.value, ...sent }, asked };
}

/** Whether an edition has the media type of an answer for its status, or none at all. */
export function readsTypeOf(known: Operation, { status, body }: MadeAnswer): boolean {
  const { content = [] } = known.responses.find((one) => one.status === keyFor(status, known)) ?? {};
  return (
    body === undefined || content.length === 0 || content.some(({ name }) => essence(name) === essence(body.mediaType))
  );
}

function askedOf(known: Operation, status: number, random: RandomValues): string | undefined {
  const { content = [] } = known.responses.find((one) => one.status === keyFor(status, known)) ?? {};
  return content.length === 0 ? undefined : concrete(essence(random.pick(content).name));
}

function isHeaderText(value: Json): boolean {
  return typeof value !== "object" && isWritable(value);
}

function headersOf(
  edition: RunningEdition,
  response: Described,
  { random, preferred }: Making,
): ReadonlyMap<string, Json> | undefined {
  const headers = new Map<string, Json>();
  for (const [name, header] of Object.entries(response.headers)) {
    if (!isObject(header)) continue;
    const value = sentValue(edition.subject(header, "response"), random, isHeaderText, preferred);
    if (value === undefined && header.required === true) return undefined;
    if (value !== undefined && (header.required === true || random.chance(2))) headers.set(name.toLowerCase(), value);
  }
  return headers;
}

/** A status that the response stands for, and no other one. */
function statusOf(key: string, operation: Operation): number {
  const candidates = /^\dXX$/.test(key) ? [0, 6, 17, 42].map((more) => Number(key[0]) * 100 + more) : [503, 418, 599];
  return /^\d+$/.test(key) ? Number(key) : (candidates.find((status) => keyFor(status, operation) === key) ?? 599);
}

function keyFor(status: number, { responses }: Operation): string | undefined {
  const keys = new Set(responses.map((response) => response.status));
  return [String(status), `${String(status)[0]}XX`, "default"].find((key) => keys.has(key));
}

function describedAt(edition: RunningEdition, pointer: string): Described {
  const { headers, content } = edition.at(pointer);
  return {
    headers: isObject(headers) ? resolved(edition, headers, `${pointer}/headers`) : {},
    content: isObject(content) ? content : {},
  };
}

function resolved(edition: RunningEdition, headers: JsonObject, pointer: string): JsonObject {
  const names = Object.keys(headers).filter((name) => name.toLowerCase() !== "content-type");
  return Object.fromEntries(
    names.map((name) => [name, edition.at(`${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`)]),
  );
}

/** Why an answer is none that an edition allows. Undefined where it is one, by the conventions of docs/changes.md. */
export function refusalOf(edition: RunningEdition, operation: Operation, answer: MadeAnswer): string | undefined {
  const key = keyFor(answer.status, operation);
  const response = operation.responses.find(({ status }) => status === key);
  if (response === undefined) return answer.status < 400 ? `status ${answer.status}` : undefined;
  const described = describedAt(edition, response.pointer);
  return headerRefusal(edition, described, answer) ?? bodyRefusal(edition, described, answer);
}

function headerRefusal(edition: RunningEdition, { headers }: Described, answer: MadeAnswer): string | undefined {
  for (const [name, header] of Object.entries(headers)) {
    const value = answer.headers.get(name.toLowerCase());
    const { required } = header as JsonObject;
    if (value === undefined && required === true) return `no header ${name}`;
    if (value !== undefined && !allowsText(edition.subject(header as JsonObject, "response").judge, value))
      return `header ${name}: ${value}`;
  }
  return undefined;
}

/** In a header, and in a body of text, a number is a text as well, and a text may be a number. */
function allowsText(judge: Judge, value: Json): boolean {
  const text = String(value);
  const readings: readonly Json[] = [
    value,
    text,
    ...(text.trim() !== "" && Number.isFinite(Number(text)) ? [Number(text)] : []),
  ];
  return (
    readings.some((reading) => judge.allows(reading)) ||
    (/^(?:true|false)$/.test(text) && judge.allows(text === "true"))
  );
}

function bodyRefusal(edition: RunningEdition, { content }: Described, { body, asked }: MadeAnswer): string | undefined {
  const types = Object.entries(content);
  if (types.length === 0) return undefined;
  if (body === undefined) return "no body";
  if (asked !== undefined && asked !== essence(body.mediaType)) return `no ${asked}`;
  const media = content[typeFor(content, body.mediaType) ?? ""];
  if (!isObject(media)) return `a body of ${body.mediaType}`;
  if (body.sent !== undefined) return whyMisread(edition, content, { sent: body.sent, meant: body.value }, "response");
  const { judge } = edition.subject(media, "response");
  const allows = isText(body.mediaType) ? allowsText(judge, body.value) : judge.allows(body.value);
  return allows ? undefined : `body ${JSON.stringify(body.value)}`;
}
