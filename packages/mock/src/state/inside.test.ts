import type { Json, JsonObject } from "@facsimile/document";
import { expect, it } from "vitest";
import { start } from "../../test/remembering.js";

const answer = (schema: JsonObject, example: Json): JsonObject => ({
  200: { description: "", content: { "application/json": { schema, example } } },
});
const label = { type: "object", properties: { name: { type: "string" } } };
const labels = { type: "array", items: label };
const repository = { type: "object", properties: { name: { type: "string" }, text: { type: "string" } } };
const inPath = (...names: readonly string[]): readonly JsonObject[] =>
  names.map((name) => ({ name, in: "path", required: true, schema: { type: "string" } }));
const body = (schema: JsonObject): JsonObject => ({ requestBody: { content: { "application/json": { schema } } } });
const shown = answer(repository, { name: "tea", text: "x" });
const done = { responses: { 204: { description: "" } } };

/** Repositories of any name, with labels. */
const repositories: JsonObject = {
  openapi: "3.1.0",
  info: { title: "Repositories", version: "1" },
  paths: {
    "/repos/{owner}/{repo}": {
      parameters: inPath("owner", "repo"),
      get: { responses: shown },
      patch: { ...body(repository), responses: shown },
      delete: done,
    },
    "/repos/{owner}/{repo}/labels": {
      parameters: inPath("owner", "repo"),
      servers: [{ url: "https://labels.example/v2" }],
      get: { responses: answer(labels, [{ name: "bug" }]) },
      post: {
        ...body(label),
        responses: {
          201: {
            description: "",
            headers: { Location: { schema: { type: "string" }, example: "/x" } },
            content: { "application/json": { schema: label, example: { name: "bug" } } },
          },
        },
      },
    },
    "/repos/{owner}/{repo}/labels/{name}": { parameters: inPath("owner", "repo", "name"), delete: done },
  },
};

it("what is inside of a thing of any name is what examples show, also when that was changed", async () => {
  const { ask } = await start(true, repositories);
  await ask("PATCH", "/repos/ann/pot", { text: "y" });
  expect((await ask("GET", "/repos/ann/pot")).body).toEqual({ name: "pot", text: "y" });
  for (const target of ["/repos/ann/pot/labels", "/repos/bob/pot/labels"])
    expect((await ask("GET", target)).body).toEqual([{ name: "bug" }]);
  await ask("DELETE", "/repos/ann/pot");
  expect((await ask("GET", "/repos/ann/pot/labels")).status).toBe(404);
  expect((await ask("GET", "/repos/bob/pot/labels")).body).toEqual([{ name: "bug" }]);
});

it("the way to a thing begins with the path of the server that creates it", async () => {
  const { ask } = await start(true, repositories);
  const made = await ask("POST", "/repos/ann/pot/labels", { name: "new/one" });
  expect([made.status, made.headers.get("location")]).toEqual([201, "/v2/repos/ann/pot/labels/new%2Fone"]);
});
