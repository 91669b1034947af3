import type { JsonObject } from "@facsimile/document";
import { describe, expect, it } from "vitest";
import { madeThings, type ThingOptions } from "../../test/made-things.js";
import { start } from "../../test/remembering.js";

const inQuery = (name: string, type: string): JsonObject => ({ name, in: "query", schema: { type } });

/** Three things, `a`, `b` and `c`, and what asks for their list. */
async function three(options: ThingOptions): Promise<Awaited<ReturnType<typeof start>>> {
  const server = await start("empty", madeThings({ properties: { name: { type: "string" } }, ...options }));
  for (const name of ["a", "b", "c"]) await server.ask("POST", "/things", { name });
  return server;
}

const names = (body: unknown): unknown => (body as { items: { name: string }[] }).items.map(({ name }) => name);

describe("a list tells", () => {
  const parameters = [inQuery("page", "integer"), inQuery("per_page", "integer")];

  it("how many things and pages there are, wherever it says so", async () => {
    const meta = { pagination: { total: 99, total_pages: 50, per_page: 10, page: 7 }, has_more: true, took: 12 };
    const { ask } = await three({ parameters, beside: { total_count: 99, meta } });
    expect((await ask("GET", "/things?per_page=2&page=1")).body).toMatchObject({
      total_count: 3,
      meta: { pagination: { total: 3, total_pages: 2, per_page: 2, page: 1 }, has_more: true, took: 12 },
    });
    expect((await ask("GET", "/things?per_page=2&page=2")).body).toMatchObject({ meta: { has_more: false, took: 12 } });
    expect((await ask("GET", "/things")).body).toMatchObject({ meta: { pagination: { total_pages: 1, page: 7 } } });
  });
});

describe("a list is narrowed", () => {
  const parameters = [inQuery("status", "string"), inQuery("limit", "integer")];

  it("by what only answers say, whoever saw them before", async () => {
    const answered = { status: { type: "string" } };
    const create = { responses: { 204: { description: "" } } };
    const { ask } = await three({ parameters, answered, values: { status: "new" }, create });
    expect(names((await ask("GET", "/things?status=new")).body)).toEqual(["a", "b", "c"]);
    expect(names((await ask("GET", "/things?status=old")).body)).toEqual([]);
  });

  it("by no number that is none or less than one", async () => {
    const { ask } = await three({ parameters });
    expect(names((await ask("GET", "/things?limit=0")).body)).toEqual(["a", "b", "c"]);
    expect(names((await ask("GET", "/things?limit=-1&status=")).body)).toEqual(["a", "b", "c"]);
    expect(names((await ask("GET", "/things?limit=2")).body)).toEqual(["a", "b"]);
  });
});

it("what takes the place of another is the youngest, and pages miss none", async () => {
  const properties = { id: { type: "string" }, name: { type: "string" } };
  const { ask } = await three({
    properties,
    parameters: [inQuery("cursor", "string"), inQuery("limit", "integer")],
  });
  await ask("POST", "/things", { id: "thing_2", name: "d" });
  expect(names((await ask("GET", "/things")).body)).toEqual(["b", "c", "d"]);
  await ask("PATCH", "/things/thing_3", { name: "e" });
  expect(names((await ask("GET", "/things")).body)).toEqual(["e", "c", "d"]);
});

it("a preference that asks for no certain answer is the API's, and is remembered with", async () => {
  const { ask } = await three({});
  expect((await ask("POST", "/things", { name: "d" }, { Prefer: "return=representation" })).body.name).toBe("d");
  expect(names((await ask("GET", "/things", undefined, { Prefer: "respond-async, wait=1" })).body)).toHaveLength(4);
  for (const headers of [{ Prefer: "return=minimal, Code=200" }, { Prefer: "dynamic=false" }])
    expect(names((await ask("GET", "/things", undefined, headers)).body)).toHaveLength(1);
});
