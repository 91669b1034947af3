import { essence, isJson, type MediaType } from "@facsimile/document";

/** What a body of a media type is for those who write or read it. */
export type BodyKind = "json" | "text" | "multipart" | "urlencoded" | "any" | "binary";

/** The same distinction as the runtime's: by the media type without its parameters. */
export function bodyKind(mediaType: string): BodyKind {
  const type = essence(mediaType);
  if (isJson(mediaType)) return "json";
  if (type.startsWith("multipart/")) return "multipart";
  if (type === "application/x-www-form-urlencoded") return "urlencoded";
  if (type === "*/*" || type === "application/*") return "any";
  return /^text\/|[/+]xml$|^application\/(?:javascript|yaml)$/.test(type) ? "text" : "binary";
}

/** What the body of an answer is for those who read it: its type and what reads it are both made by this. */
export function answerKind(mediaType: MediaType): "json" | "text" | "any" | "binary" {
  const kind = bodyKind(mediaType.name);
  if (kind === "urlencoded") return "text";
  if (kind === "any") return isBinary(mediaType) ? "binary" : "any";
  return kind === "multipart" ? "binary" : kind;
}

/** Whether a schema says that a body is bytes, whatever media type it has. */
export function isBinary({ schema }: MediaType): boolean {
  return typeof schema?.json === "object" && schema.json.format === "binary";
}
