import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { child, valueAt } from "../load/pointer.js";
import { forEachSubschema, isLeaf } from "../schema/walk.js";
import type { Operation, Schema } from "./api.js";
import type { Context } from "./context.js";

/** A schema that has keywords, and the way to it. */
export interface SchemaPlace {
  readonly value: JsonObject;
  /** The schema around it, or the pointer of one that has none around it. */
  readonly outer: SchemaPlace | string;
  /** The steps from there. */
  readonly steps: readonly (string | number)[];
}

/** The pointer of a schema: few are ever asked for. */
export function pointerOf({ outer, steps }: SchemaPlace): string {
  return steps.reduce<string>(child, typeof outer === "string" ? outer : pointerOf(outer));
}

/** Visits every schema of the components and of the operations that names values, and those around them, each once, in the order of the document. */
export function forEachSchemaPlace(
  { document }: Context,
  operations: readonly Operation[],
  visit: (place: SchemaPlace) => void,
): void {
  const components = valueAt(document.json, "/components/schemas");
  const named = Object.entries(isObject(components) ? components : {}).flatMap(([name, value]) =>
    placesIn(value, "/components/schemas", [name]),
  );
  const used = operations.flatMap(schemasOf).flatMap(({ json, pointer }) => placesIn(json, pointer, []));
  const seen = new Set<JsonObject>();
  const pending = [...named, ...used].reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (seen.has(next.value)) continue;
    seen.add(next.value);
    visit(next);
    pending.push(...placesBelow(next).reverse());
  }
}

function placesBelow(outer: SchemaPlace): SchemaPlace[] {
  const below: SchemaPlace[] = [];
  forEachSubschema(outer.value, (value, keyword, step) => {
    if (isObject(value) && mayNameValues(value))
      below.push({ value, outer, steps: step === undefined ? [keyword] : [keyword, step] });
  });
  return below;
}

function mayNameValues(schema: JsonObject): boolean {
  return [schema.enum, schema.const, schema.discriminator].some((named) => named !== undefined) || !isLeaf(schema);
}

function placesIn(value: unknown, outer: SchemaPlace["outer"], steps: SchemaPlace["steps"]): readonly SchemaPlace[] {
  // The schemas of a document that was loaded are JSON.
  const json = value as Json;
  return isObject(json) ? [{ value: json, outer, steps }] : [];
}

function schemasOf({ parameters, requestBody, responses }: Operation): readonly Schema[] {
  const content = [requestBody, ...responses].flatMap((message) => message?.content ?? []);
  const headers = responses.flatMap((response) => response.headers);
  const items = content.flatMap(({ itemSchema }) => itemSchema ?? []);
  return [...[...parameters, ...headers, ...content].flatMap(({ schema }) => schema ?? []), ...items];
}
