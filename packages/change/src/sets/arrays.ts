import { type Bounds, child, type SchemaUse } from "@facsimile/document";
import { boundsOf } from "./bounds.js";
import type { Branch, Shape } from "./branch.js";
import { demandOf } from "./objects.js";
import { remembered } from "./remembered.js";

/** What a branch of arrays says of their items. */
export interface Items {
  /** How many of the first items have schemas of their own. */
  readonly prefixLength: number;
  /** What the item at a place has to fulfil. */
  of(index: number): SchemaUse;
  /** What all further items have to fulfil. */
  readonly others: SchemaUse;
  readonly contains: readonly Contains[];
  readonly bounds: Pick<Bounds, "minItems" | "maxItems" | "uniqueItems">;
}

/** So many items have to fulfil a schema. */
export interface Contains {
  readonly use: SchemaUse;
  readonly least: number;
  readonly most: number | undefined;
}

export function itemsOf({ parts }: Pick<Branch, "parts">): Items {
  return readItems(parts);
}

const readItems = remembered((parts: Branch["parts"]): Items => {
  const lengths = parts.map(({ keywords: { prefixItems } }) => (Array.isArray(prefixItems) ? prefixItems.length : 0));
  const prefixLength = Math.max(0, ...lengths);
  const unevaluated = parts.some(({ keywords }) => keywords.items !== undefined)
    ? []
    : unlessContained(
        parts,
        parts.flatMap((part) => demandOf(part, "unevaluatedItems")),
      );
  const others = [...parts.flatMap((part) => demandOf(part, "items")), ...unevaluated];
  const of = (index: number): SchemaUse => {
    if (index >= prefixLength) return others;
    return parts.flatMap((part, place) => {
      const { prefixItems } = part.keywords;
      if (index >= (lengths[place] ?? 0) || !Array.isArray(prefixItems)) return demandOf(part, "items");
      return [{ value: prefixItems[index] ?? true, pointer: child(child(part.pointer, "prefixItems"), index) }];
    });
  };
  return {
    prefixLength,
    of,
    others,
    contains: parts.flatMap(containsOf),
    bounds: closedBounds(boundsOf(parts), others, prefixLength),
  };
});

/** What `contains` is about counts as evaluated (JSON Schema 2020-12, core, 11.2). */
function unlessContained(parts: Branch["parts"], unevaluated: SchemaUse): SchemaUse {
  const contained = parts.flatMap(({ keywords: { contains } }) => (contains === undefined ? [] : [contains]));
  if (contained.length === 0) return unevaluated;
  return unevaluated.map(({ value, pointer }) => ({
    value: { anyOf: [value, ...contained] },
    pointer: child(pointer, "anyOf"),
  }));
}

/** Where nothing may follow the first items, they are the most. */
function closedBounds(bounds: Bounds, others: SchemaUse, prefixLength: number): Bounds {
  const isClosed = others.some(({ value }) => value === false);
  return isClosed ? { ...bounds, maxItems: Math.min(bounds.maxItems ?? prefixLength, prefixLength) } : bounds;
}

/** The items of a list of which one may be there alone. Undefined for all else. */
export function oneItemOf(shape: Shape): SchemaUse | undefined {
  const [list, ...others] = shape.get("array") ?? [];
  if (shape.size > 1 || list === undefined || others.length > 0) return undefined;
  const { bounds, contains, of } = itemsOf(list);
  const isOne = (bounds.minItems ?? 0) <= 1 && bounds.maxItems !== 0 && contains.length === 0;
  return isOne && list.excluded.length + list.conditions.length === 0 ? of(0) : undefined;
}

function containsOf(part: Branch["parts"][number]): readonly Contains[] {
  const { contains, minContains = 1, maxContains } = part.keywords;
  if (contains === undefined) return [];
  return [
    {
      use: [{ value: contains, pointer: child(part.pointer, "contains") }],
      least: typeof minContains === "number" ? minContains : 1,
      most: typeof maxContains === "number" ? maxContains : undefined,
    },
  ];
}
