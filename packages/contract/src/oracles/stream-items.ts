import type { Stream, StreamItem } from "@facsimile/document";
import type { RawAnswer } from "@facsimile/mock/wire";
import type { Check } from "@facsimile/samples";
import { parseJson, readBody } from "../wire/read-body.js";

/** An item as it stands in a stream, read without the runtime: what that makes of a stream is held against it. */
export interface ReadItem {
  /** Undefined where items have no names. */
  readonly event: string | undefined;
  readonly text: string;
}

/** The items of a whole stream, without what ends it. */
export function readItems({ format, end = "[DONE]" }: Stream, body: string): readonly ReadItem[] {
  const items =
    format === "server-sent-events" ? readEvents(body) : readValues(body, format === "json-sequence" ? "\x1e" : "\n");
  const last = items.findIndex(({ text }) => text === end);
  return last === -1 ? items : items.slice(0, last);
}

function readEvents(body: string): readonly ReadItem[] {
  const blocks = body
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/);
  return blocks.flatMap((block) => {
    const fields = block.split("\n").map((line) => /^([^:]*):? ?(.*)$/s.exec(line) ?? []);
    const valuesOf = (name: string): readonly string[] =>
      fields.flatMap(([, field, value = ""]) => (field === name ? [value] : []));
    const data = valuesOf("data");
    return data.length === 0 ? [] : [{ event: valuesOf("event").at(-1) || "message", text: data.join("\n") }];
  });
}

function readValues(body: string, separator: string): readonly ReadItem[] {
  const texts = body.split(separator).map((text) => text.trim());
  return texts.filter((text) => text !== "").map((text) => ({ event: undefined, text }));
}

/** What an item holds, by what the document says of items with its name. */
export function valueOfItem({ items }: Stream, item: ReadItem): unknown {
  const contents = new Set(kindsOf(items, item).map(({ content }) => content));
  if (contents.size === 1 && contents.has("text")) return item.text;
  return readBody(item.text);
}

/** Holds the items of an answer against the document. */
export function judgeItems({ body }: RawAnswer, stream: Stream, check: Check): string[] {
  return readItems(stream, body.toString("utf8")).flatMap((item, index) => {
    const reasons = kindsOf(stream.items, item).map((kind) => judgeItem(kind, item, check));
    const [first = [], ...others] = reasons;
    // One of several kinds with that name has to fit.
    return [first, ...others].some((errors) => errors.length === 0)
      ? []
      : first.map((reason) => `item ${index}${reason}`);
  });
}

function kindsOf(items: readonly StreamItem[], { event }: ReadItem): readonly StreamItem[] {
  const named = items.filter(({ events }) => event !== undefined && events.includes(event));
  return named.length > 0 ? named : items.filter(({ events }) => events.length === 0);
}

function judgeItem({ content, schema }: StreamItem, { text }: ReadItem, check: Check): readonly string[] {
  const json = content === "text" ? undefined : parseJson(text);
  const value = json === undefined && content !== "json" ? text : json;
  if (value === undefined) return [": it is no JSON"];
  // What is put together from several schemas stands nowhere.
  if (schema === undefined || schema.pointer === "") return [];
  return check(schema.pointer, "response", value).map(({ at, keyword, message }) => `${at}: ${message} (${keyword})`);
}
