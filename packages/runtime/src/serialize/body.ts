import { InvalidRequestError } from "../errors/invalid-request.js";
import type { MediaType, RequestWriter } from "../operation.js";
import type { RequestContent, RequestDraft } from "../request.js";
import { isJson, toJson } from "./json.js";
import { refuseFailure } from "./refuse.js";
import { readText } from "./value.js";

const place = { in: "request", name: "body" };

/**
 * Writes the body of a request. Bytes, Blob, streams, FormData and URLSearchParams go as they are, whatever the media type; other values by
 * the media type: JSON, a form (by the description's `write`), or text.
 */
export const writeBody: RequestWriter = (draft, { body, method }, { body: value, contentType }) => {
  const names = Object.keys(body?.content ?? {});
  const name = contentType ?? names[0] ?? "";
  const mediaType = body?.content[name];
  if (value === undefined && body?.required) throw new InvalidRequestError("body is required");
  if (value === undefined) return;
  if (/^(GET|HEAD)$/.test(method)) throw new InvalidRequestError(`fetch sends no body with ${method}`);
  if (!mediaType) throw new InvalidRequestError(`contentType must be one of ${names.join(", ")}`);
  const kind = kindOf(value);
  draft.repeatable = !streams.test(kind);
  const written = kind ? asItIs(name, kind, value) : refuseFailure(place, () => write(name, mediaType, value), value);
  Object.assign(draft, written);
};

type Written = Pick<RequestDraft, "body" | "contentType">;

function asItIs(mediaType: string, kind: string, value: unknown): Written {
  // A cast because its kind is one that fetch takes.
  const body = value as RequestContent;
  return { body, contentType: typeToSend(mediaType, kind, body) };
}

function write(mediaType: string, description: MediaType, body: unknown): Written {
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

/**
 * What a body is that fetch takes as it is, by the name that it has in every realm, or, in React Native, whose classes have none, by its class;
 * nothing for what has to be written.
 */
function kindOf(body: unknown): string {
  const own = Object.entries({ Blob, FormData, URLSearchParams }).find(([, Class]) => body instanceof Class);
  const name = own?.[0] ?? Object.prototype.toString.call(body).slice(8, -1);
  if (contents.test(name)) return name;
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body ? "Async" : "";
}
