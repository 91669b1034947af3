import type { ServerOptions } from "./base-url.js";
import type { FetchOptions } from "./fetch-options.js";
import type { FetchedResponse } from "./fetched.js";
import type { Logger } from "./logger.js";
import type { Middleware } from "./middleware.js";
import type { PlatformAbortSignal, PlatformRequestInit } from "./platform.js";
import type { RetryOptions } from "./retry.js";
import type { Validation } from "./validation.js";

/** The platform's `fetch`, or something that is called like it. It must not follow redirects when `redirect` is `"manual"`. */
export type Fetch = (url: string, init: PlatformRequestInit) => Promise<FetchedResponse>;

/** By name. Undefined takes away what the client would send. */
export type RequestHeaders = Readonly<Record<string, string | undefined>>;

/** What clients and calls can be told. */
export interface CommonOptions {
  /** Further headers. Credentials and the parameters of an operation win over them. */
  readonly headers?: RequestHeaders;
  /** Milliseconds that one attempt may take, its body included. Default: 60,000. `Infinity`: no limit. */
  readonly timeout?: number;
  /** Milliseconds that a call may take with all its attempts and the time between them. Default: no limit. */
  readonly totalTimeout?: number;
  /** When a call is tried again; `false` or 0 for never, a number for how often at most. */
  readonly retry?: RetryOptions | number | false;
  /** Bytes that the body of an answer may have, after decompression. Default: 67,108,864 (64 MiB). */
  readonly maxResponseSize?: number;
  /**
   * Whether an answer of 2xx that differs from the document is no success: one whose status or media type the document does not state is
   * `"undocumented"`, one whose body is not the JSON that it states is a ResponseParseError. For tests. Default: false.
   */
  readonly strict?: boolean;
  /**
   * Holds values against the schemas of the document, which differ from the types in what only shows at run time: `answers` or `calls` of the package's
   * subpath `schemas`, where it has one. An answer that does not fit differs from the document: in its `problem`, or as `strict` says. Default: nothing is checked.
   */
  readonly validate?: Validation;
  /** Handed to `fetch` with each request. A call's are added to the client's, member by member. */
  readonly fetchOptions?: FetchOptions;
  /** Called around each attempt. */
  readonly middleware?: readonly Middleware[];
}

/** What a client can be told. */
export interface ClientOptions extends CommonOptions {
  /** Default: the platform's. */
  readonly fetch?: Fetch;
  /** Default: none; nothing is logged. */
  readonly logger?: Logger;
}

/** What an application tells a client, as a generated package hands it on. */
export interface ConnectionOptions extends ClientOptions, ServerOptions {
  /** By name of the security scheme. */
  readonly credentials?: object;
}

/** What one call can be told. It wins over what the client was told; headers and middleware are added to the client's. */
export interface CallOptions extends CommonOptions {
  /** Aborts the call at any moment. */
  readonly signal?: PlatformAbortSignal;
  /** Sent as `Idempotency-Key`, the same with each attempt. The call may then be repeated, whatever its method is. */
  readonly idempotencyKey?: string;
}
