import type { MediaType } from "../operation.js";
import { isJson, toJson } from "./json.js";
import { refuseFailure } from "./refuse.js";
import { readText } from "./value.js";

/** What fetch takes as a body. */
export type RequestContent = NonNullable<RequestInit["body"]>;

/** A request body as it is sent. */
export interface SerializedBody {
  readonly body: RequestContent | undefined;
  /** The `content-type` to send; undefined where there is no body, or where fetch has to write it (FormData). */
  readonly contentType: string | undefined;
  /** Whether the same body can be sent again: false for a stream. */
  readonly repeatable: boolean;
}

const place = { in: "request", name: "body" };

/**
 * Writes a request body. Bytes, Blob, streams, FormData and URLSearchParams go as they are, whatever the media type;
 * other values by the media type: JSON, a form (by the
 * description's `write`), or text. undefined is no body.
 *
 * @throws InvalidRequestError for a value that the media type cannot hold.
 */
export function serializeBody(mediaType: string, description: MediaType, body: unknown): SerializedBody {
  if (body === undefined) return { body, contentType: undefined, repeatable: true };
  const kind = kindOf(body);
  if (!kind) return { ...refuseFailure(place, () => write(mediaType, description, body)), repeatable: true };
  const repeatable = !streams.test(kind);
  // A cast because the kind says what it is.
  return { body: body as RequestContent, contentType: typeToSend(mediaType, kind, body as RequestContent), repeatable };
}

function write(mediaType: string, description: MediaType, body: unknown): Omit<SerializedBody, "repeatable"> {
  if (isJson(mediaType)) return { body: toJson(body), contentType: mediaType };
  if (description.write) return description.write(mediaType, description, body);
  return { body: readText(place, body), contentType: mediaType.includes("*") ? "text/plain" : mediaType };
}

/** FormData names its own boundary; a range (`image/*`) is no type to send, so the value's own is. */
function typeToSend(mediaType: string, kind: string, body: RequestContent): string | undefined {
  if (kind === "FormData") return undefined;
  if (!mediaType.includes("*")) return mediaType;
  return (body as Partial<Blob>).type || "application/octet-stream";
}

const streams = /Stream|Async/;
const contents = /^(Blob|File|FormData|URLSearchParams|ReadableStream|ArrayBuffer|DataView|.+Array)$/;

/** What a body is that fetch takes as it is, by the name that it has in every realm; undefined for what has to be written. */
function kindOf(body: unknown): string | undefined {
  const name = Object.prototype.toString.call(body).slice(8, -1);
  if (contents.test(name)) return name;
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body ? "Async" : undefined;
}
