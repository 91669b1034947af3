import type { Json, SchemaUse } from "@facsimile/document";
import { branchAccepts } from "./accepts.js";
import { itemsOf } from "./arrays.js";
import { boundsOf } from "./bounds.js";
import type { Branch, ShapeReader } from "./branch.js";
import { dependentNamesOf } from "./dependent-names.js";
import { keyOf } from "./key-of.js";
import { type NumberRange, numberRangeOf } from "./numbers.js";
import { propertiesOf } from "./objects.js";
import { remembered } from "./remembered.js";

/** Deeper values are not made: they show nothing that a shallow one does not. */
const deepest = 8;

/** Texts longer than this are not made. */
export const longestText = 2_000;

/** Lists with more items, and objects with more properties, are not made. */
export const longestList = 50;

/** After so many schemas no sample is looked for any longer. */
const mostSteps = 2_000;

/** The samples that were made of the schemas of a reader, and those that are being made. */
interface Samples {
  readonly known: Map<string, Json | undefined>;
  readonly open: Set<string>;
  steps: number;
}

const samplesOf = remembered((_: ShapeReader): Samples => ({ known: new Map(), open: new Set(), steps: 0 }));

/** A small value that schemas allow; undefined where none was made. The smallest value of a schema has none of the same schema in it. */
export function sampleOf(reader: ShapeReader, use: SchemaUse, depth = 0): Json | undefined {
  if (use.length === 0) return "text";
  const samples = samplesOf(reader);
  const key = keyOf(use);
  if (samples.known.has(key)) return samples.known.get(key);
  if (samples.open.size === 0) samples.steps = 0;
  if (depth > deepest || samples.open.has(key) || ++samples.steps > mostSteps || !reader.effort.spend())
    return undefined;
  samples.open.add(key);
  const sample = makeSample(reader, use, depth);
  samples.open.delete(key);
  if (sample !== undefined || samples.open.size === 0) samples.known.set(key, sample);
  return sample;
}

function makeSample(reader: ShapeReader, use: SchemaUse, depth: number): Json | undefined {
  const order = ["string", "number", "boolean", "object", "array", "null"] as const;
  const shape = reader.of(use);
  for (const branch of order.flatMap((type) => shape.get(type) ?? [])) {
    const sample = sampleOfBranch(reader, branch, depth);
    if (sample !== undefined) return sample;
  }
  return undefined;
}

export function sampleOfBranch(reader: ShapeReader, branch: Branch, depth = 0): Json | undefined {
  return candidatesOf(reader, branch, depth).find((value) => branchAccepts(reader, branch, value) === true);
}

/** Values of which some may be in a branch. */
export function candidatesOf(reader: ShapeReader, branch: Branch, depth = 0): readonly Json[] {
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
  const near = edges.flatMap((edge) => [edge + step, edge - step, edge + step / 3, edge - step / 3]);
  const below = upper === undefined ? [] : [Math.floor(upper.value / step) * step - step];
  return [up, up + step, ...edges, ...near, ...below, 0, 1, -1, 0.5, step, step / 3];
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
  return "text".repeat(Math.ceil(Math.min(length, longestText) / 4)).slice(0, length);
}

export function arrayOfLength(
  reader: ShapeReader,
  branch: Branch,
  length: number,
  depth = 0,
): readonly Json[] | undefined {
  const { of, bounds } = itemsOf(branch);
  if (length > longestList) return undefined;
  const made: Json[] = [];
  while (made.length < length) {
    const item = sampleOf(reader, of(made.length), depth + 1);
    if (item === undefined) return undefined;
    made.push(item);
  }
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
    return item === undefined || least > longestList ? [] : Array.from({ length: least }, () => item);
  });
  return contained.length > 0 ? [...arrays, contained] : arrays;
}

function objectsOf(reader: ShapeReader, branch: Branch, depth: number): readonly Json[] {
  const small = objectWith(reader, branch, [], depth);
  if (small === undefined) return [];
  const { declared } = propertiesOf(reader, branch);
  const { minProperties = 0 } = boundsOf(branch.parts);
  const objects = [
    small,
    objectOfSize(reader, branch, minProperties, depth),
    objectWith(reader, branch, [...declared].slice(0, 20), depth),
  ];
  return objects.filter((object) => object !== undefined);
}

/** An object with so many properties at least; those that no schema names come last. */
export function objectOfSize(reader: ShapeReader, branch: Branch, size: number, depth = 0): Json | undefined {
  if (size > longestList) return undefined;
  const { declared, required, isAbsent } = propertiesOf(reader, branch);
  const named = [...new Set([...required.keys(), ...[...declared].filter((name) => !isAbsent(name))])];
  const more = Array.from({ length: Math.max(0, size - named.length) }, (_, index) => `property${index + 1}`);
  return objectWith(reader, branch, [...named, ...more].slice(0, Math.max(size, required.size)), depth);
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
