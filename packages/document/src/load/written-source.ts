import type { Json, Location } from "./document.js";
import { Lines } from "./lines.js";
import { Mends } from "./mends.js";
import type { Places } from "./places.js";
import { child, member, splitPointer } from "./pointer.js";
import type { Source } from "./source.js";

/** A source that is one text. Positions are worked out when somebody asks for one. */
export class WrittenSource implements Source {
  readonly file: string;
  readonly path: string;
  readonly json: Json;
  private readonly text: string;
  private readonly places: Places;
  private readonly mends = new Mends();
  private lines: Lines | undefined;

  constructor(file: string, path: string, text: string, json: Json, places: Places) {
    this.file = file;
    this.path = path;
    this.text = text;
    this.json = json;
    this.places = places;
  }

  locate(pointer: string): Location {
    let value: Json | undefined = this.json;
    let offset = this.places.start;
    let at = this.places.root;
    let found = "";
    for (const key of splitPointer(pointer)) {
      const next = member(value, key);
      if (next === undefined || value === null || typeof value !== "object") break;
      // What is in a container that no text opens stands where the container does.
      const entries = this.mends.isMade(value) ? undefined : this.places.entries(value, at);
      const written = this.mends.movedKey(value, key) ?? (entries === undefined ? undefined : key);
      const entry = written === undefined ? undefined : entries?.get(written);
      if (written !== undefined) found = child(found, written);
      if (entry !== undefined && entry.offset >= 0) offset = entry.offset;
      at = entry?.value ?? at;
      value = next;
    }
    this.lines ??= new Lines(this.places.lineStarts());
    return { file: this.file, ...this.lines.positionAt(offset), pointer: found };
  }

  mayHold(pattern: RegExp): boolean {
    return pattern.test(this.text);
  }

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

  moveKeys(container: object, keys: ReadonlyMap<string, string>): void {
    this.mends.moveKeys(container, keys);
  }

  addMade(value: Json, written: Json | undefined): void {
    this.mends.addMade(value, written);
  }
}
