import { isObject, type JsonObject, type SchemaUse } from "@facsimile/document";
import { type Path, partAt, withoutProperty, withPart } from "./at.js";
import { breakableKeywords, breakers } from "./breakers.js";
import { type Part, partsOf } from "./parts.js";

/** One constraint of a schema, in the place of a value where it binds. */
export interface Constraint {
  readonly path: Path;
  readonly keyword: string;
  /** For `required`: the property. */
  readonly property: string | undefined;
  readonly part: Part;
}

/** A value that was valid before one constraint was broken. */
export interface BrokenValue extends Constraint {
  readonly value: unknown;
}

/** Whether a value is refused. */
export type Refuses = (value: unknown) => boolean;

/** The constraints that bind a value in all its parts. */
export function constraintsOf(document: JsonObject, use: SchemaUse, value: unknown): readonly Constraint[] {
  return partsOf(document, use, value).flatMap((part) => [
    ...keywordConstraints(part),
    ...requiredConstraints(part, value),
  ]);
}

/** Values with that constraint broken and nothing else touched. None where no value breaks it, such as a text that has to be text. */
export function brokenValues(value: unknown, constraint: Constraint, refuses: Refuses): readonly BrokenValue[] {
  const candidates = candidatesFor(value, constraint);
  return candidates.filter(refuses).map((broken) => ({ ...constraint, value: broken }));
}

function candidatesFor(value: unknown, { path, keyword, property, part }: Constraint): readonly unknown[] {
  if (property !== undefined) return [withoutProperty(value, path, property)];
  return breakers[keyword]?.(part.view, partAt(value, path)).map((broken) => withPart(value, path, broken)) ?? [];
}

function keywordConstraints(part: Part): Constraint[] {
  const { path, view } = part;
  return breakableKeywords(view).map((keyword) => ({ path, keyword, property: undefined, part }));
}

function requiredConstraints(part: Part, value: unknown): Constraint[] {
  const { path, view } = part;
  const object = partAt(value, path);
  if (!isObject(object)) return [];
  return [...view.required.keys()]
    .filter((name) => Object.hasOwn(object, name))
    .map((property) => ({ path, keyword: "required", property, part }));
}

/** For names of cases: `required email`, `rows/0/age maximum`. */
export function showConstraint({ path, keyword, property }: Omit<Constraint, "part">): string {
  const place = path.length === 0 ? "" : `${path.join("/")} `;
  return `${place}${keyword}${property === undefined ? "" : ` ${property}`}`;
}
