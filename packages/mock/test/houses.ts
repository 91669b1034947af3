import type { Json, JsonObject } from "@facsimile/document";

const json = (schema: Json, example?: Json): JsonObject => ({
  content: { "application/json": { schema, ...(example === undefined ? {} : { example }) } },
});
const answer = (schema: Json, example?: Json): JsonObject => ({ description: "It.", ...json(schema, example) });
const done: JsonObject = { description: "Done." };
const inPath = (...names: readonly string[]): readonly JsonObject[] =>
  names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
const inQuery = (name: string, schema: JsonObject): JsonObject => ({ name, in: "query", schema });
const text = { type: "string" };
const number = { type: "integer" };

const houseProperties = {
  name: text,
  seats: number,
  kind: { type: "string", enum: ["green", "black"], default: "green" },
  owner: { type: "object", properties: { name: text, pin: { type: "string", writeOnly: true } } },
};
const house = {
  type: "object",
  required: ["id", "name"],
  properties: {
    id: { type: "string", readOnly: true },
    ...houseProperties,
    owner: { type: "object", properties: { name: text, level: number } },
    created: { type: "string", format: "date", readOnly: true },
  },
};
const newHouse = {
  type: "object",
  required: ["name"],
  properties: { ...houseProperties, secret: text, note: { type: "string", writeOnly: true } },
};
const one = { type: "object", properties: { data: house } };
const shownHouse = { data: { id: "hou_2", name: "Example", owner: { name: "Eve", level: 1 }, created: "2026-01-02" } };
const houseList = { type: "object", properties: { houses: { type: "array", items: house }, total: number } };
const noHouse = answer({ type: "object" }, { error: "no such house" });
const form = { "application/x-www-form-urlencoded": { schema: newHouse } };
const tea = { type: "object", properties: { number: { type: "integer", readOnly: true }, name: text } };
const named = { type: "object", properties: { id: number, name: text } };
const namedBody = { requestBody: json({ type: "object", properties: { name: text } }) };
const tag = { type: "object", properties: { tag: text, text } };
const cat = { type: "object", properties: { name: { type: "string" }, age: number } };

/** A list that is created by a POST of a name, and comes in pages in some way. */
function paged(pagination: JsonObject, parameters: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  const list = { type: "object", properties: { items: { type: "array", items: named }, ...more } };
  return {
    get: {
      parameters,
      "x-pagination": pagination,
      responses: { 200: answer(list, { items: [{ id: 1, name: "x" }] }) },
    },
    post: { ...namedBody, responses: { 201: answer(named, { id: 1, name: "x" }) } },
  };
}

/** Tea houses with teas inside, and lists whose pages follow one another in each of the ways that there are. */
export const houses: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Houses", version: "1" },
  paths: {
    "/houses": {
      get: {
        parameters: [inQuery("kind", text), inQuery("offset", number), inQuery("limit", number)],
        "x-pagination": { style: "offset", offset: "offset", limit: "limit", items: "houses", total: "total" },
        responses: {
          200: answer(houseList, {
            houses: [
              { id: "hou_1", name: "One" },
              { id: "hou_2", name: "Two" },
            ],
            total: 99,
          }),
        },
      },
      post: {
        requestBody: { content: { ...(json(newHouse).content as JsonObject), ...form } },
        responses: {
          201: { ...answer(one, shownHouse), headers: { Location: { schema: text, example: "/houses/hou_2" } } },
        },
      },
    },
    "/houses/{house}": {
      parameters: inPath("house"),
      get: { responses: { 200: answer(one, shownHouse), 404: noHouse } },
      patch: { requestBody: json({ ...newHouse, required: [] }), responses: { 200: answer(one, shownHouse) } },
      put: { requestBody: json(newHouse), responses: { 200: answer(one, shownHouse) } },
      delete: { responses: { 204: done, 404: noHouse } },
    },
    "/houses/{house}/menu": { parameters: inPath("house"), get: { responses: { 200: answer(text, "tea") } } },
    "/houses/{id}/teas": {
      parameters: inPath("id"),
      get: {
        parameters: [inQuery("cursor", text), inQuery("limit", number)],
        "x-pagination": { style: "cursor", cursor: "cursor", next: "next", items: "teas" },
        responses: {
          200: answer(
            {
              type: "object",
              properties: { teas: { type: "array", items: tea }, next: { type: ["string", "null"] } },
            },
            { teas: [{ number: 7, name: "Assam" }], next: "x" },
          ),
        },
      },
      post: { ...namedBody, responses: { 200: answer(tea, { number: 7, name: "Assam" }) } },
    },
    "/houses/{house}/teas/{number}": {
      parameters: inPath("house", "number"),
      get: { responses: { 200: answer(tea, { number: 7, name: "Assam" }) } },
      delete: { responses: { 204: done } },
    },
    "/houses/{house}/tags/{tag}": {
      parameters: inPath("house", "tag"),
      get: { responses: { 200: answer(tag, { tag: "small", text: "x" }) } },
      put: {
        requestBody: json({ type: "object", properties: { text } }),
        responses: { 200: answer(tag, { tag: "small", text: "x" }), 201: answer(tag, { tag: "small", text: "x" }) },
      },
    },
    "/owners": paged({ style: "link", next: "next", items: "items" }, [inQuery("limit", number)], {
      next: { type: ["string", "null"] },
    }),
    "/orders": paged({ style: "link-header", items: "items" }, [inQuery("limit", number)]),
    "/orders/{id}": { parameters: inPath("id"), get: { responses: { 200: answer(named, { id: 1, name: "x" }) } } },
    "/cups": paged({ style: "page", page: "page", size: "limit", items: "items" }, [
      inQuery("page", number),
      inQuery("limit", number),
    ]),
    "/cups/{id}": { parameters: inPath("id"), get: { responses: { 200: answer(named, { id: 1, name: "x" }) } } },
    "/owners/{owner}": {
      parameters: inPath("owner"),
      get: { responses: { 200: answer(named, { id: 1, name: "x" }) } },
    },
    "/keepers/{keeper}/{cat}": {
      parameters: inPath("keeper", "cat"),
      get: { responses: { 200: answer(cat, { name: "Tom", age: 3 }) } },
      patch: { requestBody: json(cat), responses: { 200: answer(cat, { name: "Tom", age: 3 }) } },
      delete: { responses: { 204: done } },
    },
  },
};
