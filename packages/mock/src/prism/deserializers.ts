import type * as Prism from "@stoplight/prism-http/dist/validator/deserializers/index.js";
import type * as Delimited from "@stoplight/prism-http/dist/validator/deserializers/style/delimited.js";
import type { deserializeFn } from "@stoplight/prism-http/dist/validator/deserializers/types.js";

/** How Prism reads parameters, as far as that is mended. */
export interface Deserializers {
  readonly all: Pick<typeof Prism, "header" | "path" | "query">;
  readonly createDelimited: typeof Delimited.createDelimitedDeserializerStyle;
}

/**
 * Prism reads a list or an object in a header, and a delimited list in a query, without a look whether it was given: what was left out throws,
 * which is no answer. An object of which nothing was given is one without properties to it, which may lack some. And it looks for spaces as they
 * are encoded in a query that is decoded already. What has commas in a path comes to it as the pieces between them.
 */
export function mendDeserializers({ all: { header, path, query }, createDelimited }: Deserializers): void {
  header.simple = whereGiven(header.simple);
  path.simple = ofWhole(path.simple);
  path.label = ofWhole(path.label);
  path.matrix = ofWhole(path.matrix);
  query.form = whereFilled(query.form);
  query.deepObject = whereFilled(query.deepObject);
  query.spaceDelimited = whereGiven(createDelimited(" "));
  query.pipeDelimited = whereGiven(query.pipeDelimited);
}

function ofWhole<Values extends Record<string, string>>(deserialize: deserializeFn<Values>): deserializeFn<Values> {
  return (name, values, ...rest) => {
    const given: unknown = values[name];
    const whole = Array.isArray(given) ? { ...values, [name]: given.join(",") } : values;
    return deserialize(name, whole, ...rest);
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
