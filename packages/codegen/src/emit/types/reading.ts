import type { Direction, Document, SchemaNode, Schemas, SchemaUse } from "@facsimile/document";
import type { Type } from "../../print/index.js";
import type { Place } from "./place.js";

/** How schemas are read: those of one document, as values travel in one direction. */
export interface Reading {
  readonly schemas: Schemas;
  readonly direction: Direction;
  /** The type of the values that a schema describes by itself. */
  readonly typeOf: (node: SchemaNode, place: Place) => Type;
  readonly dialect: Document["dialect"];
  /** The type of a component in a place: its name where that is declared as it is there, else undefined. */
  readonly nameOf: (component: string, place: Place) => Type | undefined;
  /** What is being written out in place of a name, by pointer and place. */
  readonly open: Set<string>;
}

/** A schema that describes a value, perhaps together with others. */
export interface Part {
  readonly node: SchemaNode;
  /** What is known to describe the same value. */
  readonly value: SchemaUse;
  readonly place: Place;
}
