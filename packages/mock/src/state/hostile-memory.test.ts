import { describe, expect, it } from "vitest";
import { madeThings } from "../../test/made-things.js";
import { start } from "../../test/remembering.js";

describe("an identifier is given once", () => {
  it("and not again after its thing is gone", async () => {
    const { ask, server } = await start();
    const create = async (): Promise<unknown> => (await ask("POST", "/houses", { name: "a" })).body;
    expect(await create()).toMatchObject({ data: { id: "hou_3" } });
    await ask("DELETE", "/houses/hou_3");
    expect(await create()).toMatchObject({ data: { id: "hou_4" } });
    server.reset();
    expect(await create()).toMatchObject({ data: { id: "hou_3" } });
  });

  it("and not again where its caller has chosen it", async () => {
    const { ask } = await start("empty", madeThings({ properties: { id: { type: "string" } } }));
    await ask("POST", "/things", { id: "thing_2" });
    await ask("DELETE", "/things/thing_2");
    expect((await ask("POST", "/things", {})).body).toEqual({ id: "thing_3" });
  });

  it.each([
    ["é", 3],
    ["-", 3],
    ["x", 28],
    [9007199254740992, 3],
    [1e21, 3],
  ])("where the example is %j", async (id, times) => {
    const { ask } = await start("empty", madeThings({ id }));
    const ids = new Set<unknown>();
    for (let count = 0; count < times; count += 1) ids.add((await ask("POST", "/things", {})).body.id);
    expect(ids.size).toBe(times);
  });

  it.each([["__proto__"], ["hasOwnProperty"], ["a%2Fb"], ["%00"], ["%C3%A9"]])(
    "and may be any text: %s",
    async (id) => {
      const { ask } = await start();
      const target = `/houses/hou_1/tags/${id}`;
      expect((await ask("GET", target)).status).toBe(404);
      expect((await ask("PUT", target, { text: "a" })).status).toBe(201);
      expect((await ask("GET", target)).body).toEqual({ tag: decodeURIComponent(id), text: "a" });
      await ask("PUT", target, { text: "b" });
      expect((await ask("GET", target)).body).toMatchObject({ text: "b" });
    },
  );
});

describe("names that JavaScript has a meaning for", () => {
  it("are properties like any other, and reach nothing else", async () => {
    const { ask } = await start("empty", madeThings());
    const { id } = (await ask("POST", "/things", {})).body;
    const merge = { "Content-Type": "application/merge-patch+json" };
    await ask("PATCH", `/things/${id}`, '{"__proto__":{"a":1},"constructor":2}');
    await ask("PATCH", `/things/${id}`, '{"__proto__":{"b":3}}', merge);
    const { body } = await ask("GET", `/things/${id}`);
    expect(JSON.stringify(body)).toBe(`{"id":"${id}","__proto__":{"a":1,"b":3},"constructor":2}`);
    expect({}).not.toHaveProperty("a");
  });

  it("come in forms too", async () => {
    const { ask } = await start();
    const form = new URLSearchParams("name=a&__proto__[seats]=9&owner[name]=b");
    const { body } = await ask("POST", "/houses", form);
    expect(JSON.stringify(body)).toContain('"__proto__":{"seats":"9"}');
  });
});

describe("JSON that is nested without end", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);

  it("is refused, and costs nobody anything afterwards", async () => {
    const { ask } = await start("empty", madeThings());
    expect(await ask("POST", "/things", `{"name":${deep}}`)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining("nested deeper than 500 levels") },
    });
    expect((await ask("GET", "/things")).body).toEqual({ items: [] });
  });
});

it("an object in place of a text that a list is narrowed by is no text", async () => {
  const kind = { type: "string" };
  const parameters = [{ name: "kind", in: "query", schema: kind }];
  const { ask } = await start("empty", madeThings({ parameters, properties: { kind: {} }, answered: { kind } }));
  await ask("POST", "/things", '{"kind":{"toString":1}}');
  expect(await ask("GET", "/things?kind=a")).toMatchObject({ status: 200, body: { items: [] } });
});

it("what cannot be held against the answer in time is not remembered", async () => {
  const answered = { tree: { type: "array", uniqueItems: true } };
  const { ask } = await start("empty", madeThings({ properties: { tree: { type: "array" } }, answered }), 1000);
  const tree = Array.from({ length: 50_000 }, (_, n) => ({ n }));
  expect((await ask("POST", "/things", { tree })).status).toBe(504);
  expect(await ask("POST", "/things", { tree: [1] })).toMatchObject({ status: 201 });
  expect((await ask("PATCH", "/things/thing_3", { tree })).status).toBe(504);
  expect(await ask("GET", "/things")).toMatchObject({ status: 200, body: { items: [{ id: "thing_3", tree: [1] }] } });
});
