import type { Json, JsonObject } from "@facsimile/document";
import { answer, callback, get, json, post, webhook } from "./documents.js";
import type { ObjectName } from "./object-model.js";
import { beside, bodies, type Place, place, schemaPlaces } from "./places.js";

const plain: JsonObject = { responses: { "204": { description: "done" } } };

/** A parameter of the path is named there. */
function pathOf(parameter: Json): string {
  const { in: where = "path", name = "part" } = object(parameter);
  return where === "path" ? `/things/{${String(name)}}` : "/things";
}

const pathParameters: readonly Place[] = [
  place("operation", "request", (part) => ({ paths: { [pathOf(part)]: { get: { parameters: [part], ...plain } } } })),
  place("path item", "request", (part) => ({ paths: { [pathOf(part)]: { parameters: [part], get: plain } } })),
];

const parameters: readonly Place[] = [
  place("operation", "request", (part) => ({ paths: { "/things": { get: { parameters: [part], ...plain } } } })),
  place("path item", "request", (part) => ({ paths: { "/things": { parameters: [part], get: plain } } })),
  place("webhook", "response", (part) => webhook({ parameters: [part] }), "3.1"),
  place("callback", "response", (part) => callback({ parameters: [part] })),
];

const form: JsonObject = {
  type: "object",
  properties: { part: { type: "array", items: { type: "string" } }, other: { type: "string" } },
};

function encoded(type: string, encoding: (part: Json) => JsonObject): readonly Place[] {
  return bodies((part) => ({ content: { [type]: { schema: form, encoding: { part: encoding(part) } } } }));
}

/** Each part of a list is a list of parts itself. */
const formOfParts: JsonObject = {
  type: "object",
  properties: { part: { type: "array", items: { type: "array", items: { type: "string" } } } },
};

function encodedBelow(encoding: (part: Json) => JsonObject): readonly Place[] {
  return bodies((part) => {
    const ofPart = { contentType: "multipart/mixed", itemEncoding: encoding(part) };
    return { content: { "multipart/form-data": { schema: formOfParts, encoding: { part: ofPart } } } };
  });
}

function headers(part: Json): JsonObject {
  return { headers: { "X-Part": part } };
}

const pet = (...names: readonly string[]): JsonObject => ({
  type: "object",
  required: names,
  properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
});

const pets: JsonObject = {
  schemas: { Cat: pet("kind", "sort", "purrs"), Dog: pet("kind", "sort", "barks"), Cow: pet("kind", "sort", "moos") },
};

function discriminated(discriminator: Json): JsonObject {
  return json({ oneOf: Object.keys(object(pets.schemas)).map(reference), discriminator });
}

function reference(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}

function scheme(part: Json): JsonObject {
  return post({}, { security: [{ auth: [] }], components: { securitySchemes: { auth: part } } });
}

function flows(part: Json): JsonObject {
  return scheme({ type: "oauth2", flows: part });
}

const schemes: JsonObject = {
  securitySchemes: {
    oauth: { type: "openIdConnect", openIdConnectUrl: "https://example.com/.well-known/openid-configuration" },
    key: { type: "apiKey", in: "header", name: "X-Key" },
    basic: { type: "http", scheme: "basic" },
    bearer: { type: "http", scheme: "bearer" },
  },
};

function servers(put: (server: Json) => Json): readonly Place[] {
  return [
    place("document", "request", (part) => post({}, { servers: [put(part)] })),
    place("path item", "request", (part) => ({ paths: { "/things": { servers: [put(part)], post: plain } } })),
    place("operation", "request", (part) => post({ servers: [put(part)] })),
    place("webhook", "response", (part) => webhook({ servers: [put(part)] }), "3.1"),
    place("callback", "response", (part) => callback({ servers: [put(part)] })),
    place("link", "response", (part) =>
      post(answer({ links: { next: { operationRef: "#/paths/~1things/post", server: put(part) } } })),
    ),
  ];
}

const items: readonly Place[] = [
  place("path", "request", (part) => ({ paths: { "/things": part } })),
  place("webhook", "response", (part) => ({ paths: {}, webhooks: { thing: part } }), "3.1"),
  place("callback", "response", (part) => post({ callbacks: { thing: { "{$request.body#/url}": part } } })),
];

function info(key: string): readonly Place[] {
  return [place("info", "request", (part) => post({}, { info: { title: "Things", version: "1", [key]: part } }))];
}

/** Where each object may stand. */
export const objectPlaces: Readonly<Record<ObjectName, readonly Place[]>> = {
  document: [place("document", "request", object)],
  info: [place("document", "request", (part) => post({}, { info: part }))],
  contact: info("contact"),
  license: info("license"),
  server: servers((server) => server),
  "server variable": servers((variable) => ({ url: "https://{part}.example.com", variables: { part: variable } })),
  components: [place("document", "request", (part) => post({}, { components: part }))],
  paths: [place("document", "request", (part) => ({ paths: part }))],
  "path item": items,
  operation: items.map((each) => ({ ...each, put: (part) => ({ ...each.put({ post: part }), components: schemes }) })),
  "external documentation": [
    place("document", "request", (part) => post({}, { externalDocs: part })),
    place("tag", "request", (part) => post({}, { tags: [{ name: "things", externalDocs: part }] })),
    place("operation", "request", (part) => post({ externalDocs: part })),
    ...schemaPlaces.map((each) => ({ ...each, put: (part: Json) => each.put({ externalDocs: part }) })),
  ],
  "query parameter": parameters,
  "header parameter": parameters,
  "path parameter": pathParameters,
  "cookie parameter": parameters,
  "request body": bodies((part) => object(part)).filter(({ name }) => name.endsWith("body")),
  "media type": [
    ...bodies((part) => ({ content: { "multipart/form-data": part } })),
    place("query parameter", "request", (part) =>
      get({ parameters: [{ name: "part", in: "query", content: { "application/json": part } }] }),
    ),
    place("header of an answer", "response", (part) => get(answer(headers({ content: { "application/json": part } })))),
  ],
  "encoding of a part": encoded("multipart/form-data", object),
  "encoding of a part within a part": encodedBelow(object),
  "encoding of a form": encoded("application/x-www-form-urlencoded", object).filter(({ name }) =>
    name.endsWith("body"),
  ),
  responses: items.map((each) => ({
    ...each,
    // Answers go the other way than what they answer.
    direction: each.direction === "request" ? "response" : "request",
    put: (part) => each.put({ post: { responses: part } }),
  })),
  response: [
    place("operation", "response", (part) => post({ responses: { "200": part } })),
    place("webhook", "request", (part) => webhook({ responses: { "200": part } }), "3.1"),
    place("callback", "request", (part) => callback({ responses: { "200": part } })),
  ],
  callback: [place("operation", "response", (part) => post({ callbacks: { thing: part } }))],
  example: [
    ...bodies((part) => ({ content: { "application/json": { examples: { one: part } } } })),
    place("query parameter", "request", (part) =>
      get({ parameters: [{ name: "part", in: "query", schema: { type: "string" }, examples: { one: part } }] }),
    ),
    place("header of an answer", "response", (part) =>
      get(answer(headers({ schema: { type: "string" }, examples: { one: part } }))),
    ),
  ],
  link: [
    place("operation", "response", (part) => post(answer({ links: { next: part } }))),
    place("callback", "request", (part) => callback(answer({ links: { next: part } }))),
  ],
  header: [
    place("answer", "response", (part) => post(answer(headers(part)))),
    place("webhook answer", "request", (part) => webhook(answer(headers(part))), "3.1"),
    place("callback answer", "request", (part) => callback(answer(headers(part)))),
    ...encoded("multipart/form-data", headers).map((each) => ({ ...each, name: `part of the ${each.name}` })),
  ],
  tag: [place("document", "request", (part) => post({ tags: ["things"] }, { tags: [part] }))],
  schema: schemaPlaces,
  discriminator: beside(bodies(discriminated), { components: pets }),
  xml: bodies((part) => ({
    content: { "application/xml": { schema: { type: "object", properties: { part: { xml: part } } } } },
  })),
  "apiKey scheme": [place("document", "request", scheme)],
  "http scheme": [place("document", "request", scheme)],
  "oauth2 scheme": [place("document", "request", scheme)],
  "openIdConnect scheme": [place("document", "request", scheme)],
  flows: [place("document", "request", flows)],
  flow: ["implicit", "password", "clientCredentials", "authorizationCode"].map((name) =>
    place(name, "request", (part) => flows({ [name]: part })),
  ),
  "security requirement": [
    place("document", "request", (part) => post({}, { security: [part], components: schemes })),
    place("operation", "request", (part) => post({ security: [part] }, { components: schemes })),
    place("webhook", "response", (part) => ({ ...webhook({ security: [part] }), components: schemes }), "3.1"),
    place("callback", "response", (part) => ({ ...callback({ security: [part] }), components: schemes })),
  ],
};

/** The places above make objects of objects only. */
function object(part: Json | undefined): JsonObject {
  return part as JsonObject;
}
