import type { SchemaUse } from "@facsimile/document";
import { accepts } from "./accepts.js";
import { boundsOf } from "./bounds.js";
import type { Branch } from "./branch.js";
import { requiredAlone } from "./conditions.js";
import { dependentNamesOf } from "./dependent-names.js";
import type { Inclusions } from "./inclusions.js";
import { type Properties, propertiesOf } from "./objects.js";
import { matchesPattern } from "./patterns.js";
import { propertyNamesOf, spellingOf } from "./property-names.js";
import { objectOfSize, objectWith } from "./sample.js";
import { anyOf, every, type Membership, no, noBecauseOf, together, unknown, type Verdict, yes } from "./verdict.js";

/** A property that an open object does not name counts as one that nobody sends (docs/changes.md, "Conventions"). */
export function includesObjects(inclusion: Inclusions, inner: Branch, outer: Branch): Verdict {
  const own = propertiesOf(inclusion.inner, inner);
  const around = propertiesOf(inclusion.outer, outer);
  const make = (names: readonly string[] = []): Verdict => noBecauseOf(objectWith(inclusion.inner, inner, names, 0));
  const required = alwaysThere(own, inner);
  for (const name of around.required.keys()) if (!required.has(name)) return make();
  const tests: (() => Verdict)[] = [
    () => every(namesOf(own, around), (name) => propertyHolds(inclusion, inner, own, around, name)),
    () => othersHold(inclusion, inner, own, around),
    () => patternsHold(inclusion, own, around),
    () => countHolds(inclusion, own, inner, outer),
    () => namesHold(inclusion, own, inner, outer),
    () => dependentHold(own, inner, outer, make),
  ];
  return every(tests, (test) => test());
}

/** What is required, and what that requires. */
function alwaysThere(own: Properties, inner: Branch): ReadonlySet<string> {
  const names = new Set(own.required.keys());
  const needed = dependentNamesOf(inner);
  // A set that grows while it is iterated gives what was added too.
  if (needed.size > 0) for (const name of names) for (const other of needed.get(name) ?? []) names.add(other);
  return names;
}

function namesOf(own: Properties, around: Properties): readonly string[] {
  return [...new Set([...own.declared, ...around.declared, ...own.required.keys()])];
}

/** Whether objects have a property at all: it is named, required, or falls under a schema for those that are not; undefined where a pattern decides. */
function isSent({ declared, required, others, patterns, isAbsent }: Properties, name: string): Membership {
  if (isAbsent(name)) return false;
  if (declared.has(name) || required.has(name) || others.some(({ value }) => value !== false)) return true;
  return anyOf([...patterns.keys()].map((pattern) => matchesPattern(pattern, name)));
}

function propertyHolds(
  inclusion: Inclusions,
  inner: Branch,
  own: Properties,
  around: Properties,
  name: string,
): Verdict {
  const sent = isSent(own, name);
  if (sent !== true) return sent === false ? yes : unknown;
  const verdict = inclusion.holds(own.of(name), around.of(name));
  if (verdict.answer !== "no" || verdict.example === undefined) return verdict;
  return noBecauseOf(objectWith(inclusion.inner, inner, [], 0, new Map([[name, verdict.example]])));
}

/** What holds for the properties that neither names. */
function othersHold(inclusion: Inclusions, inner: Branch, own: Properties, around: Properties): Verdict {
  if (around.others.length === 0 || isClosed(own)) return yes;
  const verdict = inclusion.holds(own.others, around.others);
  // There may be no further name that is spelled as they have to be.
  if (verdict.answer === "no" && spellingOf(inclusion.inner, inner).length > 0) return unknown;
  if (verdict.answer !== "no" || verdict.example === undefined) return verdict;
  return noBecauseOf(objectWith(inclusion.inner, inner, [], 0, new Map([["property1", verdict.example]])));
}

export function isClosed({ others }: Pick<Properties, "others">): boolean {
  return others.some(({ value }) => value === false);
}

function patternsHold(inclusion: Inclusions, own: Properties, around: Properties): Verdict {
  const patterns = [...new Set([...own.patterns.keys(), ...around.patterns.keys()])];
  return every(patterns, (pattern) => {
    const verdict = patternHoldsSurely(inclusion, own, around, pattern);
    if (verdict.answer === "no") return own.doubts(pattern).length > 0 ? unknown : verdict;
    return together(verdict, doubtsHold(inclusion, own, around, pattern));
  });
}

/** What some names have to fulfil is held where those of the other edition have to fulfil it all, or the same ones. */
function doubtsHold(inclusion: Inclusions, own: Properties, around: Properties, pattern: string): Verdict {
  const inner = own.patterns.get(pattern);
  const held = own.doubts(pattern);
  return every(around.doubts(pattern), ({ but, use }) => {
    const same = held.filter((doubt) => doubt.but === but).map((doubt) => doubt.use);
    const all = inner === undefined ? same : [...same, inner];
    return all.some((each) => inclusion.holds(each, use).answer === "yes") ? yes : unknown;
  });
}

function patternHoldsSurely(inclusion: Inclusions, own: Properties, around: Properties, pattern: string): Verdict {
  const outer = around.patterns.get(pattern) ?? around.others;
  const inner = own.patterns.get(pattern);
  if (outer.length === 0) return yes;
  if (inner !== undefined) return patternHolds(inclusion, inner, outer, around.patterns.has(pattern));
  const others = isClosed(own) ? yes : inclusion.holds(own.others, outer);
  return together(
    others,
    every(own.patterns.values(), (other) => patternHolds(inclusion, other, outer, false)),
  );
}

/** Names of another pattern may fall under it as well, or not: only the same pattern is sure. */
function patternHolds(inclusion: Inclusions, inner: SchemaUse, outer: SchemaUse, isSame: boolean): Verdict {
  const verdict = inclusion.holds(inner, outer);
  return isSame || verdict.answer === "yes" ? verdict : unknown;
}

function countHolds({ inner: reader }: Inclusions, own: Properties, inner: Branch, outer: Branch): Verdict {
  const { minProperties: least = 0, maxProperties: most = Number.POSITIVE_INFINITY } = boundsOf(inner.parts);
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = boundsOf(outer.parts);
  const mostNamed = isClosed(own) && own.patterns.size === 0 ? own.declared.size : Number.POSITIVE_INFINITY;
  const fewest = Math.max(least, own.required.size);
  if (fewest < minProperties) return noBecauseOf(objectOfSize(reader, inner, fewest));
  if (Math.min(most, mostNamed) <= maxProperties) return yes;
  return noBecauseOf(objectOfSize(reader, inner, Math.max(maxProperties + 1, fewest)));
}

function namesHold(inclusion: Inclusions, own: Properties, inner: Branch, outer: Branch): Verdict {
  const spelling = spellingOf(inclusion.outer, outer);
  if (spelling.length === 0) return yes;
  const held = propertyNamesOf(inner);
  if (held.length > 0) return inclusion.holds(held, spelling);
  const named = every(own.declared, (name) => {
    const isFit = accepts(inclusion.outer, spelling, name);
    return isFit === undefined ? unknown : isFit ? yes : no;
  });
  if (named.answer === "no" || (isClosed(own) && own.patterns.size === 0)) return named;
  return no;
}

function dependentHold(
  own: Properties,
  inner: Branch,
  outer: Branch,
  make: (names: readonly string[]) => Verdict,
): Verdict {
  const held = dependentNamesOf(inner);
  return every(dependentNamesOf(outer), ([name, needed]) => {
    if ((!own.declared.has(name) && isClosed(own)) || isAbsent(inner, name)) return yes;
    const has = (other: string): boolean => own.required.has(other) || held.get(name)?.includes(other) === true;
    return needed.every(has) ? yes : make([name]);
  });
}

/** Whether what a branch excludes is exactly the objects that have a property. */
function isAbsent({ excluded }: Branch, name: string): boolean {
  return excluded.some(({ value }) => requiredAlone(value)?.join() === name);
}
