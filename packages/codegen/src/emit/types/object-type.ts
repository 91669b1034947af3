import { child, isObject, type JsonObject, type SchemaUse } from "@facsimile/document";
import type { ObjectType, PropertyType, Type } from "../../print/index.js";
import { unknown } from "./combine.js";
import { declaredAround } from "./declared-around.js";
import { schemaComment } from "./facts.js";
import { indexType } from "./index-type.js";
import { narrowedByMaps } from "./maps-around.js";
import { namesIn } from "./names-in.js";
import { isObjectElsewhere } from "./object-elsewhere.js";
import { declaredOf, listedNamesOf, typeOfUse } from "./object-words.js";
import { placeOfProperty } from "./place.js";
import type { Part, Reading } from "./reading.js";
import { requiredElsewhere } from "./required-elsewhere.js";
import { saidOfName } from "./said-of-name.js";

/** The type of the objects that a schema describes. One that says nothing of its own is left to the schemas beside it. */
export function objectType(reading: Reading, part: Part, keywords: JsonObject, isAlone: boolean): Type {
  const properties = [...declaredProperties(reading, part, keywords), ...listedNames(reading, part, keywords)];
  const known = namesOf(properties);
  const others = requiredElsewhere(reading, part, keywords, known);
  const around = declaredAround(reading, part, keywords, new Set([...known, ...namesOf(others)]));
  const all = [...properties, ...others, ...around];
  const index = indexType(reading, part, keywords, all, isAlone);
  if (all.length === 0 && index === undefined)
    return isAlone || keywords.type !== undefined ? openOrSaid(reading, part, keywords) : unknown;
  return { kind: "object", properties: all, index };
}

function namesOf(properties: readonly PropertyType[]): ReadonlySet<string> {
  return new Set(properties.map(({ name }) => name));
}

/** Nothing where another schema says that the value is an object. */
function openOrSaid(reading: Reading, part: Part, keywords: JsonObject): Type {
  return isObjectElsewhere(reading, part, keywords) ? unknown : openObject;
}

const openObject: ObjectType = { kind: "object", properties: [], index: unknown };

function isComposed({ node, value }: Part, keywords: JsonObject): boolean {
  return value.length > 1 || value[0] !== node || keywords.$ref !== undefined || keywords.allOf !== undefined;
}

function declaredProperties(reading: Reading, part: Part, keywords: JsonObject): readonly PropertyType[] {
  const { properties } = keywords;
  if (!isObject(properties)) return [];
  const required = new Set(namesIn(keywords.required));
  const isPart = isComposed(part, keywords);
  const declared = isPart ? declaredOf(reading, part) : (): SchemaUse => [];
  const hasMaps = isPart || keywords.patternProperties !== undefined;
  const narrow = hasMaps ? narrowedByMaps(reading, part, keywords) : unchanged;
  const at = child(part.node.pointer, "properties");
  return Object.entries(properties).flatMap(([name, value]) => {
    const node = { value, pointer: child(at, name) };
    const use = [node, ...declared(name)];
    if (reading.schemas.isAbsent(use, reading.direction)) return [];
    return [
      {
        name,
        type: narrow(name, reading.typeOf(node, placeOfProperty(part.place))),
        optional: !required.has(name),
        // What a request does not have is left out of it.
        readonly: reading.direction === "response" && reading.schemas.isAbsent(use, "request"),
        comment: schemaComment(reading.schemas, node.value),
      },
    ];
  });
}

function unchanged(_: string, type: Type): Type {
  return type;
}

/** The properties whose names `propertyNames` lists. */
function listedNames(reading: Reading, part: Part, keywords: JsonObject): readonly PropertyType[] {
  const names = listedNamesOf(reading, keywords);
  if (names === undefined) return [];
  const declared = isObject(keywords.properties) ? keywords.properties : {};
  const required = new Set(namesIn(keywords.required));
  const own = { keywords, pointer: part.node.pointer };
  const narrow = isComposed(part, keywords) ? narrowedByMaps(reading, part, keywords) : unchanged;
  return names
    .filter((name) => !Object.hasOwn(declared, name))
    .map((name) => ({
      name,
      type: narrow(name, typeOfUse(reading, part, saidOfName(reading.schemas, own, name))),
      optional: !required.has(name),
      readonly: false,
      comment: undefined,
    }));
}
