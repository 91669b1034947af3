import { isObject, type SchemaUse, type SchemaView } from "@facsimile/document";
import { discriminatorOf } from "../schema/discriminators.js";
import type { Choice } from "./choices.js";
import { type Made, type MadeObject, propertyOf } from "./maker.js";
import type { Exploring, Spot } from "./spot.js";
import { sampleKey } from "./strings.js";

/** Whether what is at a pointer is tried as a whole elsewhere. */
type IsElsewhere = (pointer: string) => boolean;

/**
 * Tries an object with all of its properties and each by itself, and without each that it has to have. The properties of a component that the schema is
 * built on are tried with that component: here there is to be seen that they are there.
 */
export function exploreObject(
  explorer: Exploring,
  spot: Spot,
  { view, isOneOfMany }: Choice,
  least: MadeObject,
  isElsewhere: IsElsewhere,
): void {
  const all = explorer.made(spot, () => explorer.valid(spot, withAll(explorer, spot, view, least), true));
  tryDiscriminators(explorer, spot, view, least);
  for (const [name, use] of view.properties) {
    if (!explorer.maker.has(use)) continue;
    const isThere = all !== undefined && use.every(({ pointer }) => isElsewhere(pointer));
    explorer.locate([...spot.path, name], use);
    if (!isThere) tryProperty(explorer, spot, view, least, name, use);
    else if (!isOneOfMany) tryUnlikely(explorer, { ...spot, given: all }, least, name);
  }
  for (const [name, pointer] of view.required) {
    if (isOneOfMany && isElsewhere(pointer)) continue;
    const { [name]: _left, ...others } = least;
    explorer.broken(spot, others, { keyword: "required", property: name });
  }
  tryOthers(explorer, spot, view, least);
}

/** What hardly any property may be shows that the property has a type. */
function tryUnlikely(explorer: Exploring, spot: Spot, least: MadeObject, name: string): void {
  explorer.broken({ ...spot, path: [...spot.path, name] }, { ...least, [name]: [[true]] }, { keyword: "type" });
}

function tryProperty(
  explorer: Exploring,
  spot: Spot,
  view: SchemaView,
  least: MadeObject,
  name: string,
  use: SchemaUse,
): void {
  const inside = { ...spot, path: [...spot.path, name] };
  const value = explorer.made(inside, () => least[name] ?? explorer.maker.property(view, name, spot.path));
  if (value === undefined) return;
  const whole = (part: Made): Made => spot.whole({ ...least, [name]: part });
  explorer.explore({ ...inside, whole }, use, explorer.maker.expected(view, name));
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
function tryOthers(explorer: Exploring, spot: Spot, view: SchemaView, least: MadeObject): void {
  if (view.isClosed) explorer.broken(spot, { ...least, undeclared: "x" }, { keyword: "additionalProperties" });
  const key = sampleKey(view, 0);
  const use = propertyOf(view, key);
  const says = use.some(({ value }) => isObject(value));
  const isFree = view.properties.size === 0 && use.length === 0 && view.alternatives.length === 0;
  if (isFree && view.types?.includes("object") === true) explorer.valid(spot, { ...least, [key]: "text" }, true);
  if (!says) return;
  const inside = { ...spot, path: [...spot.path, key], whole: (part: Made) => spot.whole({ ...least, [key]: part }) };
  if (view.properties.size === 0) explorer.explore(inside, use);
  // Beside declared properties TypeScript has no type for the others but one that takes what is declared too.
  else explorer.made(inside, () => explorer.valid(inside, explorer.maker.least(use, inside.path)));
}

function tryDiscriminators(explorer: Exploring, spot: Spot, view: SchemaView, least: MadeObject): void {
  const properties = view.parts.flatMap(({ keywords }) => discriminatorOf(keywords) ?? []);
  for (const name of properties)
    if (Object.hasOwn(least, name))
      explorer.broken(spot, { ...least, [name]: "none of these" }, { keyword: "discriminator" });
}
