import { describe, expect, it } from "vitest";
import { madeThings } from "../../test/made-things.js";
import { start } from "../../test/remembering.js";

const text = { type: "string" };

describe("what changes a thing", () => {
  it("leaves what it does not name, by a PUT too that requires nothing", async () => {
    const { ask } = await start("empty", madeThings({ properties: { name: text, kind: text } }));
    await ask("POST", "/things", { name: "a", kind: "k" });
    expect((await ask("PUT", "/things/thing_2", { name: "b" })).body).toEqual({ id: "thing_2", name: "b", kind: "k" });
  });

  it("takes away by null what no answer can have as null, and else leaves null", async () => {
    const sent = { type: ["string", "null"] };
    const document = madeThings({
      properties: { name: sent, kind: sent },
      answered: { name: text },
      values: { name: "x" },
    });
    const { ask } = await start("empty", document);
    await ask("POST", "/things", { name: "a", kind: "k" });
    expect((await ask("PATCH", "/things/thing_2", { name: null, kind: null })).body).toEqual({
      id: "thing_2",
      kind: null,
    });
  });
});

it("an identifier that is taken is refused where the document states how, and what has it stays", async () => {
  const content = { "application/json": { schema: {}, example: { id: "thing_1" } } };
  const responses = { 201: { description: "", content }, 409: { description: "", content } };
  const { ask } = await start("empty", madeThings({ properties: { id: text, name: text }, create: { responses } }));
  const create = async (name: string): Promise<number> => (await ask("POST", "/things", { id: "x", name })).status;
  expect([await create("a"), await create("b")]).toEqual([201, 409]);
  expect((await ask("GET", "/things/x")).body).toEqual({ id: "x", name: "a" });
  expect(await Promise.all(["c", "d"].map((id) => ask("POST", "/things", { id })))).toMatchObject([
    { status: 201 },
    { status: 201 },
  ]);
});

describe("what was sent and the answer cannot have", () => {
  const properties = { kind: {}, more: {}, tags: {} };
  const answered = { kind: text, more: text, tags: { type: "array", items: text } };
  const sent = { kind: 7, more: 7, tags: "a" };

  it("is the example's, left out where it has none, and a list of one where it has lists", async () => {
    const { ask } = await start("empty", madeThings({ properties, answered, values: { kind: "k" } }));
    const shown = { id: "thing_2", kind: "k", tags: ["a"] };
    expect((await ask("POST", "/things", sent)).body).toEqual(shown);
    await ask("POST", "/things", { kind: "l" });
    expect((await ask("GET", "/things")).body).toEqual({ items: [shown, { id: "thing_3", kind: "l" }] });
  });

  it("is left where the example is as wrong", async () => {
    const { ask } = await start("empty", madeThings({ properties, answered, values: { kind: 5 } }));
    expect((await ask("POST", "/things", { kind: 7 })).body).toEqual({ id: "thing_2", kind: 7 });
  });
});
