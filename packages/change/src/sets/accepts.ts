import { isObject, type Json, type SchemaUse } from "@facsimile/document";
import { itemsOf } from "./arrays.js";
import { boundsOf } from "./bounds.js";
import type { Branch, Condition, ShapeReader } from "./branch.js";
import { dependentNamesOf } from "./dependent-names.js";
import { leansOnOthers } from "./evaluated.js";
import { isListed } from "./listed.js";
import { isInRange, numberRangeOf } from "./numbers.js";
import { propertiesOf } from "./objects.js";
import { matchesPattern } from "./patterns.js";
import { propertyNamesOf } from "./property-names.js";
import { valueTypeOf } from "./value-type.js";
import { allOf, anyOf, type Membership } from "./verdict.js";

/** Whether schemas allow a value; undefined where a regular expression decides. `format` is taken for an annotation (JSON Schema 2020-12, validation, 7.2.1). */
export function accepts(reader: ShapeReader, use: SchemaUse, value: Json): Membership {
  return isIn(reader, use, value, []);
}

export function branchAccepts(reader: ShapeReader, branch: Branch, value: Json): Membership {
  return isInBranch(reader, branch, value, []);
}

/** The schemas that the same value is being held against: one that depends on itself says nothing. */
type Asked = readonly string[];

function isIn(reader: ShapeReader, use: SchemaUse, value: Json, asked: Asked): Membership {
  if (use.length === 0) return true;
  return reader.effort.nest<Membership>(
    () => isInOne(reader, use, value, asked),
    () => undefined,
  );
}

function isInOne(reader: ShapeReader, use: SchemaUse, value: Json, asked: Asked): Membership {
  const branches = reader.of(use).get(valueTypeOf(value)) ?? [];
  const question = use.map(({ pointer }) => pointer).join("&");
  if (asked.includes(question) || !reader.effort.spend(branches.length)) return undefined;
  return anyOf(mapped(branches, (branch) => isInBranch(reader, branch, value, [...asked, question])));
}

function isInBranch(reader: ShapeReader, branch: Branch, value: Json, asked: Asked): Membership {
  if (valueTypeOf(value) !== branch.type) return false;
  if (branch.values !== undefined && !isListed(branch.values, value)) return false;
  if (branch.isList === true) return true;
  if (!reader.effort.spend(costOf(branch))) return undefined;
  const own = ownAccepts(reader, branch, value);
  if (own === false) return typeof value === "object" && value !== null && leansOnOthers(branch) ? undefined : false;
  const excluded = mapped(branch.excluded, (node) => negate(isIn(reader, [node], value, asked)));
  const rest = allOf(excluded);
  if (rest === false) return false;
  return allOf([own, rest, ...branch.conditions.map((condition) => fulfils(reader, condition, value, asked))]);
}

/** Schemas of many parts are costly: each part is asked for each property, and each condition for the whole value. */
function costOf({ parts, conditions }: Branch): number {
  return (parts.length > fewParts ? parts.length ** 2 : 0) + 20 * conditions.length;
}

/** Documents that are not built for it have no more in one schema. */
const fewParts = 12;

/** One after the other, as far as it is asked for. */
function* mapped<Item, Result>(items: readonly Item[], change: (item: Item) => Result): Generator<Result> {
  for (const item of items) yield change(item);
}

function negate(membership: Membership): Membership {
  return membership === undefined ? undefined : !membership;
}

function ownAccepts(reader: ShapeReader, branch: Branch, value: Json): Membership {
  if (typeof value === "number") return isInRange(value, numberRangeOf(branch));
  if (typeof value === "string") return textAccepts(branch, value);
  if (Array.isArray(value)) return arrayAccepts(reader, branch, value);
  return isObject(value) ? objectAccepts(reader, branch, value) : true;
}

export function textAccepts({ parts }: Branch, text: string): Membership {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, patterns } = boundsOf(parts);
  const length = [...text].length;
  if (length < minLength || length > maxLength) return false;
  return allOf(patterns.map((pattern) => matchesPattern(pattern, text)));
}

function arrayAccepts(reader: ShapeReader, branch: Branch, items: readonly Json[]): Membership {
  const { of, contains, bounds } = itemsOf(branch);
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, uniqueItems } = bounds;
  if (items.length < minItems || items.length > maxItems) return false;
  if (uniqueItems && new Set(items.map((item) => JSON.stringify(item))).size < items.length) return false;
  const contained = contains.map(({ use, least, most = Number.POSITIVE_INFINITY }): Membership => {
    const fits = items.map((item) => accepts(reader, use, item));
    const sure = fits.filter((fit) => fit === true).length;
    const possible = fits.filter((fit) => fit !== false).length;
    if (possible < least || sure > most) return false;
    return sure >= least && possible <= most ? true : undefined;
  });
  return allOf([...items.map((item, index) => accepts(reader, of(index), item)), ...contained]);
}

function objectAccepts(reader: ShapeReader, branch: Branch, object: { readonly [name: string]: Json }): Membership {
  const properties = propertiesOf(reader, branch);
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = boundsOf(branch.parts);
  const names = Object.keys(object);
  if (names.length < minProperties || names.length > maxProperties) return false;
  const present = (name: string): boolean => Object.hasOwn(object, name);
  if (![...properties.required.keys()].every(present)) return false;
  const dependent = [...dependentNamesOf(branch)];
  if (!dependent.every(([name, needed]) => !present(name) || needed.every(present))) return false;
  const byPattern = properties.patterns.size > 0 ? [undefined] : [];
  const values = names.map((name) =>
    properties.isAbsent(name) ? false : accepts(reader, properties.of(name), object[name] ?? null),
  );
  const spelling = propertyNamesOf(branch);
  const spelled = names.map((name) => accepts(reader, spelling, name));
  return allOf([...values, ...spelled, ...byPattern]);
}

function fulfils(reader: ShapeReader, { kind, schemas }: Condition, value: Json, asked: Asked): Membership {
  const fits = (use: SchemaUse | undefined): Membership => isIn(reader, use ?? [], value, asked);
  if (kind === "anyOf") return anyOf(schemas.map(fits));
  if (kind === "oneOf") return isOne(schemas.map(fits));
  const condition = fits(schemas[0]);
  return condition === undefined ? undefined : fits(schemas[condition ? 1 : 2]);
}

function isOne(memberships: readonly Membership[]): Membership {
  const sure = memberships.filter((membership) => membership === true).length;
  if (sure > 1) return false;
  if (memberships.includes(undefined)) return undefined;
  return sure === 1;
}
