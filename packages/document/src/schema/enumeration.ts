import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";

/** A value that a schema lists, and what the document says about it. */
export interface ListedValue {
  readonly value: string | number;
  /** What `x-enum-varnames` calls it. */
  readonly name: string | undefined;
  readonly description: string | undefined;
}

/** An extension that names or describes values, and does not fit the list beside it. */
export interface UnfitExtension {
  readonly keyword: string;
  /** The end of a sentence that begins with the keyword. */
  readonly reason: string;
}

/** openapi-generator's words for names, and NSwag's. */
const nameWords = ["x-enum-varnames", "x-enumNames"];
/** openapi-generator's words for descriptions, and those of Redocly, whose keys are the values. */
const descriptionWords = ["x-enum-descriptions", "x-enumDescriptions"];

/**
 * The texts and numbers that a schema lists: by `enum`, or by alternatives that each have a `const`. Undefined where it lists none. Numbers that
 * JavaScript cannot tell from their neighbours are not among them (ECMA-262, 21.1.2.6), and neither are null, lists and objects.
 */
export function enumerationOf(keywords: JsonObject): readonly ListedValue[] | undefined {
  const listed = Array.isArray(keywords.enum) ? fromList(keywords, keywords.enum) : fromAlternatives(keywords);
  if (listed.length === 0) return undefined;
  const seen = new Set<ListedValue["value"]>();
  return listed.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** Extensions about the values of `enum` that cannot be used, and why. */
export function unfitExtensions(keywords: JsonObject): readonly UnfitExtension[] {
  const { enum: values } = keywords;
  if (!Array.isArray(values)) return [];
  const unfit = (words: readonly string[], whyNot: typeof whyNoTexts): readonly UnfitExtension[] =>
    words.flatMap((keyword) => {
      const given = keywords[keyword];
      const reason = given === undefined ? undefined : whyNot(given, values.length);
      return reason === undefined ? [] : [{ keyword, reason }];
    });
  return [...unfit(nameWords, whyNoNames), ...unfit(descriptionWords, whyNoDescriptions)];
}

function fromList(keywords: JsonObject, values: readonly Json[]): readonly ListedValue[] {
  const names = usable(keywords, nameWords, (given) => whyNoNames(given, values.length));
  const descriptions = usable(keywords, descriptionWords, (given) => whyNoDescriptions(given, values.length));
  return values.flatMap((value, index): ListedValue[] => {
    if (!isListable(value)) return [];
    return [
      { value, name: textAt(names, index), description: textAt(descriptions, isObject(descriptions) ? value : index) },
    ];
  });
}

function usable(keywords: JsonObject, words: readonly string[], whyNot: (given: Json) => string | undefined): Json {
  const given = words.map((word) => keywords[word]).find((one) => one !== undefined && whyNot(one) === undefined);
  return given ?? null;
}

function textAt(given: Json, key: string | number): string | undefined {
  const text = Array.isArray(given)
    ? (given as readonly Json[])[Number(key)]
    : isObject(given) && Object.hasOwn(given, key)
      ? given[key]
      : undefined;
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}

/** Alternatives with a `const` each, beside which null may stand (OpenAPI 3.1.1, 4.8.24.4.2). */
function fromAlternatives(keywords: JsonObject): readonly ListedValue[] {
  const alternatives = keywords.oneOf ?? keywords.anyOf;
  if (!Array.isArray(alternatives)) return [];
  const listed = (alternatives as readonly Json[]).filter((schema) => !isNull(schema)).map(fromConstant);
  return listed.every((one) => one !== undefined) ? listed : [];
}

function isNull(schema: Json): boolean {
  return isObject(schema) && (schema.const === null || schema.type === "null");
}

/** A title that is one word is a name. */
function fromConstant(schema: Json): ListedValue | undefined {
  if (!isObject(schema) || !isListable(schema.const)) return undefined;
  const title = textAt(schema, "title");
  const isName = title !== undefined && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(title);
  const description = textAt(schema, "description") ?? (isName ? undefined : title);
  return { value: schema.const, name: isName ? title : undefined, description };
}

function isListable(value: Json | undefined): value is string | number {
  return (
    typeof value === "string" ||
    (typeof value === "number" && (!Number.isInteger(value) || Number.isSafeInteger(value)))
  );
}

function whyNoNames(given: Json, length: number): string | undefined {
  return (
    whyNoTexts(given, length) ?? (new Set(given as readonly Json[]).size < length ? "has a name twice" : undefined)
  );
}

function whyNoDescriptions(given: Json, length: number): string | undefined {
  return isObject(given) ? undefined : whyNoTexts(given, length);
}

function whyNoTexts(given: Json, length: number): string | undefined {
  if (!Array.isArray(given)) return "is no list";
  if (given.length !== length) return `has ${given.length} entries, and enum ${length}`;
  return given.every((one) => typeof one === "string") ? undefined : "has an entry that is no text";
}
