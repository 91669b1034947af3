import type { PlatformHeaders } from "./platform.js";

/**
 * An answer with a status from 200 to 299, as one of the responses that the document states for the operation. `data`, `headers` and
 * `contentType` are what it states where {@link problem} is undefined.
 *
 * @typeParam Status The response's key in the document: `200`, `"2XX"`, `"default"`; `"undocumented"` where the document states no success.
 */
export interface Success<Status extends number | string, Data = undefined, Headers = NoHeaders, ContentType = string> {
  readonly ok: true;
  /** The key of this response in the document. {@link statusCode} is the number that arrived. */
  readonly status: Status;
  readonly statusCode: number;
  /** As the document states it. Undefined where no such body arrived: {@link problem} then says so, and {@link text} has what there was. */
  readonly data: Data;
  readonly error?: undefined;
  /** What differs from the document. Undefined: nothing. */
  readonly problem?: AnswerProblem | undefined;
  /** The headers that the document states, by its spelling, decoded. All others are in `response.headers`. */
  readonly headers: Headers;
  /** The media type as the document writes it; empty where the response has no content. */
  readonly contentType: ContentType;
  /** The first 10,000 characters of a body that the document does not state. */
  readonly text?: string | undefined;
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
  readonly problem?: undefined;
  /** The headers that the document states, by its spelling, decoded. All others are in `response.headers`. */
  readonly headers: Headers;
  /** The media type as the document writes it; empty where the response has no content. */
  readonly contentType: ContentType;
  /** The first 10,000 characters of a body that the document does not state. */
  readonly text?: string | undefined;
  readonly response: ResponseInfo;
}

/** An answer that the document does not state. With `strict`, it may have a status from 200 to 299 too. */
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
  /** What differs from the document. */
  readonly problem: AnswerProblem;
  readonly response: ResponseInfo;
}

/** What an answer has that its document does not state; the first of several. */
export interface AnswerProblem {
  /** The status, the media type of this status, or a body like this one. */
  readonly kind: "status" | "content-type" | "body";
  /** What the document states: the keys of its responses, or the media types of this one. */
  readonly stated: readonly string[];
  /** What arrived: the number, the media type, or what is wrong with the body (`is empty`). */
  readonly received: string;
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
  readonly headers: PlatformHeaders;
  /** `x-request-id`, `request-id` or `x-correlation-id`, whichever there is. */
  readonly requestId: string | undefined;
}
