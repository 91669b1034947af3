import { isObject } from "@facsimile/document";
import type * as Prism from "@stoplight/prism-http/dist/validator/deserializers/index.js";
import { isForm } from "../wire/media-type.js";
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

/** Reads the lists of forms whose items come as pairs of their own. Queries, which Prism reads by the same functions, have their items already. */
export function mendFormLists(deserializers: Pick<typeof Prism, "body">): void {
  const { body } = deserializers;
  const form: typeof body.form = (name, values, schema, explode = true) => {
    const value: unknown = values[name];
    if (!explode || typeof value !== "string" || !isList(schema)) return body.form(name, values, schema, explode);
    return value.split(separator);
  };
  Object.assign(deserializers, { body: { ...body, form } });
}

/** Lists in forms repeat their name where nothing says otherwise (OpenAPI 3.1.1, 4.8.15.1). Prism takes no style for granted. */
export function stateFormLists({ request }: PrismOperation): void {
  for (const content of request?.body?.contents ?? []) {
    if (!isForm(content.mediaType)) continue;
    const { encodings = [] } = content;
    const isStated = (name: string): boolean => encodings.some(({ property }) => property === name);
    const unstated = listsOf(content.schema).filter((name) => !isStated(name));
    Object.assign(content, { encodings: [...encodings, ...unstated.map(repeated)] });
  }
}

function repeated(property: string): object {
  // Of a style that is stated Prism allows fewer characters.
  return { property, style: "form", explode: true, allowReserved: true };
}

/** The properties of a form that are lists. */
function listsOf(schema: unknown): readonly string[] {
  if (!isObject(schema)) return [];
  const { properties, allOf } = schema;
  const own = Object.entries(isObject(properties) ? properties : {}).filter(([, property]) => isList(property));
  return [...own.map(([name]) => name), ...(Array.isArray(allOf) ? allOf.flatMap(listsOf) : [])];
}

function isList(schema: unknown): boolean {
  if (!isObject(schema)) return false;
  return Array.isArray(schema.type) ? schema.type.includes("array") : schema.type === "array";
}
