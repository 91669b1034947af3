import type { Json, JsonObject } from "@facsimile/document";
import { isObject } from "@facsimile/document";

const odd: readonly Json[] = [true, 12.5, "odd", null, [], {}, ["odd"], { odd: 1 }];

/** Values that differ from a value in one place: something else, something missing, something more. */
export function changesOf(value: Json): readonly Json[] {
  const here = odd.filter((other) => JSON.stringify(other) !== JSON.stringify(value));
  if (Array.isArray(value)) return [...here, ...changesOfList(value)];
  return isObject(value) ? [...here, ...changesOfObject(value)] : here;
}

function changesOfList(list: readonly Json[]): readonly Json[] {
  const inside = list.flatMap((item, index) => changesOf(item).map((changed) => list.with(index, changed)));
  const longer = list.length === 0 ? [] : [[...list, list.at(-1) ?? null]];
  return [...inside, ...longer, ...(list.length === 0 ? [] : [list.slice(0, -1)])];
}

function changesOfObject(object: JsonObject): readonly Json[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const { [name]: _, ...without } = object;
    return [without, ...changesOf(value).map((changed) => ({ ...object, [name]: changed }))];
  });
}
