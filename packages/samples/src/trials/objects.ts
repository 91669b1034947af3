import { isObject, type SchemaUse, type SchemaView } from "@facsimile/document";
import { discriminatorOf } from "../schema/discriminators.js";
import { otherAlone, propertyAlone } from "./alone.js";
import type { Choice } from "./choices.js";
import { type Made, type MadeObject, propertyOf } from "./maker.js";
import type { Exploring, Spot } from "./spot.js";
import { namePatterns, sampleKey } from "./strings.js";

/** Whether what is at a pointer is tried as a whole elsewhere. */
type IsElsewhere = (pointer: string) => boolean;

/**
 * Tries an object with all of its properties and each by itself, and without each that it has to have. The properties of a component that the schema is
 * built on are tried with that component: here there is to be seen that they are there.
 */
export function exploreObject(
  explorer: Exploring,
  spot: Spot,
  choice: Choice,
  least: MadeObject,
  isElsewhere: IsElsewhere,
): void {
  const { view, isOneOfMany } = choice;
  const all = explorer.made(spot, () => explorer.valid(spot, withAll(explorer, spot, view, least), true));
  tryDiscriminators(explorer, spot, view, least);
  for (const [name, use] of view.properties) {
    if (!explorer.maker.has(use)) continue;
    const isThere = all !== undefined && use.every(({ pointer }) => isElsewhere(pointer));
    explorer.locate([...spot.path, name], use);
    if (!isThere) tryProperty(explorer, spot, choice, least, [name, use]);
    else if (!isOneOfMany) tryUnlikely(explorer, { ...spot, given: all }, choice, least, name);
  }
  for (const [name, pointer] of view.required) {
    if (isOneOfMany && isElsewhere(pointer)) continue;
    const { [name]: _left, ...others } = least;
    explorer.broken(spot, others, { keyword: "required", property: name });
  }
  tryOthers(explorer, spot, choice, least);
}

type Property = readonly [name: string, use: SchemaUse];

/** What hardly any property may be shows that the property has a type. */
function tryUnlikely(explorer: Exploring, spot: Spot, choice: Choice, least: MadeObject, name: string): void {
  const inside = insideOf(spot, least, name);
  explorer.broken(aloneAt(explorer, spot, choice, inside, name) ?? inside, [[true]], { keyword: "type" });
}

function tryProperty(explorer: Exploring, spot: Spot, choice: Choice, least: MadeObject, [name, use]: Property): void {
  const inside = insideOf(spot, least, name);
  const alone = aloneAt(explorer, spot, choice, inside, name);
  const make = (): Made => least[name] ?? explorer.maker.property(choice.view, name, spot.path);
  if (alone !== undefined) explorer.explore(alone, use);
  else if (explorer.made(inside, make) !== undefined)
    explorer.explore(inside, use, explorer.maker.expected(choice.view, name));
}

function insideOf(spot: Spot, least: MadeObject, name: string): Spot {
  const whole = (part: Made): Made => spot.whole({ ...least, [name]: part });
  return { ...spot, path: [...spot.path, name], whole };
}

/** Where a property is tried by itself. A value that a discriminator expects says more than the schema of its property. */
function aloneAt(explorer: Exploring, spot: Spot, choice: Choice, inside: Spot, name: string): Spot | undefined {
  const isExpected = explorer.maker.expected(choice.view, name) !== undefined;
  return isExpected ? undefined : explorer.alone(inside, propertyAlone(explorer.readings(spot, choice), name));
}

/** All declared properties at once. Alternatives may not allow that. */
function withAll(explorer: Exploring, { path }: Spot, view: SchemaView, least: MadeObject): MadeObject {
  const names = [...view.properties].filter(([, use]) => explorer.maker.has(use)).map(([name]) => name);
  return {
    ...least,
    ...Object.fromEntries(names.map((name) => [name, least[name] ?? explorer.maker.property(view, name, path)])),
  };
}

/** A property that is not declared, where the schema says what it has to be or that there is none. */
function tryOthers(explorer: Exploring, spot: Spot, choice: Choice, least: MadeObject): void {
  const { view } = choice;
  if (view.isClosed) explorer.broken(spot, { ...least, undeclared: "x" }, { keyword: "additionalProperties" });
  const key = sampleKey(view, 0);
  const use = propertyOf(view, key);
  const says = use.some(({ value }) => isObject(value));
  // A name that no pattern is for is one that nobody declared.
  const isUndeclared = view.properties.size > 0 || namePatterns(view.parts).length > 0;
  const isFree = !isUndeclared && use.length === 0 && view.alternatives.length === 0;
  if (isFree && view.types?.includes("object") === true) explorer.valid(spot, { ...least, [key]: "text" }, true);
  if (!says) return;
  const inside = insideOf(spot, least, key);
  const alone = explorer.alone(inside, otherAlone(explorer.readings(spot, choice)));
  if (view.properties.size === 0) explorer.explore(alone ?? inside, use);
  // Beside declared properties TypeScript has no type for the others but one that takes what is declared too.
  else explorer.made(inside, () => explorer.valid(inside, explorer.maker.least(use, inside.path)));
}

function tryDiscriminators(explorer: Exploring, spot: Spot, view: SchemaView, least: MadeObject): void {
  const properties = view.parts.flatMap(({ keywords }) => discriminatorOf(keywords) ?? []);
  for (const name of properties)
    if (Object.hasOwn(least, name))
      explorer.broken(spot, { ...least, [name]: "none of these" }, { keyword: "discriminator" });
}
