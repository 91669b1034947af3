import type { Entry, Places } from "../places.js";
import { endOfString, type Layout, skipSpace } from "./layout.js";
import { readKey } from "./members.js";

/** Where the values of a JSON text are written. What stands for a value is its offset. */
export class JsonPlaces implements Places {
  readonly start: number;
  readonly root: number;
  private readonly text: string;
  private readonly layout: Layout;
  private readonly known = new Map<number, ReadonlyMap<string, Entry>>();

  constructor(text: string, layout: Layout) {
    this.text = text;
    this.layout = layout;
    this.start = layout.starts[0] ?? 0;
    this.root = this.start;
  }

  entries(_container: object, at: number): ReadonlyMap<string, Entry> | undefined {
    const index = indexIn(this.layout.starts, at);
    if (index === undefined) return undefined;
    const entries = this.known.get(at) ?? this.readEntries(at, this.layout.ends[index] ?? at);
    this.known.set(at, entries);
    return entries;
  }

  lineStarts(): readonly number[] {
    return this.layout.lines;
  }

  scalarText(at: number): string | undefined {
    scalar.lastIndex = at;
    return scalar.exec(this.text)?.[0];
  }

  private readEntries(start: number, end: number): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    const isObject = this.text[start] === "{";
    for (let at = skipSpace(this.text, start + 1); at < end - 1; ) {
      const key = isObject ? this.keyAt(at) : String(entries.size);
      const value = isObject ? this.valueAfterKey(at) : at;
      entries.set(key, { offset: at, value });
      at = this.afterValue(value);
    }
    return entries;
  }

  private keyAt(at: number): string {
    return readKey(this.text, at + 1, endOfString(this.text, at + 1));
  }

  private valueAfterKey(at: number): number {
    const colon = skipSpace(this.text, endOfString(this.text, at + 1) + 1);
    return skipSpace(this.text, colon + 1);
  }

  /** The offset of what follows a value and the comma behind it. */
  private afterValue(at: number): number {
    const comma = skipSpace(this.text, this.endOf(at));
    return skipSpace(this.text, comma + 1);
  }

  private endOf(at: number): number {
    if (this.text[at] === '"') return endOfString(this.text, at + 1) + 1;
    const index = indexIn(this.layout.starts, at);
    return index === undefined ? at + (this.scalarText(at) ?? "").length : (this.layout.ends[index] ?? at);
  }
}

/** A number, a boolean or null. */
const scalar = /[-+.\w]+/y;

/** The index of a number in an ascending list. */
function indexIn(numbers: readonly number[], wanted: number): number | undefined {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return numbers[low] === wanted ? low : undefined;
}
