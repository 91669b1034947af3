import {
  essence,
  isJson,
  type MediaType,
  type Operation,
  responseFor,
  type Response as Stated,
} from "@facsimile/document";
import type { Description } from "./description.js";
import { fitting, made } from "./fitting.js";
import { mediaTypeFor } from "./media-type-for.js";
import { MockError } from "./mock-error.js";

/** What is told of an answer. */
export interface Told {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Makes an answer each time anew: a body is read once.
 *
 * @throws MockError for what the document refuses of it, at once.
 */
export function answerOf(description: Description, operation: Operation, told: Told): () => Response {
  const { status, body: given } = told;
  const response = responseOf(description, operation, status);
  const headers = new Headers(told.headers);
  const where = `the body of ${operation.id} ${status}`;
  const mediaType = mediaTypeOf(response, headers.get("content-type"), where);
  if (mediaType === undefined && given !== undefined)
    throw new MockError(`${where}: the document states none (${description.placeOf(response.pointer)})`);
  const value = mediaType && valueFor(description, mediaType, given, where);
  const type = mediaType && contentTypeOf(mediaType, value);
  if (type !== undefined && !headers.has("content-type")) headers.set("content-type", type);
  const body = bodyless.includes(status) ? null : bytesOf(value, headers.get("content-type") ?? "");
  return () => new Response(body, { status, headers });
}

/** Statuses whose answers have no body (Fetch, "null body status"). */
const bodyless = [204, 205, 304];

function responseOf({ placeOf }: Description, operation: Operation, status: number): Stated {
  const found = responseFor(operation.responses, status);
  const { id, pointer } = operation;
  const stated = operation.responses.map((one) => one.status).join(", ");
  if (!found) throw new MockError(`${id} states no response ${status}, only ${stated} (${placeOf(pointer)})`);
  if (Number.isInteger(status) && status >= 200 && status <= 599) return found;
  throw new MockError(`${id}: ${status} is no status of an answer; those are 200 to 599`);
}

/** The media type of a body: what its content type names, else JSON, else the first. */
function mediaTypeOf({ content }: Stated, type: string | null, where: string): MediaType | undefined {
  if (type === null || content.length === 0) return content.find(({ name }) => isJson(name)) ?? content[0];
  const found = mediaTypeFor(content, type);
  if (found) return found;
  throw new MockError(
    `${where}: it is ${essence(type)}, and the document states ${content.map(({ name }) => name).join(", ")}`,
  );
}

/** @throws MockError for a body of JSON that the document does not allow. */
function valueFor(description: Description, mediaType: MediaType, given: unknown, where: string): unknown {
  const { name, schema } = mediaType;
  if (schema === undefined || !isJson(name)) return given ?? "";
  const use = { schema, direction: "response", where } as const;
  return given === undefined ? made(description, use, "maximal") : fitting(description, use, given);
}

/** That of a range is what its value is. */
function contentTypeOf({ name }: MediaType, value: unknown): string | undefined {
  if (!name.includes("*")) return name;
  if (typeof value === "string") return "text/plain";
  return isBytes(value) ? undefined : "application/json";
}

function bytesOf(value: unknown, contentType: string): ConstructorParameters<typeof Response>[0] {
  if (value === undefined) return null;
  if (isBytes(value)) return value;
  return typeof value === "string" && !isJson(contentType) ? value : JSON.stringify(value);
}

/** What a `Response` takes besides a text. */
function isBytes(value: unknown): value is Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | FormData | URLSearchParams {
  const classes = [Blob, ArrayBuffer, Uint8Array, FormData, URLSearchParams];
  return classes.some((one) => value instanceof one);
}
