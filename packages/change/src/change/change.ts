import type { Location } from "@facsimile/document";

/** What follows from a change for people who use the old edition. */
export type ChangeClass =
  /** What was right under the old edition may fail under the new one. */
  | "breaking"
  /** Nothing that the old edition promised is taken back, but people trip over it: a named convention, each with a page. */
  | "warning"
  /** Cannot be decided, such as whether one regular expression allows all that another one does. Counted as a warning. */
  | "unknown"
  | "safe";

/** Who sends the message that the change is about. Webhooks and callbacks turn it: what an API sends to a receiver is an answer there too. */
export type ChangeDirection =
  /** What callers send. */
  | "request"
  /** What callers receive. */
  | "response"
  /** Nothing travels: documentation. */
  | "none";

/** The part of OpenAPI's object model that the change is about. */
export type ChangeArea =
  | "paths"
  | "parameters"
  | "requestBody"
  | "responses"
  | "headers"
  | "schema"
  | "security"
  | "servers"
  | "mediaTypes"
  | "webhooks"
  | "metadata"
  /** What callers' code sees of the generated package, whatever travels. */
  | "types";

/** One difference between two editions of a document, wherever it is reached from. */
export interface Change {
  /** Stable id, such as `max-length-lowered`, which has a page of its own. */
  readonly rule: string;
  readonly class: ChangeClass;
  readonly direction: ChangeDirection;
  readonly area: ChangeArea;
  /** The operations that it reaches, as `GET /users/{id}`, in the order of the new edition (of the old one, where they are gone). */
  readonly operations: readonly string[];
  /** What is about: undefined where there is nothing on that side. */
  readonly old: Location | undefined;
  readonly new: Location | undefined;
  /** One sentence for a changelog, with the values. */
  readonly message: string;
  /** A value that only one of the editions allows, as proof, where one was found. */
  readonly example?: unknown;
}
