import type { Json, JsonObject } from "@facsimile/document";
import { answer, callback, get, json, post, type Version, webhook } from "./documents.js";

/** Where an object stands in a document. */
export interface Place {
  readonly name: string;
  /** The direction of the messages there: in webhooks and callbacks it is the API that sends. */
  readonly direction: "request" | "response";
  readonly versions: readonly Version[];
  /** The document around it. */
  put(part: Json): JsonObject;
}

export function place(
  name: string,
  direction: Place["direction"],
  put: Place["put"],
  ...versions: readonly Version[]
): Place {
  const stated: readonly Version[] = versions.length === 0 ? ["3.0", "3.1"] : versions;
  // What 3.1 has a place for, 3.2 has one for as well.
  return { name, direction, put, versions: stated.includes("3.1") ? [...stated, "3.2"] : stated };
}

/** The bodies of all messages, made of a part. */
export function bodies(put: (part: Json) => JsonObject): readonly Place[] {
  return [
    place("request body", "request", (part) => post({ requestBody: put(part) })),
    place("answer", "response", (part) => post(answer(put(part)))),
    place("webhook body", "response", (part) => webhook({ requestBody: put(part) }), "3.1"),
    place("webhook answer", "request", (part) => webhook(answer(put(part))), "3.1"),
    place("callback body", "response", (part) => callback({ requestBody: put(part) })),
    place("callback answer", "request", (part) => callback(answer(put(part)))),
  ];
}

/** What stands once in the document beside, in every one of them. */
export function beside(all: readonly Place[], more: JsonObject): readonly Place[] {
  return all.map((each) => ({ ...each, put: (part) => ({ ...each.put(part), ...more }) }));
}

/** A schema below another one. */
const below: readonly (readonly [string, (schema: Json) => Json])[] = [
  ["a property", (schema) => ({ type: "object", properties: { part: schema } })],
  ["the items", (schema) => ({ type: "array", items: schema })],
  ["the first item", (schema) => ({ type: "array", prefixItems: [schema] })],
  ["other properties", (schema) => ({ type: "object", additionalProperties: schema })],
  ["properties of a pattern", (schema) => ({ type: "object", patternProperties: { "^x": schema } })],
  ["a part of allOf", (schema) => ({ allOf: [schema, { description: "a thing" }] })],
  ["an alternative to null", (schema) => ({ anyOf: [schema, { type: "null" }] })],
];

const nested: readonly Place[] = below.flatMap(([name, wrap]) => [
  place(`${name} of a request body`, "request", (schema) => post({ requestBody: json(wrap(schema)) }), "3.1"),
  place(`${name} of an answer`, "response", (schema) => post(answer(json(wrap(schema)))), "3.1"),
]);

const subject: JsonObject = { $ref: "#/components/schemas/Subject" };

function component(schema: Json): JsonObject {
  return { components: { schemas: { Subject: schema } } };
}

function xml(schema: Json): JsonObject {
  return { content: { "application/xml": { schema } } };
}

/** Where a schema may stand. */
export const schemaPlaces: readonly Place[] = [
  ...bodies(json),
  place(
    "component of a request",
    "request",
    (schema) => post({ requestBody: json(subject) }, component(schema)),
    "3.1",
  ),
  place("component of an answer", "response", (schema) => post(answer(json(subject)), component(schema)), "3.1"),
  place("XML request body", "request", (schema) => post({ requestBody: xml(schema) }), "3.1"),
  place("XML answer", "response", (schema) => post(answer(xml(schema))), "3.1"),
  place("query parameter", "request", (schema) => get({ parameters: [{ name: "part", in: "query", schema }] })),
  place("header of an answer", "response", (schema) => get(answer({ headers: { "X-Part": { schema } } }))),
  place("JSON in a parameter", "request", (schema) =>
    get({ parameters: [{ name: "part", in: "query", ...json(schema) }] }),
  ),
  ...nested,
];
