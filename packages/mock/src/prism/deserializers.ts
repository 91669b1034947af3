import type * as Prism from "@stoplight/prism-http/dist/validator/deserializers/index.js";
import type * as Delimited from "@stoplight/prism-http/dist/validator/deserializers/style/delimited.js";
import type { deserializeFn } from "@stoplight/prism-http/dist/validator/deserializers/types.js";
import { inertName } from "./inert-names.js";

/** How Prism reads parameters, as far as that is mended. */
export interface Deserializers {
  readonly all: Pick<typeof Prism, "header" | "path" | "query">;
  readonly createDelimited: typeof Delimited.createDelimitedDeserializerStyle;
}

/**
 * Prism reads a list or an object in a header, and a delimited list in a query, without a look whether it was given: what was left out throws,
 * which is no answer. An object of which nothing was given is one without properties to it, which may lack some. And it looks for spaces as they
 * are encoded in a query that is decoded already. What has commas in a path comes to it as the pieces between them. An object in a delimited style, which
 * OpenAPI has without `explode` (3.1.1, 4.8.12.4), throws too, and a value that stands behind its name where that has capitals in it.
 */
export function mendDeserializers({ all: { header, path, query }, createDelimited }: Deserializers): void {
  header.simple = whereGiven(header.simple);
  path.simple = ofWhole(path.simple);
  path.label = ofWhole(path.label);
  path.matrix = ofWhole(byItsName(path.matrix));
  query.form = whereFilled(query.form);
  query.deepObject = whereFilled(query.deepObject);
  query.spaceDelimited = whereGiven(ofObjects(createDelimited(" "), " "));
  query.pipeDelimited = whereGiven(ofObjects(query.pipeDelimited, "|"));
}

function ofWhole<Values extends Record<string, string>>(deserialize: deserializeFn<Values>): deserializeFn<Values> {
  return (name, values, ...rest) => {
    const given: unknown = values[name];
    const whole = Array.isArray(given) ? { ...values, [name]: given.join(",") } : values;
    return deserialize(name, whole, ...rest);
  };
}

/** `;userId=5`: Prism looks for the name in small letters, and for the one that is only letters. */
function byItsName<Values extends Record<string, string>>(deserialize: deserializeFn<Values>): deserializeFn<Values> {
  return (name, values, ...rest) => {
    const renamed = (pair: string): string => {
      const [own = ""] = pair.split("=", 1);
      return inertName(own).toLowerCase() === name.toLowerCase() ? `${name}${pair.slice(own.length)}` : pair;
    };
    const pairs = values[name]?.split(";").map(renamed);
    return deserialize(name, pairs === undefined ? values : { ...values, [name]: pairs.join(";") }, ...rest);
  };
}

/** Names and values in turn. */
function ofObjects<Values extends Readonly<Record<string, string | string[]>>>(
  deserialize: deserializeFn<Values>,
  separator: string,
): deserializeFn<Values> {
  return (name, values, schema, ...rest) => {
    const given = [values[name]].flat().at(-1);
    if (schema?.type !== "object" || given === undefined) return deserialize(name, values, schema, ...rest);
    const pieces = given.split(separator);
    return Object.fromEntries(
      pieces.flatMap((piece, index) => (index % 2 === 0 ? [[piece, pieces[index + 1] ?? ""]] : [])),
    );
  };
}

function whereGiven<Values extends object>(deserialize: deserializeFn<Values>): deserializeFn<Values> {
  return (name, values, ...rest) => (Object.hasOwn(values, name) ? deserialize(name, values, ...rest) : undefined);
}

function whereFilled<Values>(deserialize: deserializeFn<Values>): deserializeFn<Values> {
  return (...given) => {
    const value = deserialize(...given);
    return isNothing(value) ? undefined : value;
  };
}

function isNothing(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === "object" && value !== null && Object.values(value).every(isNothing);
}
