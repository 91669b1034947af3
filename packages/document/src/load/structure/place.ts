import type { Json, JsonObject } from "../document.js";
import { child } from "../pointer.js";
import type { Source } from "../source.js";
import type { ObjectName, Shape } from "./shape.js";

export type Container = JsonObject | readonly Json[];

/** Where a value stands, and what OpenAPI has there. */
export interface Place {
  readonly source: Source;
  /** The JSON pointer in the file as it is written, whatever is mended afterwards. */
  readonly pointer: string;
  /** What has the value as a member or an item, under {@link key}. */
  readonly holder: Container;
  readonly key: string | number;
  readonly shape: Shape;
  /** The place of the holder; undefined where reading began: at the root of the document, and at what a reference leads to. */
  readonly outer: Place | undefined;
  /** What messages call it where its own key says nothing: a path that is described by a file of its own. */
  readonly name?: string;
  /** The place in the document of what a reference leads to, where this one is only what the reference reads there. */
  readonly target?: Place;
}

/** The place of a member or an item of the value at a place. */
export function inside(outer: Place, holder: Container, key: string | number, shape: Shape): Place {
  return { source: outer.source, pointer: child(outer.pointer, key), holder, key, shape, outer };
}

/** The place of a value that is written without the list that is meant around it. */
export function insideUnwritten(outer: Place, holder: Container, key: string | number, shape: Shape): Place {
  return { ...outer, holder, key, shape, outer };
}

export function writtenAt({ holder, key }: Place): Json {
  // A place is made of a container and one of its keys.
  return (holder as { readonly [key: string | number]: Json })[key] as Json;
}

/** The name of the object that is meant at a place; undefined where it is something else. */
export function objectAt(place: Place | undefined): ObjectName | undefined {
  const shape = place?.shape;
  return shape?.kind === "schema" ? "Schema" : shape?.kind === "object" ? shape.name : undefined;
}
