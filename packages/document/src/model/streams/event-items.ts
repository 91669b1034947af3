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
  const kinds = kindsOf(schemas, schema);
  return kinds?.map((view) => itemOf(schemas, view)) ?? [{ events: [], content: "either", schema: undefined }];
}

const fields: ReadonlySet<string> = new Set(["event", "data", "id", "retry"]);

/** Whether a schema has the name and the data of an event for its properties in every alternative, and nothing that an event has not. */
export function isOfEvents(schemas: Schemas, schema: SchemaNode): boolean {
  const kinds = kindsOf(schemas, schema);
  if (kinds === undefined) return false;
  return kinds.every(({ properties }) => {
    return (
      properties.has("event") && properties.has("data") && [...properties.keys()].every((name) => fields.has(name))
    );
  });
}

/** What each alternative of a schema means, with all that is said beside it; undefined where there are too many. */
function kindsOf(schemas: Schemas, schema: SchemaNode): readonly SchemaView[] | undefined {
  const kinds: SchemaView[] = [];
  const pending: ReadonlySet<string>[] = [new Set()];
  for (let chosen = pending.pop(); chosen !== undefined; chosen = pending.pop()) {
    const view = viewOf(schemas, schema, chosen);
    const open = openAlternatives(view, chosen);
    if (kinds.length + pending.length + open.length > most) return undefined;
    if (open.length === 0) kinds.push(view);
    for (const { pointer } of [...open].reverse()) pending.push(new Set([...chosen, pointer]));
  }
  return kinds;
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
