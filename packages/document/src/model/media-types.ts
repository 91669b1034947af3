import { essence } from "../load/essence.js";
import type { MediaType } from "./api.js";
import type { Context } from "./context.js";
import { token } from "./tokens.js";

/** A media type or media range (RFC 9110, sections 8.3.1 and 12.5.1), with nothing in its parameters that no header can hold. */
const mediaRange = new RegExp(`^(?:\\*/\\*|${token}/${token})[ \\t]*(?:;[\\t -~]*)?$`);

/** Answers that come piece by piece for as long as the connection lasts. */
const streams: readonly string[] = [
  "text/event-stream",
  "application/jsonl",
  "application/json-seq",
  "application/x-jsonlines",
  "application/x-ndjson",
];

/** Whether the key of `content` is one; what is none is left out. */
export function isMediaType(context: Context, name: string, pointer: string): boolean {
  if (mediaRange.test(name)) return true;
  const message = `"${name}" is left out: it is no media type, which has the form type/subtype.`;
  context.report("media-type-invalid", pointer, message, "Write one such as application/json.");
  return false;
}

export function checkStreams(context: Context, content: readonly MediaType[]): void {
  for (const { name, pointer } of content) {
    if (!streams.includes(essence(name))) continue;
    const message = `The answer "${name}" is a stream, which is read to its end and then given as one text.`;
    context.report(
      "media-type-stream",
      pointer,
      message,
      "Use the raw client where the pieces are needed as they come.",
    );
  }
}
