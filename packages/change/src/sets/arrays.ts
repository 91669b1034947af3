import { type Bounds, child, type SchemaPart, type SchemaUse } from "@facsimile/document";
import { boundsOf } from "./bounds.js";
import type { Branch, Part, Shape } from "./branch.js";
import { demandOf } from "./demands.js";
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
  const prefixLength = Math.max(0, ...parts.map(prefixOf));
  const others = parts.flatMap((part) => [...demandOf(part, "items"), ...unevaluatedIn(part, prefixLength)]);
  const of = (index: number): SchemaUse => {
    if (index >= prefixLength) return others;
    return parts.flatMap((part) => {
      const { prefixItems } = part.keywords;
      if (index >= prefixOf(part) || !Array.isArray(prefixItems))
        return [...demandOf(part, "items"), ...unevaluatedIn(part, index)];
      return [{ value: prefixItems[index] ?? true, pointer: child(child(part.pointer, "prefixItems"), index) }];
    });
  };
  return {
    prefixLength,
    of,
    others,
    contains: parts.flatMap(containsOf),
    bounds: closedBounds(boundsOf(parts), of, prefixLength),
  };
});

function prefixOf({ keywords: { prefixItems } }: SchemaPart): number {
  return Array.isArray(prefixItems) ? prefixItems.length : 0;
}

/** What a part demands of an item that neither it nor what it is made of has evaluated. `items` evaluates all of them, and so does another `unevaluatedItems`. */
function unevaluatedIn(part: Part, index: number): SchemaUse {
  const within = part.madeOf ?? [];
  const isEvaluated =
    part.keywords.items !== undefined ||
    [part, ...within].some((each) => index < prefixOf(each)) ||
    within.some(({ keywords }) => keywords.items !== undefined || keywords.unevaluatedItems !== undefined);
  return isEvaluated ? [] : unlessContained([part, ...within], demandOf(part, "unevaluatedItems"));
}

/** What `contains` is about counts as evaluated (JSON Schema 2020-12, core, 11.2). */
function unlessContained(parts: readonly SchemaPart[], unevaluated: SchemaUse): SchemaUse {
  const contained = parts.flatMap(({ keywords: { contains } }) => (contains === undefined ? [] : [contains]));
  if (contained.length === 0) return unevaluated;
  return unevaluated.map(({ value, pointer }) => ({
    value: { anyOf: [value, ...contained] },
    pointer: child(pointer, "anyOf"),
  }));
}

/** Where nothing may follow the first items, they are the most. */
function closedBounds(bounds: Bounds, of: Items["of"], prefixLength: number): Bounds {
  const places = Array.from({ length: prefixLength + 1 }, (_, index) => index);
  const end = places.find((index) => of(index).some(({ value }) => value === false));
  return end === undefined ? bounds : { ...bounds, maxItems: Math.min(bounds.maxItems ?? end, end) };
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
