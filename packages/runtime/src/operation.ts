import type { Pagination } from "./pagination.js";
import type { PlatformBlob, PlatformHeaders, PlatformResponse } from "./platform.js";
import type { Input as OperationInput, RequestContent, RequestDraft } from "./request.js";
import type { Authorization, SecurityAlternative } from "./security.js";
import type { StreamDescription } from "./streams/description.js";

/**
 * What the runtime has to know of one operation of an OpenAPI document. Generated packages hold one such description for each operation.
 *
 * `Input` and `Result` exist for the compiler only: they tell {@link send} what the operation takes and what it answers.
 */
export interface Operation<Input = unknown, Result = unknown> {
  /** `operationId`, as in the document. */
  readonly id: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE" | "QUERY" | (string & {});
  /** The path template: `/users/{id}`. */
  readonly path: string;
  /** A query that every request has, encoded, without the `?`. */
  readonly query?: string;
  /** The server that the operation goes to, by its name in the description of the client. Absent where the others go. */
  readonly server?: string;
  /**
   * What each request has, under names in lower case: `accept` with all media types that the operation may answer with, in the order of the
   * document. Where a success may be something other than JSON, `accept-encoding: identity` asks for no compression: `fetch` takes half
   * of a compressed body for a whole one, and only in JSON is the loss seen.
   */
  readonly headers?: Readonly<Record<string, string>>;
  /** In the order of the document. Absent when there are none. */
  readonly parameters?: readonly Parameter[];
  /**
   * What writes the parts of the request: `writePath`, `writeQuery`, `writeFixedQuery`, `writeHeaders`, `writeCookies`, `writeBody` of this package, as far as
   * there is something for them to write. Named here, so that a bundle does not carry the others.
   */
  readonly write?: readonly RequestWriter[];
  /** Absent when the operation takes no request body. */
  readonly body?: RequestBody;
  /** By `200`, `4XX` or `default`, as in the document. */
  readonly responses: Readonly<Record<string, ResponseDescription>>;
  /** `findRange` of this package, where there is a range among them, or `default`. */
  readonly findRange?: RangeFinder;
  /** `nearestSuccess` of this package, where more than one response is a success. */
  readonly nearestSuccess?: SuccessFinder;
  /** `matchMediaTypes` of this package, where a response has several media types, or a range of them. */
  readonly matchMediaTypes?: MediaTypeMatcher;
  /** `readHeaders` of this package, where a response states headers. */
  readonly readHeaders?: HeaderReader;
  /** Alternatives, of which one must be met. Absent: no credential is sent. */
  readonly security?: readonly SecurityAlternative[];
  /** `authorizeAny` of this package, where there is more than one, or one of several schemes. Absent: the first scheme is all that is met. */
  readonly authorizeAny?: Authorizer;
  /** `repeatLost` of this package where a repetition changes nothing, else `repeatUnsent`. Absent: the operation is not repeated. */
  readonly repeat?: RepetitionRule;
  /** `changeMethod` of this package, where the method is neither GET nor HEAD. */
  readonly redirect?: RedirectRule;
  /** `followHidden` of this package, where a GET or HEAD may be sent without a credential in a header. */
  readonly followHidden?: HiddenRedirectRule;
  /** How its pages are asked for, where it answers a list page by page. */
  readonly pagination?: Pagination;
  /** Never set: the types of the operation. */
  readonly types?: (input: Input) => Result;
}

/** An operation that answers a list page by page. */
export interface PagedOperation<Input = unknown, Result = unknown> extends Operation<Input, Result> {
  readonly pagination: Pagination;
}

/** Writes its part of a request. Throws InvalidRequestError for what the document does not allow. */
export type RequestWriter = (draft: RequestDraft, operation: Operation<never>, input: OperationInput) => void;

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie";
  readonly required?: true;
  /** Absent where it is the default of its place: `form` for query and cookie, `simple` for path and header. */
  readonly style?: "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  /** Absent where it is the default of its style: true for `form`, false for the others. */
  readonly explode?: boolean;
  readonly allowReserved?: true;
  /** The media type, for a parameter that the document describes by `content`. */
  readonly content?: string;
  /** The value may be an array or an object. Needed for path parameters only, where nothing else may be one. */
  readonly structured?: true;
}

export interface RequestBody {
  readonly required?: true;
  /** By media type, as it is sent. The first is the default. */
  readonly content: Readonly<Record<string, MediaType>>;
}

export interface MediaType {
  /** Writes a form: `multipart` or `urlencoded` of this package. Named here, so that a package without forms does not carry it. */
  readonly write?: FormWriter;
  /** By property, for urlencoded and multipart bodies. */
  readonly encoding?: Readonly<Record<string, Encoding>>;
}

/** Writes the properties of an object as a form. */
export type FormWriter = (
  mediaType: string,
  description: MediaType,
  body: unknown,
) => { readonly body: string | PlatformBlob; readonly contentType: string };

export interface Encoding {
  readonly contentType?: string;
  readonly style?: Parameter["style"];
  readonly explode?: boolean;
  readonly allowReserved?: true;
  /** Headers of the part, with the values that they always have. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ResponseDescription {
  /**
   * By media type, as in the document: `readJsonBody`, `readTextBody`, `readBinaryBody` or `readAnyBody` of this package, or `readStream` of its
   * streams. Absent when the response has no body.
   */
  readonly content?: Readonly<Record<string, BodyReader>>;
  /** By media type, those that are read by `readStream`. */
  readonly streams?: Readonly<Record<string, StreamDescription>>;
  /** By the document's spelling. */
  readonly headers?: Readonly<Record<string, HeaderType>>;
}

/**
 * Whether a call is to be repeated.
 *
 * @param status Of the answer, if there was one.
 * @param error Why there was none.
 */
export type RepetitionRule = (
  status: number | undefined,
  error: unknown,
  options: { readonly idempotencyKey?: string },
) => boolean;

/** A call that needs credentials. */
export interface CredentialedCall {
  readonly operation: Operation<never>;
  readonly url: string;
  readonly secrets: readonly string[];
  readonly client: { readonly credentials: Readonly<Record<string, unknown>> };
  /** The credentials that the API has answered with 401, by the name of the scheme. */
  readonly refused?: ReadonlyMap<string, unknown>;
}

/**
 * The headers of a request with its credentials.
 *
 * @param headers Of the request so far, under names in lower case.
 * @throws CredentialsError when there are none, or when one cannot be obtained or sent.
 */
export type Authorizer = (call: CredentialedCall, headers: Readonly<Record<string, string>>) => Promise<Authorization>;

/** A request as it is sent again. */
export interface SentRequest {
  method: string;
  /** Under names in lower case. */
  readonly headers: Record<string, string>;
  body: RequestContent | undefined;
}

/** Makes of a request what is sent to where it was redirected. */
export type RedirectRule = (
  request: SentRequest,
  status: number,
  repeatable: boolean,
  refuse: (reason: string) => never,
) => void;

/** Whether a request with these headers may be sent to where a browser does not show. */
export type HiddenRedirectRule = (headers: SentRequest["headers"]) => boolean;

/** The key of the success that an answer of 2xx is taken for whose status is not stated. */
export type SuccessFinder = (
  responses: Operation["responses"],
  successes: readonly string[],
  mediaType: string,
) => string | undefined;

/** Which of the stated media types has arrived, and what a body may be. */
export type MediaTypeMatcher = (content: Readonly<Record<string, unknown>>, received: string) => MediaTypeMatch;

export interface MediaTypeMatch {
  /** The media type that has arrived, as the document writes it. Empty where it states another, or none. */
  readonly mediaType: string;
  /** What the body may be, the likeliest first. */
  readonly candidates: readonly string[];
}

/** The key of the response for a status that is not stated by itself. */
export type RangeFinder = (responses: Operation["responses"], status: number) => string | undefined;

/**
 * Makes a value of the body of an answer, or says why that cannot be: `reason` stands behind "its body". A value may be one that is not what the
 * document states: `failure` then says so.
 *
 * @param text Decodes the bytes.
 * @param mediaType As it arrived.
 * @param response Its body has been read.
 */
export type BodyReader = (
  bytes: Uint8Array,
  text: () => string,
  mediaType: string,
  response: PlatformResponse,
) => ReadBody | Promise<ReadBody>;

type ReadBody =
  | { readonly value: unknown; readonly failure?: { readonly reason: string } }
  | { readonly cause: unknown; readonly reason?: string };

/** Decodes the headers that the document states, by its spelling. One whose text is not what the document states is left out. */
export type HeaderReader = (
  types: Readonly<Record<string, HeaderType>>,
  headers: PlatformHeaders,
) => Readonly<Record<string, unknown>>;

/** How the text of a response header is read. `array` and `object` are in style `simple`; `json` stands for a header with `content`. */
export type HeaderType = "string" | "number" | "integer" | "boolean" | "array" | "object" | "json";
