import type { MediaType, Response } from "@facsimile/document";
import type { Type } from "../print/index.js";
import { identifier, importedType, keyword, named, union } from "../print/index.js";
import { bodyKind } from "./media-type.js";
import type { OperationScope } from "./scope.js";
import { hasObject, schemaModule } from "./types/index.js";

const blob = named(identifier("Blob"));
const bytes = [
  blob,
  named(identifier("ArrayBuffer")),
  named(identifier("Uint8Array")),
  named(identifier("ReadableStream"), named(identifier("Uint8Array"))),
];

/** The type of a request body in one of its media types. */
export function requestBodyType(scope: OperationScope, mediaType: MediaType): Type {
  const optional = scope.operation.requestBody?.required === false;
  const stated = placeType(scope, ["requestBody", "content", mediaType.name], optional ? "requestBody" : undefined);
  switch (bodyKind(mediaType.name)) {
    case "json":
      return stated;
    case "multipart":
      return union([...(mediaType.schema === undefined ? [] : [stated]), named(identifier("FormData"))]);
    case "urlencoded":
      return union([...(mediaType.schema === undefined ? [] : [stated]), named(identifier("URLSearchParams"))]);
    case "text":
      return keyword("string");
    case "any":
      return isBinary(mediaType) ? union(bytes) : stated;
    case "binary":
      return union(bytes);
  }
}

/** The type of the body of an answer in one of the media types that its status has. */
export function responseBodyType(scope: OperationScope, response: Response, mediaType: MediaType): Type {
  const stated = placeType(scope, ["responses", statusKey(response.status), "content", mediaType.name]);
  switch (bodyKind(mediaType.name)) {
    case "json":
      return stated;
    case "text":
    case "urlencoded":
      return keyword("string");
    case "any":
      return isBinary(mediaType) ? blob : stated;
    default:
      return blob;
  }
}

/** `200` is a number, `4XX` and `default` are text. */
export function statusKey(status: string): string | number {
  return /^\d+$/.test(status) ? Number(status) : status;
}

function isBinary({ schema }: MediaType): boolean {
  return typeof schema?.json === "object" && (schema.json.format === "binary" || Object.keys(schema.json).length === 0);
}

/** The type at a place in the types of an operation: itself where it is short, otherwise by way of `operations`. */
function placeType(scope: OperationScope, keys: readonly (string | number)[], optionalKey?: string): Type {
  const start: Type = {
    kind: "member",
    object: named(importedType(scope.api.names.operations, schemaModule)),
    key: scope.operation.name,
  };
  let path: Type = start;
  let found: Type | undefined = memberOf(scope.types.operations, scope.operation.name);
  for (const key of keys) {
    found = found && memberOf(found, String(key));
    path = { kind: "member", object: path, key };
    if (key === optionalKey) path = named(identifier("NonNullable"), path);
  }
  if (found === undefined) return keyword("unknown");
  return hasObject(found) ? path : found;
}

function memberOf(type: Type, name: string): Type | undefined {
  return type.kind === "object" ? type.properties.find((property) => property.name === name)?.type : undefined;
}
