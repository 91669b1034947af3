/**
 * One of the responses that the document states for the operation, with a status from 200 to 299.
 *
 * @typeParam Status The response's key in the document: `200`, `"2XX"`, `"default"`.
 */
export interface Success<Status extends number | string, Data = undefined, Headers = NoHeaders, ContentType = string> {
  readonly ok: true;
  /** The key of this response in the document. {@link statusCode} is the number that arrived. */
  readonly status: Status;
  readonly statusCode: number;
  readonly data: Data;
  readonly error?: undefined;
  /** The headers that the document states, by its spelling, decoded. All others are in `response.headers`. */
  readonly headers: Headers;
  /** The media type as the document writes it; empty where the response has no content. */
  readonly contentType: ContentType;
  /** The first 10,000 characters of a body that the document does not state. */
  readonly text?: string;
  readonly response: ResponseInfo;
}

/** One of the responses that the document states for the operation, with a status outside of 200 to 299. */
export interface Failure<
  Status extends number | string,
  Problem = undefined,
  Headers = NoHeaders,
  ContentType = string,
> {
  readonly ok: false;
  /** The key of this response in the document. {@link statusCode} is the number that arrived. */
  readonly status: Status;
  readonly statusCode: number;
  readonly data?: undefined;
  /** The body. */
  readonly error: Problem;
  /** The headers that the document states, by its spelling, decoded. All others are in `response.headers`. */
  readonly headers: Headers;
  /** The media type as the document writes it; empty where the response has no content. */
  readonly contentType: ContentType;
  /** The first 10,000 characters of a body that the document does not state. */
  readonly text?: string;
  readonly response: ResponseInfo;
}

/** An answer that the document does not state. It may have any status, from 200 to 299 too. */
export interface Undocumented {
  readonly ok: false;
  readonly status: "undocumented";
  readonly statusCode: number;
  readonly data?: undefined;
  /** The body: a JSON value if it is JSON, else {@link text}. */
  readonly error: unknown;
  readonly headers: NoHeaders;
  /** The media type that arrived; empty if there was none. */
  readonly contentType: string;
  /** The first 10,000 characters of the body. */
  readonly text: string;
  /** What the document does not state: the status, the media type of this status, or a body like this one. */
  readonly reason: "status" | "content-type" | "body";
  readonly response: ResponseInfo;
}

/** A result of any operation. */
export type AnyResult =
  | Success<number | string, unknown, object>
  | Failure<number | string, unknown, object>
  | Undocumented;

/** No header is stated for this response. */
export interface NoHeaders extends Readonly<Record<never, never>> {}

/** An answer without its body. */
export interface ResponseInfo {
  /** `operationId` of the operation that was called. */
  readonly operation: string;
  readonly method: string;
  /** Where the answer came from, after redirects. Credentials are not in it. */
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  /** `x-request-id`, `request-id` or `x-correlation-id`, whichever there is. */
  readonly requestId: string | undefined;
}
