import { type Encoding, isJson, type Operation } from "@facsimile/document";
import { isForm, isMultipart } from "@facsimile/mock/wire";
import type { Pair } from "@facsimile/samples/wire";
import type { Body } from "./case-request.js";

/** A body in bytes, with the content type that goes with it. */
export interface WireBody {
  readonly contentType: string;
  readonly bytes: Buffer;
}

export async function writeBody({ mediaType, value }: Body, { requestBody }: Operation): Promise<WireBody> {
  const json = jsonFields(requestBody, mediaType);
  if (isJson(mediaType)) return { contentType: mediaType, bytes: Buffer.from(JSON.stringify(value)) };
  if (isForm(mediaType)) return { contentType: mediaType, bytes: Buffer.from(writeForm(value, json)) };
  if (isMultipart(mediaType)) return writeMultipart(value, json);
  return { contentType: mediaType, bytes: Buffer.from(typeof value === "string" ? value : JSON.stringify(value)) };
}

/** What a body says, in a form that can be compared: JSON as a value, forms as sorted pairs, the rest as text. Rejects what is malformed. */
export async function readBody(contentType: string, bytes: Buffer): Promise<unknown> {
  if (isJson(contentType)) return JSON.parse(bytes.toString("utf8"));
  if (isForm(contentType)) return sortPairs([...new URLSearchParams(bytes.toString("utf8"))]);
  if (isMultipart(contentType)) return readMultipart(contentType, bytes);
  return bytes.toString("utf8");
}

/** What {@link readBody} has to read from a body. */
export function comparableBody({ mediaType, value }: Body, { requestBody }: Operation): unknown {
  if (isJson(mediaType)) return value;
  return isForm(mediaType) || isMultipart(mediaType)
    ? sortPairs(formPairs(value, jsonFields(requestBody, mediaType)))
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
}

/** The fields of a form that are JSON whatever they are, because the document gives them such a media type. */
function jsonFields(requestBody: Operation["requestBody"], mediaType: string): ReadonlySet<string> {
  const encoding = requestBody?.content.find(({ name }) => name === mediaType)?.encoding ?? [];
  const isOfJson = ({ contentType, style, explode, allowReserved }: Encoding): boolean =>
    isJson(contentType ?? "") && style === undefined && explode === undefined && !allowReserved;
  return new Set(encoding.filter(isOfJson).map(({ property }) => property));
}

/** The properties of an object as a form has them: arrays repeat their name, objects are JSON, in arrays too (OpenAPI 3.1.1, 4.8.15.1). */
function formPairs(value: unknown, json: ReadonlySet<string>): Pair[] {
  return Object.entries(value as object).flatMap(([name, given]) =>
    (Array.isArray(given) ? given : [given]).map((item: unknown) => [name, formText(item, json.has(name))] as const),
  );
}

function formText(value: unknown, isOfJson: boolean): string {
  return isOfJson || (typeof value === "object" && value !== null) ? JSON.stringify(value) : String(value);
}

export function writeForm(value: unknown, json: ReadonlySet<string> = new Set()): string {
  const form = new URLSearchParams();
  for (const [name, text] of formPairs(value, json)) form.append(name, text);
  return form.toString();
}

async function writeMultipart(value: unknown, json: ReadonlySet<string>): Promise<WireBody> {
  const form = new FormData();
  for (const [name, text] of formPairs(value, json)) form.append(name, text);
  const response = new Response(form);
  return { contentType: response.headers.get("content-type") ?? "", bytes: Buffer.from(await response.arrayBuffer()) };
}

async function readMultipart(contentType: string, bytes: Buffer): Promise<Pair[]> {
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } }).formData();
  const pairs = [...form].map(
    async ([name, value]): Promise<Pair> => [name, typeof value === "string" ? value : await value.text()],
  );
  return sortPairs(await Promise.all(pairs));
}

function sortPairs(pairs: readonly Pair[]): Pair[] {
  return [...pairs].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}
