import type { PlatformHeaders, PlatformHeadersInit, PlatformResponse, PlatformSearchParams } from "../platform.js";

/** What has values by name, of which the document says what some are: `get` knows these by the names that they have there. Nothing checks them. */
type Knowing<Stated extends object, Values> = [keyof Stated] extends [never]
  ? Values
  : { get<Name extends keyof Stated>(name: Name): Stated[Name] } & Values;

export type WebhookHeaders<Stated extends object> = Knowing<Stated, PlatformHeaders>;
export type WebhookQuery<Stated extends object> = Knowing<Stated, PlatformSearchParams>;

/** What is known of a request besides the event. */
export interface WebhookContext<StatedHeaders extends object = object, StatedQuery extends object = object> {
  readonly webhook: string;
  readonly method: string;
  readonly url: string;
  /** As they arrived. */
  readonly headers: WebhookHeaders<StatedHeaders>;
  /** The query of the URL. */
  readonly query: WebhookQuery<StatedQuery>;
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
export type WebhookHandler<
  Event,
  Answer,
  StatedHeaders extends object = object,
  StatedQuery extends object = object,
> = (
  event: Event,
  context: WebhookContext<StatedHeaders, StatedQuery>,
) => Answer | PlatformResponse | Promise<Answer | PlatformResponse>;
