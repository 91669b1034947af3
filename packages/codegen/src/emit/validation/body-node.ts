import type { Json, MediaType } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import { entry, literal } from "../../print/index.js";
import { isEmpty } from "../body-type.js";
import { answerKind, bodyKind, isBinary } from "../media-type.js";
import type { Place } from "../types/place.js";
import { requestPlace } from "../types/roots.js";
import { eventKind } from "../webhooks/event-type.js";
import { keywordsNode, nodeList } from "./node-list.js";

/** The node of a schema whose values travel in a place. */
export type NodeAt = (schema: Json, place: Place) => Code;

const text = keywordsNode([entry("type", literal("string"))]);

function instanceOf(name: string): Code {
  return keywordsNode([entry("instanceOf", literal(name))]);
}

/** One of several nodes, each of which is there once. */
export function anyOf(nodes: readonly Code[]): Code {
  const [only, ...more] = nodes;
  if (only !== undefined && more.length === 0) return only;
  return keywordsNode([entry("anyOf", nodeList(nodes))]);
}

function bytes(): Code {
  return anyOf(["Blob", "ArrayBuffer", "Uint8Array", "ReadableStream"].map(instanceOf));
}

/** What a request body has to be in one of its media types, as its type says. */
export function requestBodyNode(mediaType: MediaType, nodeAt: NodeAt): Code {
  const { name, schema } = mediaType;
  const stated = (): Code => (schema === undefined ? literal(true) : nodeAt(schema.json as Json, requestPlace(name)));
  switch (bodyKind(name)) {
    case "json":
      return stated();
    case "multipart":
      return anyOf([instanceOf("FormData"), stated()]);
    case "urlencoded":
      return anyOf([instanceOf("URLSearchParams"), stated()]);
    case "text":
      return text;
    case "any":
      return isBinary(mediaType) || isEmpty(mediaType) ? bytes() : stated();
    case "binary":
      return bytes();
  }
}

/** What the JSON of an answer has to be in one of its media types; undefined where it is no JSON, or comes item by item. */
export function answerNode(mediaType: MediaType, nodeAt: NodeAt): Code | undefined {
  const { name, schema, stream } = mediaType;
  const kind = answerKind(mediaType);
  if (stream !== undefined || schema === undefined || (kind !== "json" && kind !== "any")) return undefined;
  return nodeAt(schema.json as Json, bodyKind(name) === "any" ? "whole" : "text");
}

/** What arrives as an event in one of its media types. */
export function eventNode(mediaType: MediaType, nodeAt: NodeAt): Code {
  switch (eventKind(mediaType)) {
    case "json":
      return mediaType.schema === undefined ? literal(true) : nodeAt(mediaType.schema.json as Json, "text");
    case "text":
      return text;
    case "form":
      return instanceOf("URLSearchParams");
    case "bytes":
      return instanceOf("Uint8Array");
  }
}
