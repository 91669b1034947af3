import type { PlatformRequestInit } from "./platform.js";
import { refuse } from "./serialize/refuse.js";

/** What a call says of its request itself. */
type Taken = "method" | "headers" | "body" | "signal" | "redirect" | "duplex";

/**
 * What the platform's `fetch` takes beside the request: `cache`, `credentials`, `keepalive`, and whatever a platform adds, such as `next` or
 * `dispatcher`. `method`, `headers`, `body`, `signal`, `redirect` and `duplex` are the call's own.
 */
export type FetchOptions = Omit<PlatformRequestInit, Taken> & { readonly [Name in Taken]?: undefined } & {
  readonly [name: string]: unknown;
};

/** @throws InvalidRequestError for what the call says itself. */
export function refuseTaken(given: FetchOptions | undefined): void {
  for (const name of taken) {
    if (given?.[name] !== undefined) refuse({ in: "fetchOptions", name }, "is the call's own");
  }
}

const taken: readonly Taken[] = ["method", "headers", "body", "signal", "redirect", "duplex"];
