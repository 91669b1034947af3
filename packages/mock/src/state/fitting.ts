import { isJson, isObject, type Json, type JsonObject, type Operation, splitPointer } from "@facsimile/document";
import { type Path, partAt, withPart } from "@facsimile/samples";
import { LateError, withinTime } from "../server/within-time.js";
import { successOf } from "../things/success-of.js";
import type { StateContext } from "./context.js";

/** The objects of an answer that are of memory, and the example that they took the place of. */
interface ShownPlace {
  readonly path: Path;
  /** Whether there is a list of them at the path. */
  readonly isList: boolean;
  readonly frame: unknown;
  readonly example: JsonObject;
}

/**
 * The answer with the example's value for each property that was sent and that the answer cannot have. What is wrong with the example too is left: it is
 * the document that is wrong there.
 */
export function fitting(context: StateContext, operation: Operation, body: unknown, place: ShownPlace): unknown {
  const schema = successOf(operation)?.content.find(({ name }) => isJson(name))?.schema;
  if (schema === undefined) return body;
  const wrong = wrongProperties(context, schema.pointer, body, place);
  if (wrong.size === 0) return body;
  const before = new Set(
    [...wrongProperties(context, schema.pointer, place.frame, place).values()].flatMap((names) => [...names]),
  );
  const mended = (value: unknown, index: number): unknown => {
    const names = [...(wrong.get(index) ?? [])].filter((name) => !before.has(name));
    return isObject(value) && names.length > 0 ? withExamples(value, names, place.example) : value;
  };
  const part = partAt(body, place.path);
  return withPart(body, place.path, place.isList && Array.isArray(part) ? part.map(mended) : mended(part, 0));
}

/** With the example's values of properties, or without them where it has none. */
function withExamples(value: JsonObject, names: readonly string[], example: JsonObject): JsonObject {
  const [wrong, known] = [new Set(names), new Map(Object.entries(example))];
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, own]): [string, Json][] => {
      const fit = wrong.has(name) ? known.get(name) : own;
      return fit === undefined ? [] : [[name, fit]];
    }),
  );
}

/** The names of the properties that do not fit, by the index of the object; 0 where there is one alone. */
function wrongProperties(
  context: StateContext,
  pointer: string,
  body: unknown,
  { path, isList }: ShownPlace,
): ReadonlyMap<number, ReadonlySet<string>> {
  const found = new Map<number, Set<string>>();
  const part = partAt(body, path);
  for (const { at } of errorsOf(context, pointer, body)) {
    const way = splitPointer(at);
    if (!path.every((step, place) => String(step) === way[place])) continue;
    const [first, second] = way.slice(path.length);
    const index = isList ? Number(first) : 0;
    const owner = isList && Array.isArray(part) ? part[index] : part;
    const name = isList ? second : first;
    if (name === undefined || !isObject(owner) || !Object.hasOwn(owner, name)) continue;
    found.set(index, (found.get(index) ?? new Set()).add(name));
  }
  return found;
}

/** A schema that cannot be compiled refuses nothing. What takes too long is ended: lists may be compared item by item. */
function errorsOf(
  { validator, limitMs }: StateContext,
  pointer: string,
  body: unknown,
): readonly { readonly at: string }[] {
  try {
    return withinTime(limitMs, () => validator().allows(pointer, "response", body));
  } catch (error) {
    if (error instanceof LateError) throw error;
    return [];
  }
}
