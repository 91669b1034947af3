import type { Event } from "js-yaml";
import type { Position } from "../diagnostics/diagnostic.js";
import type { Json } from "./document.js";
import { childOffsets, offsetOf } from "./event-offsets.js";
import { Lines } from "./lines.js";
import { member, splitPointer } from "./pointer.js";

/** What one file holds, and where each node of it stands. Positions are worked out when somebody asks for one. */
export class Source {
  /** The path that messages give. */
  readonly file: string;
  /** The absolute path, which references in the file start from. */
  readonly path: string;
  readonly text: string;
  readonly json: Json;
  private readonly events: readonly Event[];
  private readonly openedBy: ReadonlyMap<object, number>;
  private readonly offsets = new Map<number, ReadonlyMap<string, number>>();
  private lines: Lines | undefined;

  constructor(
    file: string,
    path: string,
    text: string,
    json: Json,
    events: readonly Event[],
    openedBy: ReadonlyMap<object, number>,
  ) {
    this.file = file;
    this.path = path;
    this.text = text;
    this.json = json;
    this.events = events;
    this.openedBy = openedBy;
  }

  positionAt(offset: number): Position {
    this.lines ??= new Lines(this.text);
    return this.lines.positionAt(offset);
  }

  /**
   * The key of the member, or the item of the array, that a pointer names. The nearest ancestor that exists, where there is no such node; a
   * member that a merge key brought stands where its object does.
   */
  locate(pointer: string): Position & { pointer: string } {
    let value: Json | undefined = this.json;
    let offset = Math.max(0, offsetOf(this.events[1]));
    let found = "";
    for (const [index, key] of splitPointer(pointer).entries()) {
      const next = member(value, key);
      if (next === undefined) break;
      offset = this.offsetsIn(value)?.get(key) ?? offset;
      value = next;
      found = pointer.split("/", index + 2).join("/");
    }
    return { ...this.positionAt(offset), pointer: found };
  }

  private offsetsIn(value: Json | undefined): ReadonlyMap<string, number> | undefined {
    if (value === null || typeof value !== "object") return undefined;
    const opened = this.openedBy.get(value);
    if (opened === undefined) return undefined;
    const known = this.offsets.get(opened);
    if (known !== undefined) return known;
    const offsets = childOffsets(this.text, this.events, opened);
    this.offsets.set(opened, offsets);
    return offsets;
  }
}
