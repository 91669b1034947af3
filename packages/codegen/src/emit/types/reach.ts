import { componentOf, type Direction, type Json, type JsonObject, type Schemas } from "@facsimile/document";
import { isBytes, type Place, placeOfItem, placeOfProperty } from "./place.js";

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
  private readonly bytes = new Map<string, boolean>();

  constructor(schemas: Schemas, components: ReadonlyMap<string, Json>) {
    this.schemas = schemas;
    this.components = components;
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
    return place !== "text" && this.hasBytes(component, place) ? place : "text";
  }

  private hasBytes(component: string, place: Place): boolean {
    const key = `${place} ${component}`;
    const known = this.bytes.get(key);
    if (known !== undefined) return known;
    this.bytes.set(key, false);
    const value = this.components.get(component);
    const has = value !== undefined && this.showsBytes(value, place);
    this.bytes.set(key, has);
    return has;
  }

  private showsBytes(schema: Json, start: Place): boolean {
    const pending: { readonly value: Json; readonly place: Place }[] = [{ value: schema, place: start }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const keywords = this.schemas.keywords(next.value);
      if (next.place === "whole" && isBytes(keywords)) return true;
      const component = componentOf(keywords.$ref);
      if (component !== undefined && this.hasBytes(component, next.place)) return true;
      for (const below of shownSchemas(keywords, next.place)) if (below.place !== "text") pending.push(below);
    }
    return false;
  }
}

export function keyOf({ component, direction, place }: Reached): string {
  return `${direction} ${place} ${component}`;
}

interface Shown {
  readonly value: Json;
  readonly place: Place;
  readonly isProperty: boolean;
}

/** The schemas below a schema that its type shows. */
function shownSchemas(keywords: JsonObject, place: Place): readonly Shown[] {
  const shown: Shown[] = [];
  for (const [keyword, value] of Object.entries(keywords)) {
    const below = belowKeyword.get(keyword);
    if (below === undefined || value === undefined) continue;
    const values = Array.isArray(value)
      ? (value as readonly Json[])
      : isMap(keyword)
        ? Object.values(value ?? {})
        : [value];
    for (const one of values) shown.push({ value: one, place: below(place), isProperty: keyword === "properties" });
  }
  return shown;
}

function isMap(keyword: string): boolean {
  return keyword === "properties" || keyword === "patternProperties";
}

const same = (place: Place): Place => place;

const belowKeyword: ReadonlyMap<string, (place: Place) => Place> = new Map([
  ["allOf", same],
  ["oneOf", same],
  ["anyOf", same],
  ["properties", placeOfProperty],
  ["patternProperties", placeOfProperty],
  ["additionalProperties", placeOfProperty],
  ["unevaluatedProperties", placeOfProperty],
  ["items", placeOfItem],
  ["prefixItems", placeOfItem],
]);
