import { child, isObject, type SchemaNode, type SchemaPart, type SchemaUse } from "@facsimile/document";
import type { Branch, Part, ShapeReader } from "./branch.js";
import { memberOf, othersIn } from "./demands.js";
import { type Doubt, doubtsOf, patternsOf } from "./name-patterns.js";
import { matchesPattern } from "./patterns.js";
import { listedNames, type NameList } from "./property-names.js";
import { remembered } from "./remembered.js";

/** What a branch of objects says of their properties. */
export interface Properties {
  /** The properties that a schema names, in the order of the document. */
  readonly declared: ReadonlySet<string>;
  /** Where a property is required; with those that messages of the direction do not have left out. */
  readonly required: ReadonlyMap<string, string>;
  /** What a property has to fulfil: nothing where an open object does not name it. */
  of(name: string): SchemaUse;
  /** Whether messages of the direction never have it. */
  isAbsent(name: string): boolean;
  /** What properties have to fulfil that no schema names. */
  readonly others: SchemaUse;
  /** Schemas by the pattern of the names that they are for. */
  readonly patterns: ReadonlyMap<string, SchemaUse>;
  /** What some names under a pattern have to fulfil: those that are under no pattern of a part that has others. */
  doubts(pattern: string): readonly Doubt[];
}

export function propertiesOf(reader: ShapeReader, { parts }: Pick<Branch, "parts">): Properties {
  return ofReader(reader)(parts);
}

const ofReader = remembered((reader: ShapeReader) =>
  remembered((parts: Branch["parts"]) => readProperties(reader, parts)),
);

function readProperties(reader: ShapeReader, parts: Branch["parts"]): Properties {
  const named = new Set(
    parts.flatMap(({ keywords: { properties } }) => (isObject(properties) ? Object.keys(properties) : [])),
  );
  const isAbsent = byName((name) => named.has(name) && reader.isAbsent(namedIn(parts, name)));
  const schemasOf = (name: string): SchemaUse => parts.flatMap((part) => schemasFor(part, name));
  const list = listedNames(reader, parts);
  if (list !== undefined) return listedProperties(list, parts, named, isAbsent, byName(schemasOf));
  const others = othersOf(parts);
  const of = byName((name) => (isAbsent(name) ? others : schemasOf(name)));
  return {
    declared: named,
    required: requiredOf(parts, isAbsent),
    of,
    isAbsent,
    others,
    patterns: patternsOf(parts),
    doubts: (pattern) => parts.flatMap((part) => doubtsOf(part, pattern)),
  };
}

/** Where the names of properties are listed, an object is closed, and declares those that it lists. */
function listedProperties(
  { names, pointer }: NameList,
  parts: Branch["parts"],
  named: ReadonlySet<string>,
  isAbsent: Properties["isAbsent"],
  schemasOf: Properties["of"],
): Properties {
  const nothing: SchemaUse = [{ value: false, pointer }];
  const isPossible = (name: string): boolean =>
    named.has(name) || !schemasOf(name).some(({ value }) => value === false);
  const declared = new Set([...named].filter((name) => names.includes(name)));
  for (const name of names) if (isPossible(name)) declared.add(name);
  const of = (name: string): SchemaUse => (declared.has(name) && !isAbsent(name) ? schemasOf(name) : nothing);
  return {
    declared,
    required: requiredOf(parts, isAbsent),
    of,
    isAbsent,
    others: nothing,
    patterns: new Map(),
    doubts: () => [],
  };
}

function byName<Result>(compute: (name: string) => Result): (name: string) => Result {
  const known = new Map<string, Result>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const result = compute(name);
    known.set(name, result);
    return result;
  };
}

function namedIn(parts: readonly SchemaPart[], name: string): SchemaUse {
  return parts.flatMap((part) => {
    const { properties } = part.keywords;
    return isObject(properties) && Object.hasOwn(properties, name)
      ? [memberOf(part, "properties", properties, name)]
      : [];
  });
}

/**
 * A part judges a name by its `properties` and `patternProperties`, else by its `additionalProperties` (JSON Schema 2020-12, core, 10.3.2). What it
 * is made of counts for its `unevaluatedProperties`.
 */
function schemasFor(part: Part, name: string): readonly SchemaNode[] {
  const own = statedFor(part, name);
  if (own.length > 0) return own;
  const isEvaluated =
    part.keywords.additionalProperties === undefined &&
    (part.madeOf ?? []).some((each) => statedFor(each, name).length > 0);
  return isEvaluated ? [] : othersIn(part);
}

function statedFor(part: SchemaPart, name: string): readonly SchemaNode[] {
  const { patternProperties } = part.keywords;
  const matching = isObject(patternProperties)
    ? Object.keys(patternProperties).filter((pattern) => matchesPattern(pattern, name) === true)
    : [];
  const byPattern = matching.map((pattern) => memberOf(part, "patternProperties", patternProperties as never, pattern));
  return [...namedIn([part], name), ...byPattern];
}

function othersOf(parts: readonly Part[]): SchemaUse {
  return parts.flatMap(othersIn);
}

function requiredOf(parts: readonly SchemaPart[], isAbsent: (name: string) => boolean): ReadonlyMap<string, string> {
  const required = new Map<string, string>();
  for (const { keywords, pointer } of parts) {
    if (!Array.isArray(keywords.required)) continue;
    for (const [index, name] of keywords.required.entries()) {
      if (typeof name !== "string" || required.has(name) || isAbsent(name)) continue;
      required.set(name, child(child(pointer, "required"), index));
    }
  }
  return required;
}
