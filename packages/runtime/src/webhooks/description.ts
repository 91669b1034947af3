/** What a property or a header of a webhook's request holds, and that of others does not. */
export interface WebhookMark {
  readonly in: "body" | "header";
  /** The name of the header in lower case, or the names that lead to the property. */
  readonly path: readonly string[];
  readonly values: readonly (string | number | boolean | null)[];
}

/** What a body is to those who handle it. */
export type EventKind = "json" | "text" | "form" | "bytes";

/** A webhook or a callback of a document, as this module needs it. */
export interface WebhookDescription {
  /** What its requests are sent because of: the operation and the expression of their URL. Undefined for webhooks. */
  readonly callbackOf?: string;
  /** In capitals. */
  readonly method: string;
  /** What arrives, by media type. None where no body is stated. */
  readonly content: Readonly<Record<string, EventKind>>;
  /** All of them hold for each of its requests. */
  readonly marks?: readonly WebhookMark[];
  /** What is answered where a handler says nothing else. */
  readonly status: number;
}

/** All webhooks and callbacks of a document, by name. */
export type WebhookDescriptions = Readonly<Record<string, WebhookDescription>>;
