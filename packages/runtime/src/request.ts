import type { PlatformRequestInit } from "./platform.js";

/** What an operation takes, as {@link RequestWriter}s read it. */
export interface Input {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly cookie?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** The media type of the body, where the operation takes several. */
  readonly contentType?: string;
}

/** What an operation takes that has neither parameters nor a body: nothing, or `{}`. Options are another argument. */
export interface NoInput {
  readonly path?: undefined;
  readonly query?: undefined;
  readonly header?: undefined;
  readonly cookie?: undefined;
  readonly body?: undefined;
}

/** A request while its parts are written. */
export interface RequestDraft {
  /** Encoded; at first the template. */
  path: string;
  /** Encoded, without the `?`. */
  query: string;
  /** Those that parameters stand for, under names in lower case. */
  readonly headers: Record<string, string>;
  body?: RequestContent | undefined;
  /** The `content-type` of the body; undefined where there is none, or where fetch has to write it (FormData). */
  contentType?: string | undefined;
  /** Whether the same body can be sent again: false for a stream. */
  repeatable: boolean;
}

/** What fetch takes as a body. */
export type RequestContent = PlatformRequestInit extends { body?: infer Body } ? NonNullable<Body> : unknown;
