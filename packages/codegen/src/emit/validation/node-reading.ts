import type { Direction, Document, Json, JsonObject, Schemas } from "@facsimile/document";
import type { Code } from "../../print/index.js";
import type { Place } from "../types/place.js";

/** How schemas are read whose values are checked at run time: those of one document, as values travel in one direction. */
export interface NodeReading {
  readonly schemas: Schemas;
  readonly dialect: Document["dialect"];
  readonly direction: Direction;
  /** The constant for what a `$ref` leads to, as its values travel. */
  readonly referTo: (reference: JsonObject, place: Place) => Code;
}

/** A schema that binds in the direction of a reading already, and what is known around it. */
export interface NodePart {
  readonly value: Json;
  readonly place: Place;
  /** Whether the schema around it is about the same value, and says itself what type that has. */
  readonly isTyped: boolean;
}
