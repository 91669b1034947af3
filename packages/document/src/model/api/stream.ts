import type { Schema } from "./schema.js";

/** How the items of a stream are told apart: `text/event-stream` (HTML), a JSON value a line, or RFC 7464. */
export type StreamFormat = "server-sent-events" | "json-lines" | "json-sequence";

/** An answer that comes item by item, for as long as the connection lasts. */
export interface Stream {
  readonly format: StreamFormat;
  /** Whether schema and examples are of events with their names, and not of their data. */
  readonly isOfEvents: boolean;
  /** The kinds of items, in the order of the schema. */
  readonly items: readonly StreamItem[];
  /** `x-stream`: the text that comes in place of a last item. */
  readonly end: string | undefined;
  /** `x-stream`: the name of the event that says that the stream failed. */
  readonly errorEvent: string | undefined;
  /** `x-stream`: the property of an item that says it. */
  readonly errorProperty: string | undefined;
  /** `x-stream`: what a request has that is answered with the stream. */
  readonly condition: StreamCondition | undefined;
}

export interface StreamItem {
  /** The names that such an event has; empty where it may have any. */
  readonly events: readonly string[];
  /** What its text is read as; `either` is JSON where it is JSON. */
  readonly content: "json" | "text" | "either";
  /** Of what it holds: of the data of an event. Undefined where the document says nothing about it. */
  readonly schema: Schema | undefined;
}

/** A property of the request body, or a query parameter, and its value. */
export interface StreamCondition {
  readonly in: "body" | "query";
  readonly name: string;
  readonly value: string | number | boolean;
  /** Whether a request that does not say it means it. */
  readonly isDefault: boolean;
  /** The other values that it may have, where they are known. */
  readonly others: readonly (string | number | boolean | null)[];
}
