import { schemasOf } from "../../schema/schemas.js";
import type { Mark, MarkValue, ReceivedOperation } from "../api.js";
import type { Context } from "../context.js";
import { type FixedPlace, fixedPlaces } from "./marks.js";

type Named = Omit<ReceivedOperation, "marks">;

/** One of those that are sent to the same URL, and what may tell it apart. */
interface Member {
  readonly named: Named;
  readonly places: ReadonlyMap<string, FixedPlace>;
}

/**
 * Finds what tells those apart that are sent to the same URL: one property or header that all of them have, each with values of its own; else all that
 * are required of each. Says where that is not enough.
 */
export function tellApart(context: Context, all: readonly Named[]): readonly ReceivedOperation[] {
  if (all.length < 2) return all.map((named) => ({ ...named, marks: [] }));
  const schemas = schemasOf(context.document.json);
  const members = all.map((named) => ({ named, places: fixedPlaces(schemas, named.operation) }));
  const key = telling(members);
  const marked = members.map(({ named, places }) => {
    const kept = [...places.values()].filter((place) => (key === undefined ? place.required : place.key === key));
    return { ...named, marks: kept.map(({ in: place, path, values }): Mark => ({ in: place, path, values })) };
  });
  if (key !== undefined) return marked;
  const useful = differing(members);
  const told = marked.map((one) => ({ ...one, marks: one.marks.filter((mark) => useful.has(keyOf(mark))) }));
  reportAlike(context, told);
  return told;
}

/** The place that tells all members apart: one that each request has before one that may be missing. */
function telling(members: readonly Member[]): string | undefined {
  const keys = [...(members[0]?.places.keys() ?? [])].filter((key) => haveOwnValues(members, key));
  return keys.find((key) => members.every(({ places }) => places.get(key)?.required === true)) ?? keys[0];
}

function haveOwnValues(members: readonly Member[], key: string): boolean {
  const seen = new Set<unknown>();
  return members.every(({ places }) => {
    const values = places.get(key)?.values ?? [];
    return values.length > 0 && values.every((value) => !seen.has(value)) && values.every((value) => seen.add(value));
  });
}

/** The places in which not all members say the same. */
function differing(members: readonly Member[]): ReadonlySet<string> {
  const said = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const { places } of members) {
    for (const { key, values } of places.values()) {
      said.set(key, (said.get(key) ?? new Set<string>()).add(JSON.stringify(values)));
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Set(
    [...said].filter(([key, own]) => own.size > 1 || counts.get(key) !== members.length).map(([key]) => key),
  );
}

function keyOf({ in: place, path }: Mark): string {
  return place === "header" ? `header ${path[0]}` : `body ${JSON.stringify(path)}`;
}

/** How many pairs are looked at for two that are alike: what is wrong with many is found early. */
const mostPairs = 100_000;

function reportAlike(context: Context, all: readonly ReceivedOperation[]): void {
  const pair = alikePair(all);
  if (pair === undefined) return;
  const [one, other] = pair;
  const what = one.sender === undefined ? "webhooks" : `callbacks of ${one.sender.name}`;
  const message = `No property or header with values of its own tells the ${what} ${one.name} and ${other.name} apart: whoever receives them at one URL has to say which it is.`;
  const fix = "Give each a required property with a const, or receive them with the option webhook.";
  context.report("webhooks-alike", other.operation.pointer, message, fix);
}

function alikePair(all: readonly ReceivedOperation[]): readonly [ReceivedOperation, ReceivedOperation] | undefined {
  const said = all.map(({ operation, marks }) => {
    return { method: operation.method, values: new Map(marks.map((mark) => [keyOf(mark), new Set(mark.values)])) };
  });
  let pairs = 0;
  for (const [index, other] of said.entries()) {
    for (let before = 0; before < index && pairs < mostPairs; before += 1) {
      pairs += 1;
      const [one, second] = [all[before], all[index]];
      if (one && second && areAlike(said[before] ?? other, other)) return [one, second];
    }
  }
  return undefined;
}

/** What tells an operation apart. */
interface Said {
  readonly method: string;
  readonly values: ReadonlyMap<string, ReadonlySet<MarkValue>>;
}

function areAlike(one: Said, other: Said): boolean {
  if (one.method !== other.method) return false;
  for (const [key, values] of one.values) {
    const others = other.values.get(key);
    if (others !== undefined && ![...values].some((value) => others.has(value))) return false;
  }
  return true;
}
