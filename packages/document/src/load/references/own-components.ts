import type { Json } from "../document.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import type { Source } from "../source.js";
import { shapeOfChild } from "../structure/descend.js";
import { object, type Shape } from "../structure/shape.js";
import type { Place } from "./locate.js";
import type { ReferenceIndex } from "./reference-index.js";

/** A section, or an entry of one, may be written in other files. More of them inside one another are a circle. */
const mostFiles = 100;

/** The components that a document has itself, by the places where they are written. */
export class OwnComponents {
  private readonly entries = new Map<string, Map<string, Place>>();
  private readonly byPlace = new Map<string, string>();
  private readonly index: ReferenceIndex;

  constructor(root: Source, json: Json, index: ReferenceIndex) {
    this.index = index;
    const components = this.membersOf({ source: root, pointer: "", value: json }, object("Document")).get("components");
    if (components === undefined) return;
    const shape = object("Components");
    for (const [section, place] of this.membersOf(components, shape)) {
      const entries = shapeOfChild(shape, components.value, section);
      if (entries !== undefined) this.add(section, this.membersOf(place, entries));
    }
  }

  /** The name of what stands at a place; undefined where it is no component of the document. */
  nameOf(section: string, place: Omit<Place, "value">): string | undefined {
    return this.byPlace.get(keyOfPlace(section, place));
  }

  in(section: string): ReadonlyMap<string, Place> {
    return this.entries.get(section) ?? new Map();
  }

  sections(): Iterable<string> {
    return this.entries.keys();
  }

  private add(section: string, entries: Map<string, Place>): void {
    this.entries.set(section, entries);
    for (const [name, place] of entries) this.byPlace.set(keyOfPlace(section, place), name);
  }

  /** The members of an object and of what it refers to, those of the object itself first. */
  private membersOf(start: Place, shape: Shape): Map<string, Place> {
    const members = new Map<string, Place>();
    let place: Place | undefined = start;
    for (let files = 0; place !== undefined && isObject(place.value) && files < mostFiles; files++) {
      for (const [key, value] of Object.entries(place.value)) {
        if (key === "$ref" && typeof value === "string") continue;
        if (!members.has(key)) members.set(key, { source: place.source, pointer: child(place.pointer, key), value });
      }
      const known = this.index.at(place.value, "$ref", shape);
      place =
        known !== undefined && "targets" in known && member(place.value, "$ref") !== undefined
          ? known.targets[0]
          : undefined;
    }
    return members;
  }
}

/** Tells places from one another, and what is needed there. */
export function keyOfPlace(section: string, { source, pointer }: Omit<Place, "value">): string {
  return `${section} ${source.path}#${pointer}`;
}
