import {
  child,
  componentOf,
  isNothing,
  isObject,
  type Json,
  type JsonObject,
  type JsonType,
  namedTypes,
  type SchemaNode,
} from "@facsimile/document";
import type { Type } from "../../print/index.js";
import { keyword } from "../../print/index.js";
import { blob } from "../platform.js";
import { arrayType } from "./array-type.js";
import { intersectionOf, isUnknown, never, nullType, unionOf, unknown } from "./combine.js";
import { narrowMember } from "./discriminators.js";
import { literalType } from "./literal-type.js";
import { objectType } from "./object-type.js";
import { isBytes, type Place } from "./place.js";
import type { Part, Reading } from "./reading.js";

/** The type of the JSON values that a schema describes: never narrower than the schema, and as narrow as TypeScript can say. */
export function valueType(reading: Reading, node: SchemaNode, place: Place): Type {
  return partType(reading, { node, value: [node], place });
}

/** The type of a component as its declaration has it. */
export function partType(reading: Reading, part: Part): Type {
  const keywords = reading.schemas.keywords(part.node.value);
  if (isNothing(keywords)) return never;
  const around = [...referenceType(reading, part, keywords), ...composedTypes(reading, part, keywords)];
  const alternatives = ["oneOf", "anyOf"].flatMap((word) => alternativeTypes(reading, part, keywords, word));
  const own = ownType(reading, part, keywords, around.every(isUnknown) && alternatives.every(isUnknown));
  const isSimple = around.length === 0 && alternatives.length === 0;
  const type = isSimple ? own : intersectionOf([...around, own, ...alternatives]);
  return keywords.nullable === true ? unionOf([type, nullType]) : type;
}

function referenceType(reading: Reading, part: Part, keywords: JsonObject): readonly Type[] {
  const target = reading.schemas.target(part.node.value);
  if (target === undefined) return [];
  const component = componentOf(keywords.$ref);
  const name = component === undefined ? undefined : reading.nameOf(component, part.place);
  return [name ?? partType(reading, { ...part, node: target })];
}

function composedTypes(reading: Reading, part: Part, keywords: JsonObject): readonly Type[] {
  return membersOf(part.node, keywords, "allOf").map((node) => partType(reading, { ...part, node }));
}

/** One of the types of a `oneOf` or `anyOf`; nothing where there is none. */
function alternativeTypes(reading: Reading, part: Part, keywords: JsonObject, word: string): readonly Type[] {
  const members = membersOf(part.node, keywords, word);
  if (members.length === 0) return [];
  const { discriminator } = keywords;
  return [
    unionOf(
      members.map((node) => {
        const type = partType(reading, { ...part, node, value: [...part.value, node] });
        return isObject(discriminator) ? narrowMember(reading, node, type, discriminator) : type;
      }),
    ),
  ];
}

export function membersOf(node: SchemaNode, keywords: JsonObject, word: string): readonly SchemaNode[] {
  const members = keywords[word];
  if (!Array.isArray(members)) return [];
  const at = child(node.pointer, word);
  return members.map((value: Json, index) => ({ value, pointer: child(at, index) }));
}

/** What a schema says by itself. */
function ownType(reading: Reading, part: Part, keywords: JsonObject, isAlone: boolean): Type {
  // A schema that stands for itself says which types there are.
  const isWhole = isAlone && part.value.length === 1 && part.value[0] === part.node && keywords.$ref === undefined;
  const possible = isWhole ? undefined : reading.schemas.typesOf(part.value);
  const isPossible = (type: JsonType): boolean =>
    possible === undefined || possible.includes(type) || (type === "number" && possible.includes("integer"));
  const values = listedValues(keywords);
  const types = namedTypes(keywords);
  if (values !== undefined) return listedType(values, types, isPossible);
  if (types === undefined) return impliedType(reading, part, keywords, isAlone, isPossible("object"));
  const left = types.filter(isPossible);
  // Nothing fits the whole: what the other parts say is left, and the compiler finds the same.
  if (left.length === 0) return isAlone ? never : unknown;
  return unionOf(left.map((type) => typeOfKind(reading, part, keywords, type, isAlone)));
}

function listedValues(keywords: JsonObject): readonly Json[] | undefined {
  const { const: only, enum: listed } = keywords;
  if (only !== undefined) return [only];
  return Array.isArray(listed) ? listed : undefined;
}

function listedType(
  values: readonly Json[],
  types: readonly JsonType[] | undefined,
  isPossible: (type: JsonType) => boolean,
): Type {
  const fits = (value: Json): boolean => {
    const type = typeOfValue(value);
    if (!isPossible(type) && !(type === "integer" && isPossible("number"))) return false;
    return types === undefined || types.includes(type) || (type === "integer" && types.includes("number"));
  };
  return unionOf(values.filter(fits).map(literalType));
}

function typeOfValue(value: Json): JsonType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  // JSON has no other types.
  return typeof value as "boolean" | "object" | "string";
}

const arrayWords = ["items", "prefixItems"];
const objectWords = ["properties", "additionalProperties", "patternProperties", "propertyNames", "required"];

/** A schema that names no type is about what its keywords are about. */
function impliedType(reading: Reading, part: Part, keywords: JsonObject, isAlone: boolean, mayBeObject: boolean): Type {
  const has = (words: readonly string[]): boolean => words.some((word) => keywords[word] !== undefined);
  const types: Type[] = [];
  if (mayBeObject && has(objectWords)) types.push(typeOfKind(reading, part, keywords, "object", isAlone));
  if (has(arrayWords)) types.push(typeOfKind(reading, part, keywords, "array", isAlone));
  if (types.length > 0) return unionOf(types);
  return part.place !== "text" && isBytes(keywords) ? blob : unknown;
}

function typeOfKind(reading: Reading, part: Part, keywords: JsonObject, type: JsonType, isAlone: boolean): Type {
  switch (type) {
    case "null":
      return nullType;
    case "boolean":
      return keyword("boolean");
    case "integer":
    case "number":
      return keyword("number");
    case "string":
      return part.place !== "text" && isBytes(keywords) ? blob : keyword("string");
    case "array":
      return arrayType(reading, part, keywords);
    case "object":
      return objectType(reading, part, keywords, isAlone);
  }
}
