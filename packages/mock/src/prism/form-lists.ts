import { isObject } from "@facsimile/document";
import type * as Prism from "@stoplight/prism-http/dist/validator/deserializers/index.js";
import type * as Multipart from "parse-multipart-data";
import { isForm, isMultipart } from "../wire/media-type.js";
import type { PrismOperation } from "./prism-operation.js";

/** Stands between the items of a list that came as several pairs: a character that no text is expected to have. */
const separator = "\u001f";

/**
 * Prism keeps the last of several pairs of one name alone, and takes it for text whatever the schema says. A form for Prism has a pair a name, in which
 * lists are read again ({@link mendFormLists}).
 */
export function joinPairs(form: string): string {
  const values = new Map<string, string[]>();
  for (const pair of form.split("&")) {
    const [name = "", ...value] = pair.split("=");
    values.set(name, [...(values.get(name) ?? []), value.join("=")]);
  }
  return [...values].map(([name, all]) => `${name}=${all.join(encodeURIComponent(separator))}`).join("&");
}

/** Has the parts of a multipart form joined as the pairs of other forms are. */
export function mendMultipart(parser: Pick<typeof Multipart, "parse">): void {
  const { parse } = parser;
  Object.assign(parser, { parse: (...given: Parameters<typeof parse>) => joinParts(parse(...given)) });
}

type Part = ReturnType<typeof Multipart.parse>[number];

function joinParts(parts: readonly Part[]): readonly Part[] {
  const named = new Map<string | undefined, Part[]>();
  for (const part of parts) {
    const same = named.get(part.name) ?? [];
    same.push(part);
    named.set(part.name, same);
  }
  return [...named.values()].flatMap(([first, ...more]) => {
    if (first === undefined || more.length === 0) return first ?? [];
    return { ...first, data: Buffer.concat([first.data, ...more.flatMap(({ data }) => [mark, data])]) };
  });
}

const mark = Buffer.from(separator);

/**
 * Reads the lists of forms whose items come as pairs of their own, and objects, which come as JSON. Queries, which Prism reads by the same functions, have
 * their items already.
 */
export function mendFormLists(deserializers: Pick<typeof Prism, "body">): void {
  const { body } = deserializers;
  const form: typeof body.form = (name, values, schema, explode = true) => {
    const value: unknown = values[name];
    if (!explode || typeof value !== "string" || !isOf(schema, "array"))
      return body.form(name, values, schema, explode);
    return value.split(separator);
  };
  const json: typeof body.form = (name, values) => parsed(values[name]);
  Object.assign(deserializers, { body: { ...body, form, json } });
}

function parsed(text: unknown): unknown {
  if (typeof text !== "string") return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Lists in forms repeat their name and objects are JSON where nothing says otherwise (OpenAPI 3.1.1, 4.8.15.1). Prism takes no style for granted. */
export function stateFormLists({ request }: PrismOperation): void {
  for (const content of request?.body?.contents ?? []) {
    if (!isForm(content.mediaType) && !isMultipart(content.mediaType)) continue;
    const { encodings = [] } = content;
    const isStated = (name: string): boolean => encodings.some(({ property }) => property === name);
    const styled = (style: string, type: string): object[] =>
      propertiesOf(content.schema, type)
        .filter((name) => !isStated(name))
        // Of a style that is stated Prism allows fewer characters.
        .map((property) => ({ property, style, explode: true, allowReserved: true }));
    Object.assign(content, { encodings: [...encodings, ...styled("form", "array"), ...styled("json", "object")] });
  }
}

/** The properties of a form that are of a type. */
function propertiesOf(schema: unknown, type: string): readonly string[] {
  if (!isObject(schema)) return [];
  const { properties, allOf } = schema;
  const own = Object.entries(isObject(properties) ? properties : {}).filter(([, property]) => isOf(property, type));
  const parts = Array.isArray(allOf) ? allOf.flatMap((part) => propertiesOf(part, type)) : [];
  return [...own.map(([name]) => name), ...parts];
}

function isOf(schema: unknown, type: string): boolean {
  if (!isObject(schema)) return false;
  return Array.isArray(schema.type) ? schema.type.includes(type) : schema.type === type;
}
