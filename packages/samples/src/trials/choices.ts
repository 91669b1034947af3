import type { Schemas, SchemaUse, SchemaView } from "@facsimile/document";

/** A schema with one alternative taken of each of its `oneOf` and `anyOf`. */
export interface Choice {
  readonly view: SchemaView;
  /** Whether there are alternatives to it. */
  readonly isOneOfMany: boolean;
  /** What the schema means with each of its alternatives, this one among them. */
  readonly readings: readonly SchemaView[];
}

/** By the pointer of the first alternative of a list, which of them is taken. */
type Picks = ReadonlyMap<string, number>;

/**
 * The readings of a schema: first the one with the likeliest alternatives, then each other alternative in turn, with those inside it. They are as
 * many as there are alternatives, and not as there are ways to combine them.
 */
export function choicesOf(schemas: Schemas, use: SchemaUse): readonly Choice[] {
  const known = read.get(schemas) ?? new Map<string, readonly Choice[]>();
  read.set(schemas, known);
  const key = use.map(({ pointer }) => pointer).join(" ");
  const choices = known.get(key) ?? readChoices(schemas, use);
  known.set(key, choices);
  return choices;
}

/** By the pointers of what is read: a value is made of a schema wherever another one refers to it. */
const read = new WeakMap<Schemas, Map<string, readonly Choice[]>>();

function readChoices(schemas: Schemas, use: SchemaUse): readonly Choice[] {
  const readings: SchemaView[] = [];
  const choices: Choice[] = [];
  const seen = new Set<string>();
  const pending: Picks[] = [new Map()];
  for (let picks = pending.shift(); picks !== undefined; picks = pending.shift()) {
    const { view, lists } = choose(schemas, use, picks);
    readings.push(view);
    choices.push({ view, isOneOfMany: lists.length > 0, readings });
    for (const list of lists) {
      const key = keyOf(list);
      if (seen.has(key)) continue;
      seen.add(key);
      const likeliest = likeliestOf(schemas, list);
      for (const index of list.keys()) if (index !== likeliest) pending.push(new Map(picks).set(key, index));
    }
  }
  return choices;
}

function choose(
  schemas: Schemas,
  use: SchemaUse,
  picks: Picks,
): { readonly view: SchemaView; readonly lists: readonly SchemaUse[] } {
  const lists = new Map<string, SchemaUse>();
  const view = schemas.view(use, (alternatives) => {
    if (alternatives.length === 0) return [];
    const key = keyOf(alternatives);
    const index = picks.get(key) ?? likeliestOf(schemas, alternatives);
    lists.set(key, alternatives);
    return alternatives.slice(index, index + 1);
  });
  return { view, lists: [...lists.values()] };
}

function keyOf(alternatives: SchemaUse): string {
  return alternatives[0]?.pointer ?? "";
}

/** The first one that is more than null. */
function likeliestOf(schemas: Schemas, alternatives: SchemaUse): number {
  const index = alternatives.findIndex((one) => schemas.typesOf([one])?.some((type) => type !== "null") ?? true);
  return Math.max(index, 0);
}
