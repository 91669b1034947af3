import type { PlatformHeaders, PlatformHeadersInit, PlatformResponse } from "../platform.js";

/** Headers, of which the document says what some hold: `get` knows these by the names that they have there. Nothing checks them. */
export type WebhookHeaders<Stated extends object> = [keyof Stated] extends [never]
  ? PlatformHeaders
  : { get<Name extends keyof Stated>(name: Name): Stated[Name] } & PlatformHeaders;

/** What is known of a request besides the event. */
export interface WebhookContext<Stated extends object = object> {
  readonly webhook: string;
  readonly method: string;
  readonly url: string;
  /** As they arrived. */
  readonly headers: WebhookHeaders<Stated>;
  /**
   * `webhook-id`: the same each time that the sender repeats the event. Whoever keeps the ones that were handled handles none twice. Undefined where
   * the request has none.
   */
  readonly id: string | undefined;
  /** When the sender signed it; undefined where no secret was checked. */
  readonly timestamp: Date | undefined;
  /** The body as it arrived, byte by byte. */
  readonly rawBody: Uint8Array;
}

/** What a receiver answers: a status, and what the document states for it. */
export type WebhookAnswer<Status extends number = number, Body = undefined> = {
  readonly status: Status;
  readonly headers?: PlatformHeadersInit;
} & ([Body] extends [undefined] ? { readonly body?: undefined } : { readonly body: Body });

/** A handler may answer nothing: the first success that the document states is answered, without a body. */
// biome-ignore lint/suspicious/noConfusingVoidType: it stands in the return type of handlers, which may return nothing at all.
export type NoAnswer = void;

/** Handles the events of one webhook. What it throws is answered with 500, and nothing of it is in that answer. */
export type WebhookHandler<Event, Answer, Stated extends object = object> = (
  event: Event,
  context: WebhookContext<Stated>,
) => Answer | PlatformResponse | Promise<Answer | PlatformResponse>;
