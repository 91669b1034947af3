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
export function brokenValues(
  document: JsonObject,
  use: SchemaUse,
  value: unknown,
  constraint: Constraint,
  refuses: Refuses,
): readonly BrokenValue[] {
  const candidates = candidatesFor(document, use, value, constraint);
  return candidates.filter(refuses).map((broken) => ({ ...constraint, value: broken }));
}

function candidatesFor(
  document: JsonObject,
  use: SchemaUse,
  value: unknown,
  { path, keyword, property }: Constraint,
): readonly unknown[] {
  if (property !== undefined) return [withoutProperty(value, path, property)];
  const part = partsOf(document, use, value).find((candidate) => samePath(candidate.path, path));
  const breaker = breakers[keyword];
  if (part === undefined || breaker === undefined) return [];
  return breaker(part.view, partAt(value, path)).map((broken) => withPart(value, path, broken));
}

function keywordConstraints({ path, view }: Part): Constraint[] {
  return breakableKeywords(view).map((keyword) => ({ path, keyword, property: undefined }));
}

function requiredConstraints({ path, view }: Part, value: unknown): Constraint[] {
  const part = partAt(value, path);
  if (!isObject(part)) return [];
  return [...view.required.keys()]
    .filter((name) => Object.hasOwn(part, name))
    .map((property) => ({ path, keyword: "required", property }));
}

function samePath(left: Path, right: Path): boolean {
  return left.length === right.length && left.every((step, index) => step === right[index]);
}

/** For names of cases: `required email`, `rows/0/age maximum`. */
export function showConstraint({ path, keyword, property }: Constraint): string {
  const place = path.length === 0 ? "" : `${path.join("/")} `;
  return `${place}${keyword}${property === undefined ? "" : ` ${property}`}`;
}
