import type { Json, SchemaUse } from "@facsimile/document";
import { branchAccepts } from "./accepts.js";
import { itemsOf } from "./arrays.js";
import { boundsOf } from "./bounds.js";
import type { Branch, ShapeReader } from "./branch.js";
import { dependentNamesOf } from "./dependent-names.js";
import { type NumberRange, numberRangeOf } from "./numbers.js";
import { propertiesOf } from "./objects.js";

/** Deeper values are not made: they show nothing that a shallow one does not. */
const deepest = 8;

/** Texts longer than this are not made. */
const longest = 2_000;

/** A small value that schemas allow; undefined where none was made. */
export function sampleOf(reader: ShapeReader, use: SchemaUse, depth = 0): Json | undefined {
  if (use.length === 0) return "text";
  if (depth > deepest) return undefined;
  const order = ["string", "number", "boolean", "object", "array", "null"] as const;
  const shape = reader.of(use);
  for (const branch of order.flatMap((type) => shape.get(type) ?? [])) {
    const sample = sampleOfBranch(reader, branch, depth);
    if (sample !== undefined) return sample;
  }
  return undefined;
}

export function sampleOfBranch(reader: ShapeReader, branch: Branch, depth = 0): Json | undefined {
  return candidates(reader, branch, depth).find((value) => branchAccepts(reader, branch, value) === true);
}

function candidates(reader: ShapeReader, branch: Branch, depth: number): readonly Json[] {
  if (branch.values !== undefined) return branch.values;
  switch (branch.type) {
    case "number":
      return numbersOf(numberRangeOf(branch));
    case "string":
      return textsOf(branch);
    case "array":
      return arraysOf(reader, branch, depth);
    case "object":
      return objectsOf(reader, branch, depth);
    default:
      return [];
  }
}

export function numbersOf({ lower, upper, isInteger, multipleOf }: NumberRange): readonly number[] {
  const step = multipleOf ?? (isInteger ? 1 : 0.5);
  const from = lower?.value ?? Math.min(0, upper?.value ?? 0);
  const up = Math.ceil(from / step) * step;
  const edges = [lower?.value, upper?.value].filter((edge) => edge !== undefined);
  return [up, up + step, ...edges, ...edges.flatMap((edge) => [edge + step, edge - step]), 0, 1, -1, 0.5, step];
}

/** The texts that people write for a format, none of them of anybody's. */
const byFormat: Readonly<Record<string, string>> = {
  date: "2024-05-17",
  "date-time": "2024-05-17T09:30:00Z",
  time: "09:30:00Z",
  duration: "P1D",
  email: "name@example.com",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/a",
  "uri-reference": "/a",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
};

function textsOf({ parts }: Branch): readonly string[] {
  const { format, minLength = 0, maxLength = 8 } = boundsOf(parts);
  const known = format === undefined ? undefined : byFormat[format];
  return [...(known === undefined ? [] : [known]), textOfLength(Math.max(minLength, Math.min(4, maxLength)))];
}

export function textOfLength(length: number): string {
  return "text".repeat(Math.ceil(Math.min(length, longest) / 4)).slice(0, length);
}

export function arrayOfLength(
  reader: ShapeReader,
  branch: Branch,
  length: number,
  depth = 0,
): readonly Json[] | undefined {
  const { of, bounds } = itemsOf(branch);
  if (length > 50) return undefined;
  const items = Array.from({ length }, (_, index) => sampleOf(reader, of(index), depth + 1));
  const made = items.filter((item) => item !== undefined);
  if (made.length < length) return undefined;
  return bounds.uniqueItems ? differing(reader, made, of) : made;
}

function differing(reader: ShapeReader, items: readonly Json[], of: (index: number) => SchemaUse): readonly Json[] {
  return items.map((item, index) => {
    const choices = valuesOf(reader, of(index));
    if (choices.length > index) return choices[index] ?? item;
    if (typeof item === "number") return item + index;
    return typeof item === "string" ? `${item}${index}` : item;
  });
}

function valuesOf(reader: ShapeReader, use: SchemaUse): readonly Json[] {
  return use.length === 0 ? [] : [...reader.of(use).values()].flat().flatMap(({ values }) => values ?? []);
}

function arraysOf(reader: ShapeReader, branch: Branch, depth: number): readonly Json[] {
  const { bounds, contains } = itemsOf(branch);
  const lengths = [bounds.minItems ?? 0, (bounds.minItems ?? 0) + 1];
  const arrays: Json[] = lengths.flatMap((length) => [arrayOfLength(reader, branch, length, depth) ?? []]);
  const contained = contains.flatMap(({ use, least }) => {
    const item = sampleOf(reader, use, depth + 1);
    return item === undefined ? [] : Array.from({ length: least }, () => item);
  });
  return contained.length > 0 ? [...arrays, contained] : arrays;
}

function objectsOf(reader: ShapeReader, branch: Branch, depth: number): readonly Json[] {
  const small = objectWith(reader, branch, [], depth);
  if (small === undefined) return [];
  const { declared } = propertiesOf(reader, branch);
  const fuller = objectWith(reader, branch, [...declared].slice(0, 20), depth);
  return fuller === undefined ? [small] : [small, fuller];
}

/** The required properties and some more, each with a sample, or with a value that is given. Undefined where one that is required cannot be made. */
export function objectWith(
  reader: ShapeReader,
  branch: Branch,
  names: readonly string[],
  depth: number,
  given: ReadonlyMap<string, Json> = new Map(),
): Json | undefined {
  const properties = propertiesOf(reader, branch);
  const dependent = dependentNamesOf(branch);
  const wanted = [...new Set([...properties.required.keys(), ...names, ...given.keys()])];
  for (const name of wanted)
    for (const more of dependent.get(name) ?? []) if (!wanted.includes(more)) wanted.push(more);
  const members: [string, Json][] = [];
  for (const name of wanted) {
    const value =
      given.get(name) ?? (properties.isAbsent(name) ? undefined : sampleOf(reader, properties.of(name), depth + 1));
    if (value !== undefined) members.push([name, value]);
    else if (properties.required.has(name)) return undefined;
  }
  return Object.fromEntries(members);
}
