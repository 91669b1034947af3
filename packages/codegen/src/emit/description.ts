import {
  type Encoding,
  type Header,
  headerKind,
  type MediaType,
  type Operation,
  type Parameter,
  type RequestBody,
  type Response,
} from "@facsimile/document";
import type { Code } from "../print/index.js";
import {
  arrayLiteral,
  code,
  entry,
  literal,
  objectLiteral,
  openArrayLiteral,
  openObjectLiteral,
} from "../print/index.js";
import { answerKind, bodyKind } from "./media-type.js";
import { paginationLiteral } from "./pages.js";
import { partEntries } from "./parts.js";
import { runtimeValue, streamsValue } from "./runtime.js";
import type { OperationScope } from "./scope.js";
import { alternativesLiteral } from "./security.js";
import { serverEntry } from "./server.js";
import { streamsLiteral } from "./streams.js";

/** The description of an operation that the runtime reads. */
export function descriptionLiteral(scope: OperationScope): Code {
  const { operation } = scope;
  const { id, method, path, query, parameters, requestBody, responses, security, pagination } = operation;
  return openObjectLiteral([
    entry("id", literal(id)),
    entry("method", literal(method.toUpperCase())),
    entry("path", literal(path)),
    query === undefined ? undefined : entry("query", literal(query)),
    serverEntry(scope),
    headersEntry(operation),
    parameters.length === 0 ? undefined : entry("parameters", list(parameters.map(parameterLiteral))),
    requestBody && entry("body", bodyLiteral(requestBody)),
    writersEntry(operation),
    entry("responses", objectLiteral(responses.map((response) => entry(response.status, responseLiteral(response))))),
    security.length === 0 ? undefined : entry("security", alternativesLiteral(security, scope)),
    pagination && entry("pagination", paginationLiteral(pagination)),
    ...partEntries(operation),
  ]);
}

/** What each request has, whatever it is called with. The reasons are the runtime's, `Operation.headers`. */
function headersEntry({ responses }: Operation): Code | undefined {
  const stated = responses.flatMap(({ status, content }) => content.map(({ name }) => ({ status, name })));
  if (stated.length === 0) return undefined;
  const accept = [...new Set(stated.map(({ name }) => name))].join(", ");
  const verifiable = stated.every(({ status, name }) => !/^[2d]/.test(status) || /json|^\*/.test(name));
  return entry(
    "headers",
    objectLiteral([
      entry("accept", literal(accept)),
      verifiable ? undefined : entry("accept-encoding", literal("identity")),
    ]),
  );
}

/** The parts of the runtime that write the request. A package names those that it needs, so that a bundle has no others. */
function writersEntry({ path, query, parameters, requestBody }: Operation): Code | undefined {
  const places = new Set(parameters.map((parameter) => parameter.in));
  const writers = [
    places.has("path") && (isPlainPath(path, parameters) ? "writePath" : "writeStyledPath"),
    places.has("query") && "writeQuery",
    query !== undefined && "writeFixedQuery",
    places.has("header") && "writeHeaders",
    places.has("cookie") && "writeCookies",
    requestBody !== undefined && "writeBody",
  ].filter((writer) => writer !== false);
  return writers.length === 0 ? undefined : entry("write", arrayLiteral(writers.map(runtimeValue)));
}

/** Whether every parameter of a path is a segment of its own, a single value in style `simple`. */
function isPlainPath(path: string, parameters: readonly Parameter[]): boolean {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const segments = path.split("/").filter((segment) => segment.includes("{"));
  return (
    new Set(segments).size === segments.length &&
    inPath.every((one) => one.style === "simple" && one.mediaType === undefined && !maybeStructured(one)) &&
    segments.every((segment) => inPath.some(({ name }) => segment === `{${name}}`))
  );
}

/** Objects with more than one member are on lines of their own as soon as there are two. */
function list(items: readonly Code[]): Code {
  return items.length > 1 ? openArrayLiteral(items) : arrayLiteral(items);
}

function flag(name: string, value: boolean): Code | undefined {
  return value ? entry(name, literal(true)) : undefined;
}

function parameterLiteral(parameter: Parameter): Code {
  const { name, in: place, required, style, explode, allowReserved, mediaType } = parameter;
  return objectLiteral([
    entry("name", literal(name)),
    entry("in", literal(place)),
    flag("required", required && place !== "path"),
    mediaType === undefined && style !== defaultStyle(place) ? entry("style", literal(style)) : undefined,
    mediaType === undefined && explode !== (style === "form") ? entry("explode", literal(explode)) : undefined,
    flag("allowReserved", allowReserved),
    mediaType === undefined ? undefined : entry("content", literal(mediaType)),
    flag("structured", place === "path" && maybeStructured(parameter)),
  ]);
}

function defaultStyle(place: Parameter["in"]): Parameter["style"] {
  return place === "query" || place === "cookie" ? "form" : "simple";
}

/** Whether the schema of a parameter allows an array or an object. */
function maybeStructured({ schema }: Parameter): boolean {
  if (typeof schema.json === "boolean") return schema.json;
  const types = [schema.json.type].flat();
  return (
    schema.json.enum === undefined && types.some((type) => type === undefined || type === "array" || type === "object")
  );
}

function bodyLiteral({ required, content }: RequestBody): Code {
  return objectLiteral([
    flag("required", required),
    entry("content", objectLiteral(content.map((mediaType) => entry(mediaType.name, mediaTypeLiteral(mediaType))))),
  ]);
}

function mediaTypeLiteral({ name, encoding }: MediaType): Code {
  const kind = bodyKind(name);
  const properties = encoding.map((item) => entry(item.property, encodingLiteral(item)));
  return objectLiteral([
    kind === "multipart" || kind === "urlencoded" ? entry("write", runtimeValue(kind)) : undefined,
    properties.length === 0 ? undefined : entry("encoding", objectLiteral(properties)),
  ]);
}

function encodingLiteral({ property, contentType, style, explode, allowReserved, headers }: Encoding): Code {
  const constants = headers.flatMap((header) => constantHeader(header) ?? []);
  return objectLiteral([
    contentType === undefined ? undefined : entry("contentType", literal(contentType)),
    style === undefined ? undefined : entry("style", chosen(property, style)),
    explode === undefined ? undefined : entry("explode", literal(explode)),
    flag("allowReserved", allowReserved),
    constants.length === 0 ? undefined : entry("headers", objectLiteral(constants)),
  ]);
}

/** A header of a part that has one value. */
function constantHeader({ name, schema }: Header): Code | undefined {
  if (typeof schema.json === "boolean") return undefined;
  const values = Array.isArray(schema.json.enum) && schema.json.enum.length === 1 ? schema.json.enum : [];
  const value: unknown = schema.json.const ?? values[0] ?? schema.json.default;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? entry(name, literal(String(value)))
    : undefined;
}

/** What reads the body of an answer, by its kind. */
const readers = { json: "readJsonBody", text: "readTextBody", any: "readAnyBody", binary: "readBinaryBody" } as const;

function responseLiteral(response: Response): Code {
  const { content, headers } = response;
  const streams = streamsLiteral(response);
  const headerEntries = headers.map((header) => entry(header.name, chosen(header.name, headerKind(header))));
  return objectLiteral([
    content.length === 0
      ? undefined
      : entry("content", objectLiteral(content.map((one) => entry(one.name, readerOf(one))))),
    streams === undefined ? undefined : entry("streams", streams),
    headerEntries.length === 0 ? undefined : entry("headers", objectLiteral(headerEntries)),
  ]);
}

function readerOf(mediaType: MediaType): Code {
  return mediaType.stream === undefined ? runtimeValue(readers[answerKind(mediaType)]) : streamsValue("readStream");
}

/**
 * One of several words, in an entry that the document names. Of the names that every object has, the compiler expects what they are there,
 * and takes the word for any text unless it is told.
 */
function chosen(name: string, word: string): Code {
  return name in Object.prototype ? code`${literal(word)} as const` : literal(word);
}
