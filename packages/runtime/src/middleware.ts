import type { Operation } from "./operation.js";
import type { PlatformHeaders, PlatformResponse } from "./platform.js";

// biome-ignore lint/suspicious/noConfusingVoidType: a function that gives nothing back is the usual one.
type Maybe<Value> = Value | undefined | void;

/**
 * Functions that are called around each attempt of a call, repetitions included, and once more where an access token was renewed. A client's
 * come before a call's; `onResponse` and `onError` run in the opposite order. What they throw is what the call throws, and is not tried again.
 */
export interface Middleware {
  /** Before a request is sent. It may change `request.headers`, or answer in place of the server. */
  onRequest?(context: MiddlewareContext): Maybe<PlatformResponse> | Promise<Maybe<PlatformResponse>>;
  /** When the headers of an answer are there. It may give another answer; to read the body it has to clone. */
  onResponse?(
    context: MiddlewareContext & { readonly response: PlatformResponse },
  ): Maybe<PlatformResponse> | Promise<Maybe<PlatformResponse>>;
  /** When no answer arrived, or a credential could not be had. It may give an answer, or the error that is to be thrown. */
  onError?(
    context: MiddlewareContext & { readonly error: unknown },
  ): Maybe<PlatformResponse | Error> | Promise<Maybe<PlatformResponse | Error>>;
}

export interface MiddlewareContext {
  readonly operation: Operation<never>;
  /** The request without credentials: those are added afterwards. */
  readonly request: { readonly method: string; readonly url: string; readonly headers: PlatformHeaders };
  /** From 1. A request with a renewed token belongs to the same attempt. */
  readonly attempt: number;
}
