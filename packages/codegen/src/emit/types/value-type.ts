import {
  componentOf,
  isNothing,
  isObject,
  type JsonObject,
  type JsonType,
  membersOf,
  namedTypes,
  type SchemaNode,
  type SchemaUse,
} from "@facsimile/document";
import type { Type } from "../../print/index.js";
import { identifier, keyword, named } from "../../print/index.js";
import { blob } from "../platform.js";
import { arrayType } from "./array-type.js";
import { isUnknown, never, nullType, unionOf, unknown } from "./combine.js";
import { narrowMember } from "./discriminators.js";
import { intersectionOf } from "./intersection.js";
import { listedType, listedValues } from "./listed-type.js";
import { hasWord, objectWords } from "./object-elsewhere.js";
import { objectType } from "./object-type.js";
import { isBytes, type Place } from "./place.js";
import { isReadWithOthers } from "./read-with-others.js";
import type { Part, Reading } from "./reading.js";

/** The type of the JSON values that a schema describes: never narrower than the schema, and as narrow as TypeScript can say. */
export function valueType(reading: Reading, node: SchemaNode, place: Place): Type {
  return partType(reading, { node, value: [node], place });
}

/** The type of a component as its declaration has it. */
function partType(reading: Reading, part: Part): Type {
  const keywords = reading.schemas.keywords(part.node.value);
  if (isNothing(keywords)) return never;
  const type = standsAlone(keywords) ? ownType(reading, part, keywords, true) : composedType(reading, part, keywords);
  return keywords.nullable === true ? unionOf([type, nullType]) : type;
}

/** As most schemas do: no other one has a say in it. */
function standsAlone({ $ref, allOf, oneOf, anyOf }: JsonObject): boolean {
  return $ref === undefined && allOf === undefined && oneOf === undefined && anyOf === undefined;
}

/** What a schema says together with those that it is put together from. */
function composedType(reading: Reading, part: Part, keywords: JsonObject): Type {
  const around = [...referenceType(reading, part, keywords), ...composedTypes(reading, part, keywords)];
  const alternatives = ["oneOf", "anyOf"].flatMap((word) => alternativeTypes(reading, part, keywords, word));
  const own = ownType(reading, part, keywords, around.every(isUnknown) && alternatives.every(isUnknown));
  return intersectionOf([...around, own, ...alternatives]);
}

function referenceType(reading: Reading, part: Part, keywords: JsonObject): readonly Type[] {
  const target = reading.schemas.target(part.node.value);
  if (target === undefined) return [];
  const component = componentOf(keywords.$ref);
  const isNamed = component !== undefined && !isReadWithOthers(reading, part, target);
  const name = isNamed ? reading.nameOf(component, part.place) : undefined;
  if (name === undefined) return [writtenOut(reading, { ...part, node: target })];
  // Of parts and alternatives, those say it that they stand in.
  return [part.value[0] === part.node ? withoutNull(reading, part, [target], name) : name];
}

/** What has no name where it is used cannot hold itself. */
function writtenOut(reading: Reading, part: Part): Type {
  const key = `${part.place} ${part.node.pointer}`;
  if (reading.open.has(key)) return unknown;
  reading.open.add(key);
  const type = partType(reading, part);
  reading.open.delete(key);
  return type;
}

function composedTypes(reading: Reading, part: Part, keywords: JsonObject): readonly Type[] {
  const members = membersOf(keywords, "allOf", part.node.pointer);
  const types = members.map((node) => partType(reading, { ...part, node }));
  const [first] = types;
  // One that is not null suffices.
  if (first === undefined || !members.every((node) => reading.schemas.allowsNull([node]))) return types;
  return [withoutNull(reading, part, members, first), ...types.slice(1)];
}

/** One of the types of a `oneOf` or `anyOf`; nothing where there is none. */
function alternativeTypes(reading: Reading, part: Part, keywords: JsonObject, word: string): readonly Type[] {
  const members = membersOf(keywords, word, part.node.pointer);
  if (members.length === 0) return [];
  const { discriminator } = keywords;
  return [
    unionOf(
      members.map((node) => {
        const own = partType(reading, { ...part, node, value: [...part.value, node] });
        const type = withoutNull(reading, part, [node], own);
        return isObject(discriminator) ? narrowMember(reading, node, type, discriminator) : type;
      }),
    ),
  ];
}

/** The type of a component that may be null, where the schema around it says that its values are not. */
function withoutNull({ schemas }: Reading, { value }: Part, use: SchemaUse, type: Type): Type {
  if (type.kind !== "named" || schemas.allowsNull(value) || !schemas.allowsNull(use)) return type;
  return named(identifier("NonNullable"), type);
}

/** What a schema says by itself. */
function ownType(reading: Reading, part: Part, keywords: JsonObject, isAlone: boolean): Type {
  // A schema that stands for itself says which types there are.
  const isWhole = isAlone && part.value.length === 1 && part.value[0] === part.node && keywords.$ref === undefined;
  const possible = isWhole ? undefined : reading.schemas.typesOf(part.value);
  const isPossible = (type: JsonType): boolean => {
    if (type === "null") return reading.schemas.allowsNull(part.value);
    return possible === undefined || possible.includes(type) || (type === "number" && possible.includes("integer"));
  };
  const values = listedValues(keywords);
  const types = namedTypes(keywords);
  if (values !== undefined) return listedType(values, types, isPossible);
  if (types === undefined) return impliedType(reading, part, keywords, isAlone, possible);
  const left = types.filter(isPossible);
  // Nothing fits the whole: what the other parts say is left, and the compiler finds the same.
  if (left.length === 0) return isAlone ? never : unknown;
  return unionOf(left.map((type) => typeOfKind(reading, part, keywords, type, isAlone)));
}

const arrayWords = ["items", "prefixItems"];

/** A schema that names no type is about what its keywords are about. Where others name the types of the value, it leaves them as they are. */
function impliedType(
  reading: Reading,
  part: Part,
  keywords: JsonObject,
  isAlone: boolean,
  possible: readonly JsonType[] | undefined,
): Type {
  const implied: JsonType[] = [];
  if (hasWord(keywords, objectWords)) implied.push("object");
  if (hasWord(keywords, arrayWords)) implied.push("array");
  if (implied.length === 0) return part.place !== "text" && isBytes(keywords) ? blob : unknown;
  const types = possible ?? implied;
  if (!types.some((type) => implied.includes(type))) return unknown;
  const values = types.map((type) => typeOfKind(reading, part, keywords, type, isAlone));
  return unionOf(mayBeNull(reading, part) ? [...values, nullType] : values);
}

/** Whether null is said to be a value: by `nullable` where that means it, or by the type that another schema names. */
function mayBeNull({ schemas, dialect }: Reading, { node, value }: Part): boolean {
  if (dialect === "3.0" && isObject(node.value) && node.value.nullable === true) return true;
  const isNamed = schemas.parts(value).some(({ keywords }) => namedTypes(keywords)?.includes("null") === true);
  return isNamed && schemas.allowsNull(value);
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
