import { isObject, type Json, type Stream } from "@facsimile/document";

/** An item before it is written. */
export interface SampleItem {
  readonly event?: string | undefined;
  readonly id?: string | undefined;
  /** A text is written as it is in an event, and as JSON elsewhere. */
  readonly data: Json;
}

/**
 * An example of a stream as it travels. A text that is a stream already stays as it is; a list is one of items, and any other value is one item.
 */
export function writeExample(stream: Stream, value: Json): string {
  if (typeof value === "string" && isWritten(stream, value)) return value;
  const values = Array.isArray(value) ? value : [value];
  return writeItems(
    stream,
    values.map((one: Json) => itemOf(stream, one)),
  );
}

/** Whether a text has fields of events, or may be lines of JSON. */
function isWritten({ format }: Stream, text: string): boolean {
  return format !== "server-sent-events" || /^(?:data|event|id|retry)?:/m.test(text);
}

function itemOf({ isOfEvents }: Stream, value: Json): SampleItem {
  if (!isOfEvents || !isObject(value)) return { data: value };
  const { event, id, data = "" } = value;
  return { event: textOf(event), id: textOf(id), data };
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** Items as they travel, with what ends a stream of theirs. */
export function writeItems({ format, end }: Stream, items: readonly SampleItem[]): string {
  const write = writers[format];
  return items.map(write).join("") + (end === undefined ? "" : ends[format](end));
}

const writers: Readonly<Record<Stream["format"], (item: SampleItem) => string>> = {
  "server-sent-events": ({ event, id, data }) => {
    const text = typeof data === "string" ? data : JSON.stringify(data);
    const fields = [
      ...(event === undefined ? [] : [`event: ${event}`]),
      ...(id === undefined ? [] : [`id: ${id}`]),
      ...text.split(/\r\n?|\n/).map((line) => `data: ${line}`),
    ];
    return `${fields.join("\n")}\n\n`;
  },
  "json-lines": ({ data }) => `${JSON.stringify(data)}\n`,
  "json-sequence": ({ data }) => `\x1e${JSON.stringify(data)}\n`,
};

const ends: Readonly<Record<Stream["format"], (end: string) => string>> = {
  "server-sent-events": (end) => `data: ${end}\n\n`,
  "json-lines": (end) => `${end}\n`,
  "json-sequence": (end) => `\x1e${end}\n`,
};
