import type { BoundName } from "../../change/rules.js";
import { boundsOf } from "../../sets/bounds.js";
import type { Limit } from "../../sets/numbers.js";
import { type BranchPair, type Pair, type Places, placesOf } from "./pair.js";

type Counted = "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties" | "maxProperties";

const named: Readonly<Record<Counted, readonly [BoundName, string]>> = {
  minLength: ["min-length", "the least length"],
  maxLength: ["max-length", "the greatest length"],
  minItems: ["min-items", "the least number of items"],
  maxItems: ["max-items", "the greatest number of items"],
  minProperties: ["min-properties", "the least number of properties"],
  maxProperties: ["max-properties", "the greatest number of properties"],
};

/** A limit of a length or a number of things. A least one of 0 is none. */
export function compareCount(pair: Pair, branches: BranchPair, keyword: Counted): void {
  const [name, words] = named[keyword];
  const effective = (value: number | undefined): number | undefined =>
    value === 0 && keyword.startsWith("min") ? undefined : value;
  const old = effective(boundsOf(branches.old.parts)[keyword]);
  const next = effective(boundsOf(branches.new.parts)[keyword]);
  compareLimit(pair, name, words, placesOf(branches, keyword), asLimit(old), asLimit(next));
}

function asLimit(value: number | undefined): Limit | undefined {
  return value === undefined ? undefined : { value, isExclusive: false };
}

export function compareLimit(
  pair: Pair,
  name: BoundName,
  words: string,
  places: Places,
  old: Limit | undefined,
  next: Limit | undefined,
): void {
  const subject = `${words} of ${pair.subject}`;
  if (old === undefined && next === undefined) return;
  if (old === undefined) pair.report(`${name}-added`, places, `${subject} is ${shown(next)} now, there was none`);
  else if (next === undefined)
    pair.report(`${name}-removed`, places, `${subject} was ${shown(old)}, there is none now`);
  else if (old.value !== next.value || old.isExclusive !== next.isExclusive) {
    const edit = isRaised(name, old, next) ? "raised" : "lowered";
    pair.report(`${name}-${edit}`, places, `${subject} is ${shown(next)} now, it was ${shown(old)}`);
  }
}

function isRaised(name: BoundName, old: Limit, next: Limit): boolean {
  return old.value === next.value ? next.isExclusive === name.startsWith("min") : next.value > old.value;
}

function shown(limit: Limit | undefined): string {
  return limit === undefined ? "none" : `${limit.value}${limit.isExclusive ? ", exclusive" : ""}`;
}
