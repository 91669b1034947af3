import { EVENT_ID, type Event, SCALAR_STYLE } from "js-yaml";
import { scalarText } from "./scalar.js";

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

/** The offsets of a mapping's keys by key, or of a sequence's items by index. */
export function childOffsets(text: string, events: readonly Event[], opened: number): ReadonlyMap<string, number> {
  const starts = childStarts(events, opened);
  const offsets = new Map<string, number>();
  if (events[opened]?.type === EVENT_ID.SEQUENCE) {
    for (const [index, start] of starts.entries()) keep(offsets, String(index), offsetOf(events[start]));
    return offsets;
  }
  for (let index = 0; index < starts.length; index += 2) {
    const key = events[starts[index] ?? -1];
    if (key?.type === EVENT_ID.SCALAR) keep(offsets, scalarText(text, key), offsetOf(key));
  }
  return offsets;
}

/** The events that open the values of a mapping by key, or the items of a sequence by index. */
export function childEvents(text: string, events: readonly Event[], opened: number): ReadonlyMap<string, Event> {
  const starts = childStarts(events, opened);
  const isSequence = events[opened]?.type === EVENT_ID.SEQUENCE;
  const values = new Map<string, Event>();
  for (let index = 0; index < starts.length; index += isSequence ? 1 : 2) {
    const key = events[starts[index] ?? -1];
    const value = isSequence ? key : events[starts[index + 1] ?? -1];
    const name = isSequence ? String(index) : key?.type === EVENT_ID.SCALAR ? scalarText(text, key) : undefined;
    if (name !== undefined && value !== undefined) values.set(name, value);
  }
  return values;
}

function keep(offsets: Map<string, number>, key: string, offset: number): void {
  // Of a key that is given twice the last one counts.
  if (offset >= 0) offsets.set(key, offset);
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
