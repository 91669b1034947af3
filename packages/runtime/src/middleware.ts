import type { Operation } from "./operation.js";

/**
 * Functions that are called around each attempt of a call, repetitions included. A client's come before a call's;
 * `onResponse` and `onError` run in the opposite order. What they throw is what the call throws, and is not tried again.
 */
export interface Middleware {
  /** Before a request is sent. It may change `request.headers`, or answer in place of the server. */
  onRequest?(context: MiddlewareContext): Response | undefined | Promise<Response | undefined>;
  /** When the headers of an answer are there. It may give another answer; to read the body it has to clone. */
  onResponse?(
    context: MiddlewareContext & { readonly response: Response },
  ): Response | undefined | Promise<Response | undefined>;
  /** When no answer arrived. It may give an answer, or the error that is to be thrown. */
  onError?(
    context: MiddlewareContext & { readonly error: unknown },
  ): Response | Error | undefined | Promise<Response | Error | undefined>;
}

export interface MiddlewareContext {
  readonly operation: Operation<never>;
  /** The request without credentials: those are added afterwards. */
  readonly request: { readonly method: string; readonly url: string; readonly headers: Headers };
  /** From 1. */
  readonly attempt: number;
}
