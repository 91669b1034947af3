import type { Direction, Json, JsonObject } from "@facsimile/document";
import type { RunningEdition } from "../operations/edition.js";
import type { RandomValues } from "../random-values.js";

/** What an edition says of a body in one media type. */
export interface WireBody {
  readonly edition: RunningEdition;
  readonly media: JsonObject;
  readonly direction: Direction;
  /** The media type as the document writes it. */
  readonly type: string;
}

/** A body as it is sent. */
export interface SentBody {
  /** The header `Content-Type`. */
  readonly header: string;
  readonly text: string;
}

/** A value as a body has it, where every simple value is a text. */
export type Tree = string | readonly Tree[] | { readonly [name: string]: Tree };

/** Who reads a body cannot make out a value. */
export class Unreadable extends Error {}

/** How the values of some media types are written and read, by the specification alone: it judges the product, and shares nothing with it. */
export interface BodyLanguage {
  /** Whether a value has a text in it. */
  isWritable(body: WireBody, value: Json): boolean;
  write(body: WireBody, value: Json, random: RandomValues): SentBody;
  /**
   * Throws `Unreadable` where it is none that the edition describes.
   *
   * @param meant - what was sent: its kind counts where the edition does not say one
   */
  read(body: WireBody, sent: SentBody, meant: Json): Tree;
  /** What is meant by a value to who knows an edition; the value itself where the language does not say. */
  takenAs?(body: WireBody, meant: Json): Json;
  /** What a value may be that arrives: where simple values are texts, a number is one, too. */
  readings(body: WireBody, meant: Json): readonly Json[];
}
