import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readDocument } from "../server/read-document.js";
import { findThings } from "./find-things.js";
import { showIdentifier } from "./thing.js";

type Paths = Readonly<Record<string, object>>;

const id = { type: "string" };
const json = (schema: object): object => ({ description: "It.", content: { "application/json": { schema } } });
const answer = (properties: object, more: object = {}): object => ({
  responses: { "200": { ...json({ type: "object", properties }), ...more } },
});
const list = { responses: { "200": json({ type: "array", items: { type: "object", properties: { id } } }) } };
const inPath = (...names: readonly string[]): object => ({
  parameters: names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } })),
});

/** The things of a document: path, where an id comes from, what lists them, and what they are the same as. */
async function thingsOf(paths: Paths): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), "things-"));
  const file = join(folder, "api.json");
  await writeFile(file, JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths }));
  const { document, api } = await readDocument(file);
  await rm(folder, { recursive: true });
  return findThings(document.json, api).map(({ path, create, list: listed, sameAs }) => {
    const from = create === undefined ? "nothing" : `${create.operation.id} by ${showIdentifier(create.identifier)}`;
    return `${path}: ${from}, ${listed === undefined ? "no list" : `list ${listed.place.path.join(".")}`}${sameAs === undefined ? "" : `, as ${sameAs}`}`;
  });
}

it("finds the id in the answer by the name of the parameter, by what ids are called, or inside of what the answer wraps", async () => {
  const one = { get: answer({ id }) };
  expect(
    await thingsOf({
      "/a": { post: { operationId: "a", ...answer({ name: id, a_id: id, id }) }, get: list },
      "/a/{aId}": { ...one, ...inPath("aId") },
      "/b": { post: { operationId: "b", ...answer({ data: { type: "object", properties: { uuid: id } } }) } },
      "/b/{b}": { ...one, ...inPath("b") },
    }),
  ).toEqual(['/a/{aId}: a by "a_id" of its answer, list ', '/b/{b}: b by "data.uuid" of its answer, no list']);
});

it("believes a link of the document before anything else, and Location where the answer does not say", async () => {
  const links = { links: { read: { operationId: "readC", parameters: { c: "$response.body#/made/number" } } } };
  expect(
    await thingsOf({
      "/signup": { post: { operationId: "signUp", ...answer({ id }, links) } },
      "/c/{c}": { get: { operationId: "readC", ...answer({ id }) }, ...inPath("c") },
      "/d": { post: { operationId: "d", responses: { "201": { description: "Made." } } } },
      "/d/{d}": { get: answer({ id }), ...inPath("d") },
    }),
  ).toEqual(["/c/{c}: signUp by the link read, no list", "/d/{d}: d by Location, no list"]);
});

it("knows things inside of things, those that callers name, and those that are the same somewhere else", async () => {
  const create = { operationId: "make", ...answer({ id }) };
  const things = await thingsOf({
    "/users/deleted": { get: list },
    "/users/deleted/{userId}": { put: { operationId: "restore", ...answer({}) }, ...inPath("userId") },
    "/users/{userId}/keys/{key}": {
      put: { operationId: "put", ...answer({}) },
      get: answer({ id }),
      ...inPath("userId", "key"),
    },
    "/users": { post: create },
    "/users/{userId}": { get: answer({ id }), ...inPath("userId") },
  });
  expect(things).toEqual([
    '/users/{userId}: make by "id" of its answer, no list',
    "/users/deleted/{userId}: nothing, list , as /users/{}",
    "/users/{userId}/keys/{key}: put by the caller's choice, no list",
  ]);
});

it("takes what a body refers to by the name of its parameter before what has the body", async () => {
  const body = {
    requestBody: { content: { "application/json": { schema: { type: "object", properties: { hall_id: id } } } } },
  };
  const things = await thingsOf({
    "/seats": { post: { operationId: "seat", ...body, ...answer({ id }) } },
    "/seats/{seat}.json": { get: answer({ id }), ...inPath("seat") },
    "/halls": { post: { operationId: "hall", ...answer({ id }) } },
    "/halls/{hallId}": { get: answer({ id }), ...inPath("hallId") },
  });
  expect(things.map((one) => one.split(":")[0])).toEqual(["/halls/{hallId}", "/seats/{seat}.json"]);
});

it("takes no two things for the same whose parameters are both called id", async () => {
  const things = await thingsOf({
    "/users": { post: { operationId: "make", ...answer({ id }) } },
    "/users/{id}": { get: answer({ id }), ...inPath("id") },
    "/invoices/{id}": { get: answer({ id }), ...inPath("id") },
  });
  expect(things).toEqual(['/users/{id}: make by "id" of its answer, no list', "/invoices/{id}: nothing, no list"]);
});
