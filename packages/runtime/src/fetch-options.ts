import type { PlatformRequestInit } from "./platform.js";

/** What a call says of its request itself. */
export type Taken = "method" | "headers" | "body" | "signal" | "redirect" | "duplex";

/**
 * What the platform's `fetch` takes beside the request: `cache`, `credentials`, `keepalive`, and whatever a platform adds, such as `next` or
 * `dispatcher`. `method`, `headers`, `body`, `signal`, `redirect` and `duplex` are the call's own.
 */
export type FetchOptions = Omit<PlatformRequestInit, Taken> & { readonly [Name in Taken]?: undefined } & {
  readonly [name: string]: unknown;
};
