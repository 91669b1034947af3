import type { MediaType, ReceivedOperation } from "@facsimile/document";
import { identifier, keyword, named, type Type } from "../../print/index.js";
import { bodyKind, isBinary } from "../media-type.js";
import type { Scope } from "../scope.js";
import { unionOf } from "../types/combine.js";

/** What the body of an event is to those who handle it, in the runtime's words. */
export function eventKind(mediaType: MediaType): "json" | "text" | "form" | "bytes" {
  switch (bodyKind(mediaType.name)) {
    case "text":
      return "text";
    case "urlencoded":
      return "form";
    case "json":
      return "json";
    case "any":
      return isBinary(mediaType) ? "bytes" : "json";
    default:
      return "bytes";
  }
}

/** The type of what arrives: what the API sends is what it answers with elsewhere. An event that lacks its body is refused. */
export function eventType(scope: Scope, { operation }: ReceivedOperation): Type {
  const content = operation.requestBody?.content ?? [];
  if (content.length === 0) return keyword("undefined");
  return unionOf(content.map((mediaType) => contentType(scope, mediaType)));
}

function contentType({ types }: Scope, mediaType: MediaType): Type {
  switch (eventKind(mediaType)) {
    case "json":
      return mediaType.schema === undefined ? keyword("unknown") : types.typeOf(mediaType.schema, "response", "text");
    case "text":
      return keyword("string");
    case "form":
      return named(identifier("URLSearchParams"));
    case "bytes":
      return named(identifier("Uint8Array"));
  }
}
