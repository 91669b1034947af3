import { EVENT_ID, type Event, SCALAR_STYLE } from "js-yaml";
import { lineStarts } from "./lines.js";
import type { Entry, Places } from "./places.js";
import { scalarText } from "./scalar.js";

/** Where the values of a YAML text are written. What stands for a value is the index of the event that opens it. */
export class EventPlaces implements Places {
  readonly root = 1;
  private readonly text: string;
  private readonly events: readonly Event[];
  private readonly openedBy: ReadonlyMap<object, number>;
  private readonly known = new Map<number, ReadonlyMap<string, Entry>>();

  /** @param openedBy - for each container, the index of the event that opens it, wherever aliases bring it */
  constructor(text: string, events: readonly Event[], openedBy: ReadonlyMap<object, number>) {
    this.text = text;
    this.events = events;
    this.openedBy = openedBy;
  }

  get start(): number {
    return Math.max(0, offsetOf(this.events[this.root]));
  }

  entries(container: object): ReadonlyMap<string, Entry> | undefined {
    const opened = this.openedBy.get(container);
    if (opened === undefined) return undefined;
    const entries = this.known.get(opened) ?? readEntries(this.text, this.events, opened);
    this.known.set(opened, entries);
    return entries;
  }

  lineStarts(): readonly number[] {
    return lineStarts(this.text);
  }

  scalarText(at: number): string | undefined {
    const event = this.events[at];
    return event?.type === EVENT_ID.SCALAR ? scalarText(this.text, event) : undefined;
  }
}

/** Where what an event stands for begins in the text; -1 where nothing is written, as for the value in `key:`. */
export function offsetOf(event: Event | undefined): number {
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return isQuoted(event.style) ? event.valueStart - 1 : event.valueStart;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1;
    default:
      return -1;
  }
}

function readEntries(text: string, events: readonly Event[], opened: number): ReadonlyMap<string, Entry> {
  const starts = childStarts(events, opened);
  const isSequence = events[opened]?.type === EVENT_ID.SEQUENCE;
  if (isSequence)
    return new Map(starts.map((value, index) => [String(index), { offset: offsetOf(events[value]), value }]));
  const entries = new Map<string, Entry>();
  for (let index = 0; index + 1 < starts.length; index += 2) {
    const key = events[starts[index] ?? -1];
    if (key?.type === EVENT_ID.SCALAR) keep(entries, scalarText(text, key), offsetOf(key), starts[index + 1] ?? -1);
  }
  return entries;
}

/** Of a key that is given twice the last one counts. */
function keep(entries: Map<string, Entry>, key: string, offset: number, value: number): void {
  entries.set(key, { offset: offset >= 0 ? offset : (entries.get(key)?.offset ?? -1), value });
}

/** The indexes of the events that open the direct children: items, or keys and values by turns. */
function childStarts(events: readonly Event[], opened: number): number[] {
  const starts: number[] = [];
  let depth = 0;
  for (let index = opened + 1; depth >= 0 && index < events.length; index++) {
    const type = events[index]?.type;
    if (type === EVENT_ID.POP) depth--;
    else {
      if (depth === 0) starts.push(index);
      if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth++;
    }
  }
  return starts;
}

function isQuoted(style: number): boolean {
  return style === SCALAR_STYLE.DOUBLE_QUOTED || style === SCALAR_STYLE.SINGLE_QUOTED;
}
