import { type Direction, isObject, type Json, type JsonObject, splitPointer } from "@facsimile/document";
import { type Path, partAt, type SchemaError, sampleValue, withPart } from "@facsimile/samples";

/** How often something that is missing is added: what does not fit by then does not. */
const mostRounds = 50;

/** What is completed, and what says whether it is. */
interface Context {
  readonly document: JsonObject;
  readonly direction: Direction;
  readonly check: (value: unknown) => readonly SchemaError[];
}

/**
 * Adds the required properties that a value has not, as far as that makes it fit better. What is there stays.
 *
 * @returns the value, and what is still wrong with it
 */
export function complete(
  context: Context,
  given: unknown,
): { readonly value: unknown; readonly errors: readonly SchemaError[] } {
  const { check } = context;
  let best = { value: given, errors: check(given) };
  for (let round = 0; round < mostRounds && best.errors.length > 0; round++) {
    const [better] = steps(best.errors)
      .map((some) => added(context, best.value, some))
      .map((value) => ({ value, errors: check(value) }))
      .filter(({ value, errors }) => value !== best.value && isBetter(errors, best.errors))
      .sort((one, other) => one.errors.length - other.errors.length);
    if (better === undefined) break;
    best = better;
  }
  return best;
}

/** What may be added next: all that is missing in any case; then, of alternatives, what one of them lacks. */
function steps(errors: readonly SchemaError[]): readonly (readonly SchemaError[])[] {
  const missing = errors.filter(({ keyword }) => keyword === "required");
  const open = errors.filter(({ keyword }) => keyword === "oneOf" || keyword === "anyOf").map(({ at }) => at);
  const sure = missing.filter(({ at }) => !open.some((one) => at === one || at.startsWith(`${one}/`)));
  return sure.length > 0 ? [sure] : [...grouped(missing)];
}

/** Those of one object of one schema together. */
function grouped(errors: readonly SchemaError[]): Iterable<readonly SchemaError[]> {
  const groups = new Map<string, SchemaError[]>();
  for (const error of errors) {
    const key = `${error.at} ${JSON.stringify(error.schema)}`;
    groups.set(key, [...(groups.get(key) ?? []), error]);
  }
  return groups.values();
}

/** Fewer errors, or those of a place that was not there before. */
function isBetter(errors: readonly SchemaError[], before: readonly SchemaError[]): boolean {
  const known = new Set(before.map(({ at, keyword, message }) => `${at} ${keyword} ${message}`));
  const others = errors.filter(({ at, keyword, message }) => !known.has(`${at} ${keyword} ${message}`));
  return errors.length < before.length || others.every(({ keyword }) => keyword === "required");
}

function added(context: Context, value: unknown, errors: readonly SchemaError[]): unknown {
  return errors.reduce((whole, { at, params, schema }) => {
    const path = pathIn(whole, at);
    const object = partAt(whole, path);
    const name = String(params.missingProperty);
    if (!isObject(object) || Object.hasOwn(object, name)) return whole;
    return withPart(whole, path, { ...object, ...sampleOf(context, name, propertyOf(schema, name)) });
  }, value);
}

/** An object with a property, whose name leads to a likelier value than its schema alone. */
function sampleOf({ document, direction }: Context, name: string, property: JsonObject | boolean): object {
  const value = { type: "object", required: [name], properties: { [name]: property } };
  // A cast because a schema of an object makes an object.
  return sampleValue(document, [{ value, pointer: "" }], { direction, size: "minimal" }) as object;
}

function propertyOf(schema: unknown, name: string): JsonObject | boolean {
  const properties = isObject(schema) && isObject(schema.properties) ? schema.properties : {};
  const property: Json | undefined = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return isObject(property) || typeof property === "boolean" ? property : {};
}

function pathIn(value: unknown, pointer: string): Path {
  const path: (string | number)[] = [];
  for (const key of splitPointer(pointer)) path.push(Array.isArray(partAt(value, path)) ? Number(key) : key);
  return path;
}
