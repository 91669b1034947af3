import type { JsonObject } from "../document.js";
import type { Source } from "../source.js";
import type { Place } from "./place.js";
import type { Shape } from "./shape.js";

/** A text that stands for something of a known shape in another place. */
export interface ReferenceUse {
  /**
   * `$ref` holds a URI; a discriminator's mapping may also hold just the name of a component of the document. A dynamic reference of JSON
   * Schema depends on the schemas that led to it.
   */
  readonly kind: "uri" | "schema name" | "dynamic" | "recursive";
  readonly source: Source;
  /** The object that has the reference as a member, its pointer, and the member's key. */
  readonly holder: JsonObject;
  readonly pointer: string;
  readonly key: string;
  readonly ref: string;
  readonly shape: Shape;
  /** Where the holder stands. */
  readonly place: Place;
}
