import { essence } from "@facsimile/document";

/** What a body of a media type is for those who write or read it. */
export type BodyKind = "json" | "text" | "multipart" | "urlencoded" | "any" | "binary";

/** The same distinction as the runtime's: by the media type without its parameters. */
export function bodyKind(mediaType: string): BodyKind {
  const type = essence(mediaType);
  if (/[/+]json$/.test(type)) return "json";
  if (type.startsWith("multipart/")) return "multipart";
  if (type === "application/x-www-form-urlencoded") return "urlencoded";
  if (type === "*/*" || type === "application/*") return "any";
  return /^text\/|[/+]xml$|^application\/(?:javascript|yaml)$/.test(type) ? "text" : "binary";
}
