import type { PlatformHeaders, PlatformRequest } from "../platform.js";
import type { WebhookProblem } from "./problem.js";

/** What a request says about which webhook it is. */
export interface WebhookMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: PlatformHeaders;
  /** JSON as a value, also where it is called text, a form as URLSearchParams, text as text, all else as bytes; undefined where there is none. */
  readonly body: unknown;
}

interface Signed {
  /** One, or several while they are exchanged: `whsec_…`, as Standard Webhooks has them. */
  readonly secret: string | readonly string[];
  readonly verify?: never;
  readonly unsigned?: never;
}

interface Verified {
  /** Decides by other means whether a request is the API's. What it throws is a no. `request` has no more body: that is `rawBody`. */
  readonly verify: (request: PlatformRequest, rawBody: Uint8Array) => boolean | Promise<boolean>;
  readonly secret?: never;
  readonly unsigned?: never;
}

interface Unsigned {
  /** Anybody who knows the URL may send events. */
  readonly unsigned: true;
  readonly secret?: never;
  readonly verify?: never;
}

/** How it is known that a request is the API's: one of them has to be said. */
export type WebhookAuthentication = Signed | Verified | Unsigned;

/** What a receiver is told besides. */
export interface WebhookSettings<Handlers> {
  /** By name. Their webhooks, and the others that are sent to the same URL, are what may arrive. */
  readonly handlers: Handlers;
  /** Which webhook arrives at this URL, or what finds it out. Default: the one whose fixed properties and headers a request has. */
  readonly webhook?: keyof Handlers | ((message: WebhookMessage) => keyof Handlers | undefined);
  /** Told of each request that no handler has handled to its end. Default: a line on the console. */
  readonly onProblem?: (problem: WebhookProblem) => void;
  /** Bytes that a body may have. Default: 1,048,576 (1 MiB): Standard Webhooks advises senders to stay below 20 KB. */
  readonly maxRequestSize?: number;
}

export type WebhookOptions<Handlers> = WebhookSettings<Handlers> & WebhookAuthentication;
