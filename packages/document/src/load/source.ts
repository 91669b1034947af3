import { EVENT_ID, type Event } from "js-yaml";
import type { Position } from "../diagnostics/diagnostic.js";
import type { Json } from "./document.js";
import { childEvents, childOffsets, offsetOf } from "./event-offsets.js";
import { Lines } from "./lines.js";
import { child, member, splitPointer } from "./pointer.js";
import { scalarText } from "./scalar.js";

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
  private readonly values = new Map<number, ReadonlyMap<string, Event>>();
  /** For containers that were mended: the keys under which their members and items are written, where those differ. */
  private readonly moved = new Map<object, ReadonlyMap<string, string>>();
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
   * The key of the member, or the item of the array, that a pointer names. The nearest ancestor that is written, where there is no such node; a
   * member that a merge key brought stands where its object does.
   */
  locate(pointer: string): Position & { pointer: string } {
    let value: Json | undefined = this.json;
    let offset = Math.max(0, offsetOf(this.events[1]));
    let found = "";
    for (const key of splitPointer(pointer)) {
      const next = member(value, key);
      if (next === undefined) break;
      const written = this.writtenKey(value, key);
      if (written !== undefined) {
        offset = this.offsetsIn(value)?.get(written) ?? offset;
        found = child(found, written);
      }
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

  /** The text of a number, boolean or null as it is written in a container: `1.0`, and not 1. Undefined where it is not written there. */
  textAt(container: object, key: string): string | undefined {
    const opened = this.openedBy.get(container);
    if (opened === undefined) return undefined;
    const known = this.values.get(opened) ?? childEvents(this.text, this.events, opened);
    this.values.set(opened, known);
    const event = known.get(key);
    return event?.type === EVENT_ID.SCALAR ? scalarText(this.text, event) : undefined;
  }

  /** Undefined where nothing is written: what is in a container that no text opens stands where the container does. */
  private writtenKey(container: Json | undefined, key: string): string | undefined {
    if (container === null || typeof container !== "object") return key;
    const moved = this.moved.get(container)?.get(key);
    return moved ?? (this.openedBy.has(container) ? key : undefined);
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
