import type { Position } from "../diagnostics/diagnostic.js";
import type { Json } from "./document.js";
import { Lines } from "./lines.js";
import type { Places } from "./places.js";
import { child, member, splitPointer } from "./pointer.js";

/** What one file holds, and where each node of it stands. Positions are worked out when somebody asks for one. */
export class Source {
  /** The path that messages give. */
  readonly file: string;
  /** The absolute path, which references in the file start from. */
  readonly path: string;
  readonly text: string;
  readonly json: Json;
  private readonly places: Places;
  /** Containers that nobody wrote: what was read where something else is written. */
  private readonly made = new Set<object>();
  /** For containers that were mended: the keys under which their members and items are written, where those differ. */
  private readonly moved = new Map<object, ReadonlyMap<string, string>>();
  private lines: Lines | undefined;

  constructor(file: string, path: string, text: string, json: Json, places: Places) {
    this.file = file;
    this.path = path;
    this.text = text;
    this.json = json;
    this.places = places;
  }

  positionAt(offset: number): Position {
    this.lines ??= new Lines(this.places.lineStarts());
    return this.lines.positionAt(offset);
  }

  /**
   * The key of the member, or the item of the array, that a pointer names. The nearest ancestor that is written, where there is no such node; a
   * member that a merge key brought stands where its object does.
   */
  locate(pointer: string): Position & { pointer: string } {
    let value: Json | undefined = this.json;
    let offset = this.places.start;
    let at = this.places.root;
    let found = "";
    for (const key of splitPointer(pointer)) {
      const next = member(value, key);
      if (next === undefined || value === null || typeof value !== "object") break;
      const entries = this.made.has(value) ? undefined : this.places.entries(value, at);
      // What is in a container that no text opens stands where the container does.
      const written = this.moved.get(value)?.get(key) ?? (entries === undefined ? undefined : key);
      const entry = written === undefined ? undefined : entries?.get(written);
      if (written !== undefined) found = child(found, written);
      if (entry !== undefined && entry.offset >= 0) offset = entry.offset;
      at = entry?.value ?? at;
      value = next;
    }
    return { ...this.positionAt(offset), pointer: found };
  }

  /**
   * A container was mended: what has one of these keys now is written under another one.
   *
   * @param keys - the written keys by the new ones
   */
  moveKeys(container: object, keys: ReadonlyMap<string, string>): void {
    this.moved.set(container, keys);
  }

  /**
   * Another value was made of what is written somewhere.
   *
   * @param written - which may be a part of it
   */
  addMade(value: Json, written: Json | undefined): void {
    if (value === null || typeof value !== "object" || value === written || this.made.has(value)) return;
    this.made.add(value);
    for (const inner of Object.values(value)) this.addMade(inner, written);
  }

  /**
   * The text of a number, boolean or null as it is written: `1.0`, and not 1. Undefined where it is not written there.
   *
   * @param container - which has to be written at the place that the pointer is in
   */
  textAt(container: object, pointer: string): string | undefined {
    let value: Json | undefined = this.json;
    let at = this.places.root;
    let holder: Json | undefined;
    for (const key of splitPointer(pointer)) {
      const entry: { readonly value: number } | undefined =
        value !== null && typeof value === "object" ? this.places.entries(value, at)?.get(key) : undefined;
      if (entry === undefined) return undefined;
      holder = value;
      value = member(value, key);
      at = entry.value;
    }
    return holder === container ? this.places.scalarText(at) : undefined;
  }
}
