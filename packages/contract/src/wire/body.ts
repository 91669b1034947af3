import { type Encoding, isJson, type Operation } from "@facsimile/document";
import { isForm, isMultipart } from "@facsimile/mock/wire";
import { isStyled, type Pair, styleOf } from "@facsimile/samples/wire";
import type { Body } from "./case-request.js";
import { styledPairs } from "./styles.js";

/** A body in bytes, with the content type that goes with it. */
export interface WireBody {
  readonly contentType: string;
  readonly bytes: Buffer;
}

export async function writeBody({ mediaType, value }: Body, { requestBody }: Operation): Promise<WireBody> {
  const encoding = encodingOf(requestBody, mediaType);
  if (isJson(mediaType)) return { contentType: mediaType, bytes: Buffer.from(JSON.stringify(value)) };
  if (isForm(mediaType)) return { contentType: mediaType, bytes: Buffer.from(writeForm(value, encoding)) };
  if (isMultipart(mediaType)) return writeMultipart(value, encoding);
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
    ? sortPairs(formPairs(value, encodingOf(requestBody, mediaType)))
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
}

/** How the document says that the properties of a form are written. */
function encodingOf(requestBody: Operation["requestBody"], mediaType: string): readonly Encoding[] {
  return requestBody?.content.find(({ name }) => name === mediaType)?.encoding ?? [];
}

/**
 * The properties of an object as a form has them: in their style where they have one, else arrays repeat their name and objects are JSON, in arrays too
 * (OpenAPI 3.1.1, 4.8.15.1).
 */
function formPairs(value: unknown, encoding: readonly Encoding[]): Pair[] {
  return Object.entries(value as object).flatMap(([name, given]): Pair[] => {
    const own = encoding.find(({ property }) => property === name);
    if (own !== undefined && isStyled(own)) return styledPairs({ ...styleOf(own), value: given }, (text) => text);
    const isOfJson = isJson(own?.contentType ?? "");
    return (Array.isArray(given) ? given : [given]).map((item: unknown) => [name, formText(item, isOfJson)]);
  });
}

/** Whether a property that is written in a style has an object or a list with nothing in it, which leaves no trace there. */
export function losesStyled({ mediaType, value }: Body, { requestBody }: Operation): boolean {
  if (typeof value !== "object" || value === null) return false;
  const styled = encodingOf(requestBody, mediaType).filter(isStyled);
  return styled.some(({ property }) => Object.hasOwn(value, property) && hasNothing(Reflect.get(value, property)));
}

function hasNothing(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const parts = Object.values(value);
  return parts.length === 0 || parts.some(hasNothing);
}

function formText(value: unknown, isOfJson: boolean): string {
  return isOfJson || (typeof value === "object" && value !== null) ? JSON.stringify(value) : String(value);
}

export function writeForm(value: unknown, encoding: readonly Encoding[] = []): string {
  const form = new URLSearchParams();
  for (const [name, text] of formPairs(value, encoding)) form.append(name, text);
  return form.toString();
}

async function writeMultipart(value: unknown, encoding: readonly Encoding[]): Promise<WireBody> {
  const form = new FormData();
  for (const [name, text] of formPairs(value, encoding)) form.append(name, text);
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
