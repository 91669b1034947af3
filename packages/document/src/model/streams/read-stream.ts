import type { Json } from "../../load/document.js";
import type { RawMediaType } from "../../load/openapi.js";
import { child } from "../../load/pointer.js";
import { type Schemas, schemasOf } from "../../schema/schemas.js";
import type { SchemaNode } from "../../schema/source.js";
import type { MediaType, Stream, StreamFormat, StreamItem } from "../api.js";
import type { Context } from "../context.js";
import { fittingCondition, type StreamRequest } from "./condition.js";
import { eventItems } from "./event-items.js";
import { formatOf } from "./format.js";
import { dataOf, schemaOf } from "./item-content.js";
import { readTold, type Told } from "./told.js";

/** How the answer of a success comes item by item; undefined where it is no stream. */
export function readStream(
  context: Context,
  raw: RawMediaType | undefined,
  mediaType: MediaType,
  request: StreamRequest,
): Stream | undefined {
  const at = child(mediaType.pointer, "x-stream");
  const told = readTold(context, raw?.["x-stream"], at);
  const format = told.format ?? formatOf(mediaType.name);
  if (format === undefined || !told.isStream) return undefined;
  const { end, errorEvent, errorProperty } = told;
  const condition = fittingCondition(context, told.condition, request, child(at, "when"));
  const isOfEvents =
    format === "server-sent-events" && (mediaType.itemSchema !== undefined || told.describes === "event");
  const items = itemsOf(context, told, format, mediaType);
  return { format, isOfEvents, items, end, errorEvent, errorProperty, condition };
}

function itemsOf(context: Context, told: Told, format: StreamFormat, mediaType: MediaType): readonly StreamItem[] {
  const schemas = schemasOf(context.document.json);
  const { schema, itemSchema } = mediaType;
  if (itemSchema !== undefined) {
    const node = nodeOf(itemSchema);
    return format === "server-sent-events" ? eventItems(schemas, node) : [valueItem(node)];
  }
  if (schema === undefined)
    return [{ events: [], content: format === "server-sent-events" ? "text" : "json", schema: undefined }];
  const node = nodeOf(schema);
  if (format !== "server-sent-events") return [valueIn(context, schemas, told, mediaType, node)];
  if (told.describes === "event") return eventItems(schemas, node);
  if (told.describes === undefined) warn(context, mediaType, "that of the data of one event");
  return [{ events: [], ...dataOf(schemas, [node]) }];
}

/** What a schema says of one item that is not written for one: of an array, its items; of a text, nothing. */
function valueIn(
  context: Context,
  schemas: Schemas,
  { describes }: Told,
  mediaType: MediaType,
  node: SchemaNode,
): StreamItem {
  const types = schemas.typesOf([node]) ?? [];
  const [type] = types;
  const holds =
    describes ?? (types.length !== 1 ? "data" : type === "array" ? "all" : type === "string" ? "text" : "data");
  if (describes === undefined) warn(context, mediaType, meanings[holds]);
  if (holds === "text") return { events: [], content: "json", schema: undefined };
  return holds === "all"
    ? { events: [], content: "json", schema: schemaOf(schemas.view([node]).items) }
    : valueItem(node);
}

const meanings = {
  all: "that of all items, of which each is as its items say",
  text: "that of the whole text, so that nothing is known of an item",
  data: "that of one item",
  event: "that of one item",
} as const;

function valueItem(node: SchemaNode): StreamItem {
  return { events: [], content: "json", schema: schemaOf([node]) };
}

function nodeOf({ json, pointer }: NonNullable<MediaType["schema"]>): SchemaNode {
  // A schema that was loaded is JSON.
  return { value: json as Json, pointer };
}

function warn(context: Context, { name, pointer }: MediaType, meaning: string): void {
  context.report(
    "media-type-stream",
    child(pointer, "schema"),
    `"${name}" is a stream: its schema is taken for ${meaning}.`,
    "Write itemSchema in its place, or x-stream with describes, which says what the schema is of.",
  );
}
