import { essence } from "../../load/media-type.js";
import type { StreamFormat } from "../api.js";

/**
 * Media types whose body is a sequence of items: HTML's, RFC 7464's, and what JSON lines are called (jsonlines.org, ndjson.org, Spring). Of those with a
 * suffix, `+json-seq` is registered (RFC 8091).
 */
const formats: Readonly<Record<string, StreamFormat>> = {
  "text/event-stream": "server-sent-events",
  "application/json-seq": "json-sequence",
  "application/jsonl": "json-lines",
  "application/jsonlines": "json-lines",
  "application/json-lines": "json-lines",
  "application/x-jsonl": "json-lines",
  "application/x-jsonlines": "json-lines",
  "application/x-json-lines": "json-lines",
  "application/ndjson": "json-lines",
  "application/x-ndjson": "json-lines",
  "application/x-ldjson": "json-lines",
  "application/stream+json": "json-lines",
  "application/x-json-stream": "json-lines",
  "text/x-ndjson": "json-lines",
};

/** How the items of a media type follow one another; undefined where it is no sequence. */
export function formatOf(mediaType: string): StreamFormat | undefined {
  const type = essence(mediaType);
  if (Object.hasOwn(formats, type)) return formats[type];
  if (type.endsWith("+json-seq")) return "json-sequence";
  return /\+(?:jsonl|ndjson)$/.test(type) ? "json-lines" : undefined;
}
