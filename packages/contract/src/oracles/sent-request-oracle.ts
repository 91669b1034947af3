import { isJson, type MediaType, type Operation, type RequestBody } from "@facsimile/document";
import { successOf } from "@facsimile/mock/things";
import {
  accepts,
  decodeContent,
  headerOf,
  isForm,
  isMultipart,
  joinedHeader,
  matchesMediaType,
  type RawRequest,
} from "@facsimile/mock/wire";
import {
  formMeanings,
  judgeParameters,
  meaningErrors,
  type Pair,
  type ParameterContext,
  readPairs,
} from "@facsimile/samples/wire";
import { readBody } from "../wire/body.js";
import { judgeCredentials, type ReadRequest } from "./credential-oracle.js";

/** A request of which only the wire tells what was meant. */
export interface SentRequest {
  /** Without a body where that was too long to be kept. */
  readonly raw: RawRequest;
  readonly hasWholeBody: boolean;
  readonly operation: Operation;
  /** The text of each path parameter, still encoded. */
  readonly path: ReadonlyMap<string, string>;
}

/**
 * Holds a request that somebody else made against its operation: each parameter in its place and style, the credentials, the content type and
 * the body. No message has a value of the request in it.
 */
export async function judgeSentRequest(sent: SentRequest, context: ParameterContext): Promise<readonly string[]> {
  const { raw, operation, path } = sent;
  const request = readRequest(raw);
  const broken = /%(?![\da-f]{2})|[^\x21-\x7e]/i.test(raw.target)
    ? ["the path and the query are not percent-encoded"]
    : [];
  return [
    ...broken,
    ...judgeParameters(context, { ...request, path, header: (name) => joinedHeader(raw.headers, name) }, operation),
    ...judgeCredentials(request, operation, context.schemes),
    ...judgeAccept(raw, operation),
    ...(await judgeBody(sent, context)),
  ];
}

function readRequest(raw: RawRequest): ReadRequest {
  const [, ...query] = raw.target.split("?");
  const cookies = joinedHeader(raw.headers, "cookie", "; ") ?? "";
  return { raw, query: readPairs(query.join("?"), "&"), cookies: readPairs(cookies, ";") };
}

/** A client that takes nothing of what a success is answered with gets 406 (RFC 9110, 15.5.7). */
function judgeAccept({ headers }: RawRequest, operation: Operation): string[] {
  const documented = successOf(operation)?.content.map(({ name }) => name) ?? [];
  const accept = joinedHeader(headers, "accept");
  const isAccepted = documented.some((name) => accepts(accept, name));
  return documented.length === 0 || isAccepted ? [] : [`header Accept: it leaves out ${documented.join(" and ")}`];
}

async function judgeBody({ raw, hasWholeBody, operation }: SentRequest, context: ParameterContext): Promise<string[]> {
  const { requestBody } = operation;
  const contentType = headerOf(raw.headers, "content-type");
  const isEmpty = raw.body.length === 0 && hasWholeBody;
  // A form with nothing in it has no bytes.
  if (isEmpty && !isForm(contentType ?? ""))
    return requestBody?.required === true ? ["body: it is required and missing"] : [];
  if (requestBody === undefined) return isEmpty ? [] : ["body: the operation takes none"];
  const mediaType = mediaTypeOf(requestBody, contentType);
  if (contentType === undefined || mediaType === undefined) {
    const wanted = requestBody.content.map(({ name }) => name).join(" or ");
    return [`header Content-Type: the operation takes ${wanted}, got ${contentType ?? "none"}`];
  }
  const bytes = hasWholeBody ? decodeContent(raw.headers, raw.body) : "unknown";
  if (bytes === "broken") return ["body: it is not in its Content-Encoding"];
  return bytes === "unknown" ? [] : judgeContent(contentType, bytes, mediaType, context);
}

function mediaTypeOf({ content }: RequestBody, contentType: string | undefined): MediaType | undefined {
  const fitting = content.filter(({ name }) => contentType !== undefined && matchesMediaType(contentType, name));
  // The most specific one is meant (OpenAPI 3.1.1, 4.8.13.1).
  return fitting.find(({ name }) => !name.includes("*")) ?? fitting[0];
}

async function judgeContent(
  contentType: string,
  bytes: Buffer,
  mediaType: MediaType,
  { document, validator }: ParameterContext,
): Promise<string[]> {
  const isPairs = isForm(contentType) || isMultipart(contentType);
  if (!isPairs && !isJson(contentType)) return [];
  let value: unknown;
  try {
    value = await readBody(contentType, bytes);
  } catch {
    return [`body: it is no ${isPairs ? "form" : "JSON"}`];
  }
  const { schema } = mediaType;
  if (schema === undefined) return [];
  const meanings = isPairs ? formMeanings(document, mediaType, value as readonly Pair[]) : [value];
  return meaningErrors(validator, schema, meanings).map(
    ({ at, keyword, message }) => `body${at}: ${message} (${keyword})`,
  );
}
