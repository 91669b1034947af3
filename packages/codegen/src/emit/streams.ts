import type { MediaType, Operation, Response, Stream, StreamItem } from "@facsimile/document";
import { type Code, entry, keyword, literal, named, objectLiteral, type Type } from "../print/index.js";
import { streamsType, streamsValue } from "./runtime.js";
import type { OperationScope } from "./scope.js";
import { unionOf } from "./types/combine.js";

/** Whether an answer of the operation may come item by item. */
export function hasStream({ responses }: Operation): boolean {
  return responses.some(({ content }) => content.some(({ stream }) => stream !== undefined));
}

/** `ItemStream<ServerSentEvent<Delta, "delta">>`. */
export function streamType(scope: OperationScope, { format, items }: Stream): Type {
  const types = items.map((item) => {
    const data = dataType(scope, item);
    return format === "server-sent-events" ? eventType(item, data) : data;
  });
  return named(streamsType("ItemStream"), unionOf(types));
}

function dataType({ types }: OperationScope, { content, schema }: StreamItem): Type {
  if (schema !== undefined) return types.typeOf(schema, "response", "text");
  return keyword(content === "text" ? "string" : "unknown");
}

function eventType({ events }: StreamItem, data: Type): Type {
  const names = events.map((value): Type => ({ kind: "literal", value }));
  const args = names.length > 0 ? [data, unionOf(names)] : isString(data) ? [] : [data];
  return named(streamsType("ServerSentEvent"), ...args);
}

function isString(type: Type): boolean {
  return type.kind === "keyword" && type.name === "string";
}

/** The description of the streams of a response, by media type; undefined where it has none. */
export function streamsLiteral({ content }: Response): Code | undefined {
  const streams = content.flatMap((one: MediaType) =>
    one.stream === undefined ? [] : entry(one.name, streamLiteral(one.stream)),
  );
  return streams.length === 0 ? undefined : objectLiteral(streams);
}

const formats = {
  "server-sent-events": "serverSentEvents",
  "json-lines": "jsonLines",
  "json-sequence": "jsonSequence",
} as const;

function streamLiteral({ format, items, end, errorEvent, errorProperty }: Stream): Code {
  const { usual, named: byName } = contentsOf(items);
  const error = [
    errorEvent === undefined ? undefined : entry("event", literal(errorEvent)),
    errorProperty === undefined ? undefined : entry("property", literal(errorProperty)),
  ];
  return objectLiteral([
    entry("format", streamsValue(formats[format])),
    usual === "json" ? undefined : entry("data", literal(usual)),
    byName.size === 0
      ? undefined
      : entry("dataOf", objectLiteral([...byName].map(([name, content]) => entry(name, literal(content))))),
    end === undefined ? undefined : entry("end", literal(end)),
    error.some((one) => one !== undefined) ? entry("error", objectLiteral(error)) : undefined,
  ]);
}

type Content = StreamItem["content"];

/** What the data of events is in most cases, and what by the names of events where it is something else. */
function contentsOf(items: readonly StreamItem[]): {
  readonly usual: Content;
  readonly named: ReadonlyMap<string, Content>;
} {
  const unnamed = items.filter(({ events }) => events.length === 0);
  const usual = both((unnamed.length > 0 ? unnamed : items).map(({ content }) => content));
  const byName = new Map<string, Content[]>();
  for (const { events, content } of items) {
    for (const name of events) byName.set(name, [...(byName.get(name) ?? []), content]);
  }
  const all = [...byName].map(([name, contents]) => [name, both(contents)] as const);
  return { usual, named: new Map(all.filter(([, content]) => content !== usual)) };
}

/** What data is that is one of these. */
function both(contents: readonly Content[]): Content {
  const [first = "json", ...others] = contents;
  return others.every((content) => content === first) ? first : "either";
}
