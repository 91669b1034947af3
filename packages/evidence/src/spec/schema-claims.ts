import { mentionsNull, nullBeside, schemaKeywords, schemasOf, subschemasOf } from "@facsimile/document";
import type { Claim } from "./claim.js";
import { child, isList, isObject, type JsonObject, valueAt } from "./json.js";
import { typesOf } from "./schema-view.js";

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

/** Keywords that are read on their own below. */
const apart = new Set([
  "type",
  "nullable",
  "required",
  "properties",
  "additionalProperties",
  "allOf",
  "oneOf",
  "anyOf",
]);

/** The claims of one schema. A reference is one claim: what it leads to is claimed where it is written. */
export function schemaClaims(json: JsonObject, pointer: string, key: string): readonly Claim[] {
  const value = valueAt(json, pointer);
  if (value === false) return [{ pointer, key: `${key} nothing` }];
  const node = schemasOf(json).keywords(value);
  const types = typesOf(node);
  return [
    ...(types.length === 0 ? [] : [{ pointer: child(pointer, "type"), key: `${key} type ${types.join("|")}` }]),
    ...(mentionsNull(node) ? [{ pointer: child(pointer, "nullable"), key: `${key} nullable` }] : []),
    ...keywordClaims(node, pointer, key),
    ...propertyClaims(json, node, pointer, key),
    ...additionalClaims(json, node, pointer, key),
    ...compositionClaims(json, node, pointer, key),
    ...innerClaims(json, node, pointer, key),
  ];
}

function keywordClaims(node: JsonObject, pointer: string, key: string): readonly Claim[] {
  return Object.entries(node)
    .filter(
      ([word, value]) =>
        !apart.has(word) &&
        !schemaKeywords.has(word) &&
        !forPeople.has(word) &&
        !word.startsWith("x-") &&
        value !== false,
    )
    .map(([word, value]) => ({ pointer: child(pointer, word), key: `${key} ${word} ${JSON.stringify(value)}` }));
}

/** What the other schemas in it claim. Definitions describe no value until something refers to them. */
function innerClaims(json: JsonObject, node: JsonObject, pointer: string, key: string): readonly Claim[] {
  return subschemasOf(node).flatMap(({ keyword, steps }) => {
    if (apart.has(keyword) || schemaKeywords.get(keyword)?.describes === "nothing") return [];
    return schemaClaims(json, child(pointer, keyword, ...steps), [key, keyword, ...steps].join(" "));
  });
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
  const nullable = nullBeside(node);
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
