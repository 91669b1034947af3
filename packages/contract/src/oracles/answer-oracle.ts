import { type Header, isJson, type MediaType, type Response } from "@facsimile/document";
import { headerOf, isFraming, joinedHeader, matchesMediaType, type RawAnswer } from "@facsimile/mock/wire";
import type { Check } from "@facsimile/samples";
import type { ExpectedAnswer } from "../cases/case.js";
import { parseJson, readBody } from "../wire/read-body.js";
import { differ } from "./compare.js";
import { headerValue } from "./header-value.js";
import { judgeItems } from "./stream-items.js";

/**
 * Holds an answer against the document: status, content type, body, headers.
 *
 * @param check - whether a body may have properties that nobody declared
 */
export function judgeAnswer(answer: RawAnswer, { status, response }: ExpectedAnswer, check: Check): readonly string[] {
  const wrongStatus = differ("status", status, answer.status);
  // What the document does not describe has nothing further to be held against.
  if (wrongStatus.length > 0 || response === undefined) return wrongStatus;
  return [...judgeBody(answer, response, check), ...judgeHeaders(answer, response, check)];
}

/** Holds an answer of which there is no body, as that to HEAD, against its response. */
export function judgeHead(answer: RawAnswer, response: Response, check: Check): readonly string[] {
  const contentType = headerOf(answer.headers, "content-type");
  const isDocumented =
    contentType === undefined || response.content.some(({ name }) => matchesMediaType(contentType, name));
  return [...(isDocumented ? [] : wrongContentType(answer, response)), ...judgeHeaders(answer, response, check)];
}

/** Holds the answer of a mock server against the example that it was asked for. */
export function judgeExample({ body }: RawAnswer, { example }: ExpectedAnswer): readonly string[] {
  return example === undefined ? [] : differ("example", example.value, readBody(body.toString("utf8")));
}

function judgeBody(answer: RawAnswer, response: Response, check: Check): string[] {
  if (response.content.length === 0)
    return answer.body.length === 0 ? [] : [`body: none is documented, got ${answer.body.length} bytes`];
  const contentType = headerOf(answer.headers, "content-type") ?? "";
  const mediaType = response.content.find(({ name }) => matchesMediaType(contentType, name));
  if (mediaType === undefined) return wrongContentType(answer, response);
  if (mediaType.stream !== undefined && answer.status < 300) return judgeItems(answer, mediaType.stream, check);
  return isJson(contentType) ? judgeJson(answer, mediaType, check) : [];
}

function wrongContentType({ headers }: RawAnswer, { content }: Response): string[] {
  const documented = content.map(({ name }) => name);
  return differ("content type", documented, headerOf(headers, "content-type") ?? "");
}

function judgeJson(answer: RawAnswer, { schema }: MediaType, check: Check): string[] {
  const value = parseJson(answer.body.toString("utf8"));
  if (value === undefined) return ["body: it is no JSON"];
  const errors = schema === undefined ? [] : check(schema.pointer, "response", value);
  return errors.map(({ at, keyword, message }) => `body${at}: ${message} (${keyword})`);
}

function judgeHeaders(answer: RawAnswer, { headers }: Response, check: Check): string[] {
  return headers.flatMap((header) => judgeHeader(answer, header, check));
}

function judgeHeader(answer: RawAnswer, header: Header, check: Check): string[] {
  const text = joinedHeader(answer.headers, header.name);
  // How bytes travel is the server's to choose.
  if (text === undefined)
    return header.required && !isFraming(header.name) ? [`header ${header.name}: it is required and missing`] : [];
  const errors = check(header.schema.pointer, "response", headerValue(answer.headers, header));
  return errors.map(({ message }) => `header ${header.name}: ${message}, got ${JSON.stringify(text)}`);
}
