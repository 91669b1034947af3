import type { MediaType } from "@facsimile/document";
import type { Type } from "../print/index.js";
import { identifier, keyword, named, union } from "../print/index.js";
import { answerKind, bodyKind, isBinary } from "./media-type.js";
import { blob, bytes } from "./platform.js";
import type { OperationScope } from "./scope.js";
import { streamType } from "./streams.js";
import { requestPlace } from "./types/roots.js";

/** The type of a request body in one of its media types. */
export function requestBodyType({ types }: OperationScope, mediaType: MediaType): Type {
  const { schema, name } = mediaType;
  const stated = (): readonly Type[] =>
    schema === undefined ? [] : [types.typeOf(schema, "request", requestPlace(name))];
  switch (bodyKind(name)) {
    case "json":
      return stated()[0] ?? keyword("unknown");
    case "multipart":
      return union([...stated(), named(identifier("FormData"))]);
    case "urlencoded":
      return union([...stated(), named(identifier("URLSearchParams"))]);
    case "text":
      return keyword("string");
    case "any":
      return isBinary(mediaType) || isEmpty(mediaType) ? union(bytes) : (stated()[0] ?? keyword("unknown"));
    case "binary":
      return union(bytes);
  }
}

/** The type of the body of an answer in one of the media types that its status has. A failure is no stream. */
export function responseBodyType(scope: OperationScope, mediaType: MediaType, isSuccess: boolean): Type {
  const { schema, name, stream } = mediaType;
  const { types } = scope;
  if (stream !== undefined) return isSuccess ? streamType(scope, stream) : keyword("string");
  switch (answerKind(mediaType)) {
    case "text":
      return keyword("string");
    case "binary":
      return blob;
    default:
      if (schema === undefined) return keyword("unknown");
      return types.typeOf(schema, "response", bodyKind(name) === "any" ? "whole" : "text");
  }
}

/** `200` is a number, `4XX` and `default` are text. */
export function statusKey(status: string): string | number {
  return /^\d+$/.test(status) ? Number(status) : status;
}

/** Whether a schema says nothing: of a body that is sent, only bytes need no more to be known. */
export function isEmpty({ schema }: MediaType): boolean {
  return typeof schema?.json === "object" && Object.keys(schema.json).length === 0;
}
