import type { Json, JsonObject } from "@facsimile/document";
import { componentOf, isObject } from "@facsimile/document";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";

/** Decides by Ajv which values a schema allows, and which ones a type has to refuse. */
export class Judge {
  private readonly isValid: ValidateFunction;
  private readonly isDeclared: ValidateFunction;
  private readonly fitsLoosely: ValidateFunction;

  constructor(schema: JsonObject, components: JsonObject) {
    const told = Object.entries(components).map(([name, one]): [string, JsonObject] => [
      name,
      toldApart(one as JsonObject),
    ]);
    const loose = told.map(([name, one]) => [name, loosened(one, true)]);
    const declared = told.map(([name, one]) => [name, declaring(one, true)]);
    this.isValid = compiled(toldApart(schema), Object.fromEntries(told));
    this.isDeclared = compiled(declaring(toldApart(schema), false), Object.fromEntries(declared));
    this.fitsLoosely = compiled(loosened(toldApart(schema), false), Object.fromEntries(loose));
  }

  allows(value: Json): boolean {
    return answer(this.isValid, value) === true;
  }

  /** Whether a value is allowed, and what allows it declares its properties: an alternative that is open allows what another one declares. */
  allowsAsDeclared(value: Json): boolean {
    return answer(this.isValid, value) === true && answer(this.isDeclared, value) === true;
  }

  /** Whether a value breaks what a type can say. */
  mustRefuse(value: Json): boolean {
    return answer(this.fitsLoosely, value) === false;
  }
}

/** Undefined where Ajv fails: its code may count evaluated properties where it has begun no count, with `unevaluatedProperties` around alternatives. */
function answer(validate: ValidateFunction, value: Json): boolean | undefined {
  try {
    return validate(value);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false });

/** References lead into the components beside a schema. */
function compiled(schema: Json, schemas: JsonObject): ValidateFunction {
  return ajv.compile({ allOf: [schema], components: { schemas } });
}

/** A discriminator as JSON Schema says it: each member with the values that stand for it. */
export function toldApart(schema: JsonObject): JsonObject {
  const { discriminator, oneOf, ...rest } = schema;
  if (!isObject(discriminator) || !Array.isArray(oneOf)) return schema;
  const { mapping, propertyName } = discriminator;
  const members = (oneOf as readonly JsonObject[]).map((member) => {
    const mapped = Object.entries(isObject(mapping) ? mapping : {}).filter(([, target]) => target === member.$ref);
    const values = mapped.length === 0 ? [componentOf(member.$ref) ?? ""] : mapped.map(([value]) => value);
    return { allOf: [member, { properties: { [String(propertyName)]: { enum: values } } }] };
  });
  return { ...rest, oneOf: members };
}

/** What depends on other properties has no place in a type. */
const conditions = ["if", "then", "else", "not", "dependentRequired"];
const unsaid = [...conditions, "patternProperties", "propertyNames", "unevaluatedProperties"];

function without(schema: JsonObject, words: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([word]) => !words.includes(word)));
}

/**
 * What a type says of a schema: `integer` is any number, one of several is any of them, and only fixed lengths count. What an index says of
 * other properties counts where nothing is declared beside it.
 */
function loosened(schema: Json, isPart: boolean): Json & (JsonObject | boolean) {
  if (!isObject(schema)) return schema as boolean;
  const {
    oneOf,
    anyOf,
    allOf,
    type,
    minItems,
    maxItems,
    items,
    prefixItems,
    properties,
    additionalProperties,
    ...rest
  } = without(schema, unsaid);
  const isComposed = isPart || [oneOf, anyOf, allOf, rest.$ref].some((word) => word !== undefined);
  const all = (list: Json | undefined): Json[] => ((list ?? []) as Json[]).map((one) => loosened(one, true));
  const alternatives = [oneOf, anyOf].filter((list) => list !== undefined).map((list) => ({ anyOf: all(list) }));
  const index =
    isComposed ||
    schema.patternProperties !== undefined ||
    schema.propertyNames !== undefined ||
    properties !== undefined ||
    rest.required !== undefined ||
    additionalProperties === false;
  return {
    ...rest,
    allOf: [true, ...all(allOf), ...alternatives],
    ...(type !== undefined && { type: [type].flat().map((one) => (one === "integer" ? "number" : one)) }),
    ...(items !== undefined && { items: loosened(items, false) }),
    ...(isObject(properties) && { properties: mapped(properties) }),
    ...(!index &&
      additionalProperties !== undefined && { additionalProperties: loosened(additionalProperties, false) }),
    ...lengths(schema),
  };
}

function mapped(schemas: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, loosened(schema, false)]));
}

/** A schema that allows no property but those that it declares, requires or says something of. */
function declaring(schema: Json, isPart: boolean): Json & (JsonObject | boolean) {
  if (!isObject(schema)) return schema as boolean;
  const known = { ...Object.fromEntries(((schema.required ?? []) as string[]).map((name) => [name, true])) };
  const inner = Object.entries({
    ...without(schema, conditions),
    properties: { ...known, ...(schema.properties as JsonObject) },
  });
  const words = inner.map(([word, value]): [string, Json] => {
    if (word === "properties" || word === "patternProperties") return [word, mapValues(value as JsonObject)];
    if (["allOf", "anyOf", "oneOf"].includes(word)) return [word, listOf(value).map((one) => declaring(one, true))];
    if (word === "prefixItems") return [word, listOf(value).map((one) => declaring(one, false))];
    return [
      word,
      ["items", "additionalProperties", "unevaluatedProperties"].includes(word)
        ? declaring(value ?? true, false)
        : (value ?? true),
    ];
  });
  return { ...(!isPart && { unevaluatedProperties: false }), ...Object.fromEntries(words) };
}

function mapValues(schemas: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schemas).map(([name, one]) => [name, declaring(one ?? true, false)]));
}

function listOf(value: Json | undefined): readonly Json[] {
  return (value ?? []) as readonly Json[];
}

/** Of a list without first items, only one number of items that is its only one is told. */
function lengths({ minItems, maxItems, prefixItems }: JsonObject): JsonObject {
  if (Array.isArray(prefixItems)) {
    const minimum = Math.min(Number(minItems ?? 0), prefixItems.length);
    return { prefixItems: prefixItems.map((one: Json) => loosened(one, false)), minItems: minimum };
  }
  if (maxItems === 0) return { maxItems };
  return minItems !== undefined && minItems === maxItems ? { minItems, maxItems } : {};
}
