import type { Json } from "../../load/document.js";
import type { RawMediaType } from "../../load/openapi.js";
import { child } from "../../load/pointer.js";
import { type Schemas, schemasOf } from "../../schema/schemas.js";
import type { SchemaNode } from "../../schema/source.js";
import type { MediaType, Stream, StreamItem } from "../api.js";
import type { Context } from "../context.js";
import { fittingCondition, type StreamRequest } from "./condition.js";
import { eventItems, isOfEvents } from "./event-items.js";
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
  const items =
    format === "server-sent-events" ? eventsOf(context, told, mediaType) : valuesOf(context, told, mediaType);
  return { format, ...items, end, errorEvent, errorProperty, condition };
}

type Items = Pick<Stream, "isOfEvents" | "items">;

function eventsOf(context: Context, { describes }: Told, mediaType: MediaType): Items {
  const schemas = schemasOf(context.document.json);
  const { schema, itemSchema } = mediaType;
  const node = itemSchema ?? schema;
  if (node === undefined) return { isOfEvents: false, items: [{ events: [], content: "text", schema: undefined }] };
  const shaped = itemSchema === undefined && describes === undefined && isOfEvents(schemas, nodeOf(node));
  if (itemSchema === undefined && describes === undefined)
    warn(context, mediaType, shaped ? "that of an event with its name" : "that of the data of one event");
  if (itemSchema !== undefined || describes === "event" || shaped)
    return { isOfEvents: true, items: eventItems(schemas, nodeOf(node)) };
  return { isOfEvents: false, items: [{ events: [], ...dataOf(schemas, [nodeOf(node)]) }] };
}

function valuesOf(context: Context, told: Told, mediaType: MediaType): Items {
  const { schema, itemSchema } = mediaType;
  if (itemSchema !== undefined) return { isOfEvents: false, items: [valueItem(nodeOf(itemSchema))] };
  if (schema === undefined) return { isOfEvents: false, items: [{ events: [], content: "json", schema: undefined }] };
  const schemas = schemasOf(context.document.json);
  return { isOfEvents: false, items: [valueIn(context, schemas, told, mediaType, nodeOf(schema))] };
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
