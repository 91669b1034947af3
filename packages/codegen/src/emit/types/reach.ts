import { componentOf, type Direction, type Json, type Schemas } from "@facsimile/document";
import { Bytes } from "./bytes.js";
import type { Place } from "./place.js";
import { type Shown, shownSchemas } from "./shown.js";

/** Where a schema is used. */
export interface Use {
  readonly direction: Direction;
  readonly place: Place;
}

/** A component as a value of it travels somewhere. */
export interface Reached extends Use {
  readonly component: string;
}

/** Which components the types of schemas mention, as far as their values travel in a direction. */
export class Reach {
  private readonly schemas: Schemas;
  private readonly components: ReadonlyMap<string, Json>;
  private readonly mentioned = new Map<string, readonly Reached[]>();
  private readonly bytes: Bytes;

  constructor(schemas: Schemas, components: ReadonlyMap<string, Json>) {
    this.schemas = schemas;
    this.components = components;
    this.bytes = new Bytes(schemas, components);
  }

  /** Everything that is reached from some uses of components, those included. */
  from(starts: readonly Reached[]): ReadonlyMap<string, Reached> {
    const found = new Map<string, Reached>();
    const pending = [...starts];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const key = keyOf(next);
      if (found.has(key)) continue;
      found.set(key, next);
      pending.push(...this.mentionedBy(next));
    }
    return found;
  }

  /** The components that the type of a component mentions. */
  private mentionedBy(reached: Reached): readonly Reached[] {
    const key = keyOf(reached);
    const known = this.mentioned.get(key);
    if (known !== undefined) return known;
    const value = this.components.get(reached.component);
    const mentioned = value === undefined ? [] : this.in(value, reached);
    this.mentioned.set(key, mentioned);
    return mentioned;
  }

  /** The components that the type of a schema mentions. */
  in(schema: Json, use: Use): readonly Reached[] {
    const found: Reached[] = [];
    const pending: { readonly value: Json; readonly place: Place }[] = [{ value: schema, place: use.place }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { place } = next;
      const keywords = this.schemas.keywords(next.value);
      const component = componentOf(keywords.$ref);
      if (component !== undefined)
        found.push({ component, direction: use.direction, place: this.placeOf(component, place) });
      for (const below of shownSchemas(keywords, place)) if (!this.isAbsent(below, use.direction)) pending.push(below);
    }
    return found;
  }

  private isAbsent({ value, isProperty }: Shown, direction: Direction): boolean {
    return isProperty && this.schemas.isAbsent([{ value, pointer: "" }], direction);
  }

  /** A place where a component's type is not what it is in text. */
  placeOf(component: string, place: Place): Place {
    return place !== "text" && this.bytes.in(component, place) ? place : "text";
  }
}

function keyOf({ component, direction, place }: Reached): string {
  return `${direction} ${place} ${component}`;
}
