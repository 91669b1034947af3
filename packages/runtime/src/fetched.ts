import type { PlatformHeadersInit, PlatformResponse } from "./platform.js";

/**
 * What a `fetch` has to give: the platform's `Response`, or a plain object with at least `status`. `headers` are none and the body is empty where
 * they are missing. Of a body that is no stream of the platform, the first of `arrayBuffer`, `text` and `json` that is there is called, once.
 */
export interface FetchedResponse {
  readonly status: number;
  readonly statusText?: string;
  readonly headers?: PlatformHeadersInit;
  /** Read where it has `getReader`. Null: there is none. */
  readonly body?: unknown;
  arrayBuffer?(): Promise<ArrayBuffer>;
  text?(): Promise<string>;
  json?(): Promise<unknown>;
}

/** Gives what a `fetch` has given the members that a `Response` has and this package reads, besides those of its body. */
export function completeResponse(given: FetchedResponse): PlatformResponse {
  // Casts because of a `Response` nothing else is read than what both have from here on. No double needs `clone`.
  if ("clone" in given) return given as Response;
  const { status, statusText = "", headers } = given;
  const ok = /^2/.test(`${status}`);
  return { __proto__: given, ok, statusText, headers: new Headers(headers) } as unknown as Response;
}
