import type { Json } from "../../load/document.js";
import type { Schemas } from "../../schema/schemas.js";
import type { SchemaNode, SchemaUse } from "../../schema/source.js";
import type { SchemaView } from "../../schema/view.js";
import type { StreamItem } from "../api.js";
import { dataOf } from "./item-content.js";

/** More kinds of events than this are taken for one of which nothing is known: alternatives of alternatives multiply. */
const most = 500;

/**
 * The kinds of events that a schema describes which stands for the event itself, as `itemSchema` does for `text/event-stream` (OpenAPI 3.2, "Special
 * Considerations for text/event-stream Content"): one for each alternative.
 */
export function eventItems(schemas: Schemas, schema: SchemaNode): readonly StreamItem[] {
  const items: StreamItem[] = [];
  const pending: ReadonlySet<string>[] = [new Set()];
  for (let chosen = pending.pop(); chosen !== undefined; chosen = pending.pop()) {
    const view = viewOf(schemas, schema, chosen);
    const open = openAlternatives(view, chosen);
    if (items.length + pending.length + open.length > most)
      return [{ events: [], content: "either", schema: undefined }];
    if (open.length === 0) items.push(itemOf(schemas, view));
    for (const { pointer } of [...open].reverse()) pending.push(new Set([...chosen, pointer]));
  }
  return items;
}

function viewOf(schemas: Schemas, schema: SchemaNode, chosen: ReadonlySet<string>): SchemaView {
  return schemas.view([schema], (alternatives) => alternatives.filter(({ pointer }) => chosen.has(pointer)));
}

/** The first alternatives of which none is chosen, where they say something about events. */
function openAlternatives({ alternatives }: SchemaView, chosen: ReadonlySet<string>): SchemaUse {
  return alternatives.find((members) => !members.some(({ pointer }) => chosen.has(pointer))) ?? [];
}

function itemOf(schemas: Schemas, { properties }: SchemaView): StreamItem {
  const events = textsOf(schemas, properties.get("event") ?? []);
  return { events, ...dataOf(schemas, properties.get("data") ?? []) };
}

/** The values that a property may have, where they are listed. */
function textsOf(schemas: Schemas, use: SchemaUse): readonly string[] {
  if (use.length === 0) return [];
  const { const: only, enum: listed } = schemas.view(use);
  const values: readonly Json[] = (only === undefined ? listed : [only]) ?? [];
  const texts = values.filter((value) => typeof value === "string");
  return texts.length === values.length ? texts : [];
}
