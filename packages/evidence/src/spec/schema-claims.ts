import type { Claim } from "./claim.js";
import { child, isList, isObject, type JsonObject, valueAt } from "./json.js";
import { allowsNull, nullableMember, typesOf } from "./schema-view.js";

/** Keywords that describe a schema to people, and say nothing about what is valid. */
const forPeople = new Set([
  "description",
  "title",
  "example",
  "examples",
  "externalDocs",
  "xml",
  "$comment",
  "discriminator",
]);

/** Keywords of which the value is a schema. */
const innerSchemas = ["items", "not", "contains", "propertyNames", "if", "then", "else", "unevaluatedProperties"];

/** Keywords that are read on their own below. */
const structural = new Set([
  "type",
  "nullable",
  "required",
  "properties",
  "patternProperties",
  "additionalProperties",
  "allOf",
  "oneOf",
  "anyOf",
  ...innerSchemas,
]);

/** The claims of one schema. A reference is one claim: what it leads to is claimed where it is written. */
export function schemaClaims(json: JsonObject, pointer: string, key: string): readonly Claim[] {
  const node = valueAt(json, pointer);
  if (node === false) return [{ pointer, key: `${key} nothing` }];
  if (!isObject(node)) return [];
  const types = typesOf(node);
  return [
    ...(types.length === 0 ? [] : [{ pointer: child(pointer, "type"), key: `${key} type ${types.join("|")}` }]),
    ...(allowsNull(node) || nullableMember(node) !== undefined
      ? [{ pointer: child(pointer, "nullable"), key: `${key} nullable` }]
      : []),
    ...keywordClaims(node, pointer, key),
    ...propertyClaims(json, node, pointer, key),
    ...additionalClaims(json, node, pointer, key),
    ...compositionClaims(json, node, pointer, key),
    ...innerSchemas.flatMap((word) =>
      node[word] === undefined ? [] : schemaClaims(json, child(pointer, word), `${key} ${word}`),
    ),
  ];
}

function keywordClaims(node: JsonObject, pointer: string, key: string): readonly Claim[] {
  return Object.entries(node)
    .filter(
      ([word, value]) => !structural.has(word) && !forPeople.has(word) && !word.startsWith("x-") && value !== false,
    )
    .map(([word, value]) => ({ pointer: child(pointer, word), key: `${key} ${word} ${JSON.stringify(value)}` }));
}

function propertyClaims(json: JsonObject, node: JsonObject, pointer: string, key: string): readonly Claim[] {
  const names = isObject(node.properties) ? Object.keys(node.properties) : [];
  const required = isList(node.required) ? node.required : [];
  return [
    ...required.map((name, index) => ({ pointer: child(pointer, "required", index), key: `${key}.${name} required` })),
    ...names.flatMap((name) => {
      const at = child(pointer, "properties", name);
      return [{ pointer: at, key: `${key}.${name}` }, ...schemaClaims(json, at, `${key}.${name}`)];
    }),
  ];
}

/** That further properties are allowed is what a schema says by default. */
function additionalClaims(json: JsonObject, node: JsonObject, pointer: string, key: string): readonly Claim[] {
  const value = node.additionalProperties;
  const at = child(pointer, "additionalProperties");
  if (value === false) return [{ pointer: at, key: `${key} no additional properties` }];
  return isObject(value) && Object.keys(value).length > 0
    ? [{ pointer: at, key: `${key} additional properties` }, ...schemaClaims(json, at, `${key} additional properties`)]
    : [];
}

function compositionClaims(json: JsonObject, node: JsonObject, pointer: string, key: string): readonly Claim[] {
  const nullable = nullableMember(node);
  return ["allOf", "oneOf", "anyOf"].flatMap((word) => {
    const members = node[word];
    if (!isList(members)) return [];
    if (nullable?.keyword === word) return schemaClaims(json, child(pointer, word, nullable.index), key);
    const of = word === "allOf" && members.length === 1 ? key : `${key} ${word}`;
    const claim = of === key ? [] : [{ pointer: child(pointer, word), key: `${key} ${word} of ${members.length}` }];
    return [
      ...claim,
      ...members.flatMap((_, index) =>
        schemaClaims(json, child(pointer, word, index), of === key ? key : `${of} ${index}`),
      ),
    ];
  });
}
