import { isJson, type JsonObject, type MediaType, type SchemaUse } from "@facsimile/document";
import { flatten, propertyUse, useOf } from "../values/flatten.js";
import { typeOf } from "../values/sample.js";
import { namesOf } from "./claim.js";
import { shapesOf, textMeanings } from "./meanings.js";
import type { Pair } from "./pair.js";
import { readStyledPairs } from "./read-styles.js";
import { isStyled, styleOf } from "./styled-encoding.js";
import type { StyledParameter } from "./text.js";

/** The values that a property can have, the likeliest first; as many as {@link textMeanings} gives. */
type Meanings = readonly unknown[];

/**
 * What the decoded fields of a form can mean, the likeliest first: lists repeat their name and objects are JSON, unless an encoding of the document says
 * otherwise (OpenAPI 3.1.1, 4.8.15.1).
 */
export function formMeanings(document: JsonObject, { schema, encoding }: MediaType, pairs: readonly Pair[]): Meanings {
  if (schema === undefined) return [];
  const view = flatten(document, useOf(schema));
  const fields = new Map<string, Meanings>();
  let rest = pairs;
  for (const one of encoding.filter(isStyled)) {
    const use = propertyUse(view, one.property);
    const belongs = namesOf(document, styleOf(one), use);
    const own = rest.filter(([name]) => belongs(name));
    rest = rest.filter(([name]) => !belongs(name));
    if (own.length > 0) fields.set(one.property, styledMeanings(document, styleOf(one), use, own));
  }
  for (const [name, texts] of byName(rest)) {
    const contentType = encoding.find(({ property }) => property === name)?.contentType;
    fields.set(name, plainMeanings(document, propertyUse(view, name), texts, contentType));
  }
  const likelihoods = [0, 1, 2];
  return likelihoods.map((at) => Object.fromEntries([...fields].map(([name, some]) => [name, some[at]])));
}

function byName(pairs: readonly Pair[]): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, text] of pairs)
    texts
      .set(name, texts.get(name) ?? [])
      .get(name)
      ?.push(text);
  return texts;
}

/** Fields that are not in the style are the text that is there, so that the schema refuses it. */
function styledMeanings(
  document: JsonObject,
  style: StyledParameter,
  use: SchemaUse,
  pairs: readonly Pair[],
): Meanings {
  const texts = shapesOf(document, use).map((shape) => readStyledPairs(style, shape, pairs, (text) => text));
  const text = texts.find((one) => one !== undefined) ?? pairs.map(([, value]) => value).join();
  return textMeanings(document, use, text);
}

function plainMeanings(
  document: JsonObject,
  use: SchemaUse,
  texts: readonly string[],
  contentType: string | undefined,
): Meanings {
  const view = flatten(document, use);
  const isList = typeOf(view) === "array" || texts.length > 1;
  const isParsed = typeOf(isList ? flatten(document, view.items) : view) === "object" || isJson(contentType ?? "");
  const [first = ""] = texts;
  if (!isParsed) return textMeanings(document, use, isList ? texts : first);
  const values = texts.map(parsed);
  // A list may be one field of JSON as well.
  const whole = isList && values.length === 1 && Array.isArray(values[0]) ? values[0] : values;
  return isList ? [values, whole, texts] : [values[0], values[0], first];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
