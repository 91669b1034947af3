import { describe, expect, it } from "vitest";
import { start } from "../../test/remembering.js";

describe("what is created", () => {
  it("is read, listed, changed and deleted, and is not there any more after that", async () => {
    const { ask } = await start();
    const made = await ask("POST", "/houses", { name: "Ann's", secret: "s", seats: 4 });
    expect(made).toMatchObject({ status: 201, body: { data: { id: "hou_3", name: "Ann's", seats: 4 } } });
    expect(made.headers.get("location")).toBe("/houses/hou_3");
    expect((await ask("GET", "/houses/hou_3")).body).toEqual(made.body);
    expect((await ask("GET", "/houses")).body).toMatchObject({
      total: 3,
      houses: [{ id: "hou_1" }, { id: "hou_2" }, { id: "hou_3", name: "Ann's" }],
    });
    expect((await ask("PATCH", "/houses/hou_3", { seats: 5 })).body).toMatchObject({
      data: { name: "Ann's", seats: 5 },
    });
    expect((await ask("GET", "/houses/hou_3")).body).toMatchObject({ data: { name: "Ann's", seats: 5 } });
    expect((await ask("DELETE", "/houses/hou_3")).status).toBe(204);
    for (const method of ["GET", "DELETE"])
      expect(await ask(method, "/houses/hou_3")).toMatchObject({ status: 404, body: { error: "no such house" } });
    expect(await ask("PATCH", "/houses/hou_3", {})).toMatchObject({ status: 404, body: { title: "Mock server" } });
    expect((await ask("GET", "/houses")).body).toMatchObject({ total: 2 });
  });

  it("has what servers fill in, its defaults, and nothing that is for writing or that the answer does not have", async () => {
    const { ask } = await start();
    const sent = { name: "Ann's", secret: "s", created: "1999-01-01", note: "n", owner: { name: "Ann", pin: "1234" } };
    const { body } = await ask("POST", "/houses", sent);
    expect(body).toEqual({
      data: { id: "hou_3", name: "Ann's", kind: "green", created: "2026-01-02", owner: { name: "Ann", level: 1 } },
    });
  });

  it("is replaced by a PUT that requires what it takes, but for what servers fill in", async () => {
    const { ask } = await start();
    await ask("POST", "/houses", { name: "Ann's", seats: 4 });
    const { body } = await ask("PUT", "/houses/hou_3", { name: "Bob's" });
    expect(body).toEqual({ data: { id: "hou_3", name: "Bob's", kind: "green", created: "2026-01-02" } });
  });

  it("is remembered only where the document allows the request, and a certain answer is asked for past the memory", async () => {
    const { ask } = await start();
    expect((await ask("POST", "/houses", { seats: "four" })).status).toBe(422);
    expect((await ask("POST", "/houses", { name: "Ann's" }, { Prefer: "code=201" })).status).toBe(201);
    expect((await ask("GET", "/houses")).body).toMatchObject({ total: 2 });
    expect((await ask("GET", "/houses/hou_9", undefined, { Prefer: "code=200" })).status).toBe(200);
  });

  it("may come as a form", async () => {
    const { ask } = await start();
    const form = new URLSearchParams({ name: "Ann's", seats: "4" });
    expect((await ask("POST", "/houses", form)).body).toMatchObject({ data: { name: "Ann's", seats: 4 } });
  });
});

describe("at the start there is", () => {
  it("what the examples of lists show, or nothing, and so again when it is reset", async () => {
    const { ask, server } = await start();
    expect((await ask("GET", "/houses/hou_2")).body).toMatchObject({ data: { name: "Two" } });
    await ask("DELETE", "/houses/hou_2");
    server.reset();
    expect((await ask("GET", "/houses/hou_2")).status).toBe(200);
    const empty = await start("empty");
    expect((await empty.ask("GET", "/houses")).body).toEqual({ houses: [], total: 0 });
    expect((await empty.ask("GET", "/houses/hou_2")).status).toBe(404);
  });

  it("a thing of any name where nothing creates or lists it, until it is deleted", async () => {
    const { ask } = await start("empty");
    expect((await ask("GET", "/keepers/ann/cat")).body).toMatchObject({ name: "cat", age: 3 });
    await ask("PATCH", "/keepers/ann/cat", { age: 4 });
    expect((await ask("GET", "/keepers/ann/cat")).body).toMatchObject({ name: "cat", age: 4 });
    expect((await ask("GET", "/keepers/bob/cat")).body).toMatchObject({ age: 3 });
    await ask("DELETE", "/keepers/ann/cat");
    expect((await ask("GET", "/keepers/ann/cat")).status).toBe(404);
  });
});

describe("what is inside of a thing", () => {
  it("is apart from what is inside of another, empty in a new one, and goes with it", async () => {
    const { ask } = await start();
    await ask("POST", "/houses", { name: "Ann's" });
    const made = await ask("POST", "/houses/hou_1/teas", { name: "Oolong" });
    expect(made.body).toMatchObject({ name: "Oolong", number: 8 });
    expect((await ask("GET", "/houses/hou_1/teas/8")).body).toMatchObject({ name: "Oolong" });
    expect((await ask("GET", "/houses/hou_2/teas/8")).status).toBe(404);
    expect((await ask("GET", "/houses/hou_2/teas/7")).status).toBe(200);
    expect((await ask("GET", "/houses/hou_3/teas")).body).toEqual({ teas: [], next: null });
    await ask("DELETE", "/houses/hou_1");
    for (const target of ["/houses/hou_1/teas", "/houses/hou_1/teas/8", "/houses/hou_1/menu"])
      expect([target, (await ask("GET", target)).status]).toEqual([target, 404]);
    expect((await ask("GET", "/houses/hou_2/menu")).status).toBe(200);
  });

  it("is created by a PUT where its caller names it", async () => {
    const { ask } = await start();
    expect((await ask("PUT", "/houses/hou_1/tags/big", { text: "a" })).status).toBe(201);
    expect((await ask("PUT", "/houses/hou_1/tags/big", { text: "b" })).status).toBe(200);
    expect((await ask("GET", "/houses/hou_1/tags/big")).body).toEqual({ tag: "big", text: "b" });
  });
});

describe("a list", () => {
  it("has the things whose properties are what is asked for", async () => {
    const { ask } = await start();
    await ask("POST", "/houses", { name: "Ann's", kind: "black" });
    expect((await ask("GET", "/houses?kind=black")).body).toMatchObject({ total: 1, houses: [{ name: "Ann's" }] });
    expect((await ask("GET", "/houses?kind=all")).body).toMatchObject({ total: 3 });
  });

  it("comes in pages by offset and limit", async () => {
    const { ask } = await start();
    expect((await ask("GET", "/houses?offset=1&limit=1")).body).toMatchObject({ total: 2, houses: [{ id: "hou_2" }] });
    expect((await ask("GET", "/houses?offset=2&limit=1")).body).toMatchObject({ total: 2, houses: [] });
  });

  it("comes in pages by a cursor, which keeps its place when something is deleted", async () => {
    const { ask } = await start("empty");
    await ask("POST", "/houses", { name: "Ann's" });
    for (const name of ["a", "b", "c", "d"]) await ask("POST", "/houses/hou_3/teas", { name });
    const first = await ask("GET", "/houses/hou_3/teas?limit=2");
    expect(first.body).toMatchObject({ teas: [{ name: "a" }, { name: "b" }], next: expect.any(String) });
    await ask("DELETE", "/houses/hou_3/teas/8");
    const second = await ask("GET", `/houses/hou_3/teas?limit=2&cursor=${first.body.next}`);
    expect(second.body).toMatchObject({ teas: [{ name: "c" }, { name: "d" }], next: null });
  });

  it.each([
    ["links in its body", "/owners"],
    ["links in its header", "/orders"],
    ["numbers", "/cups"],
  ])("comes in pages by %s", async (_, target) => {
    const { ask } = await start("empty");
    for (const name of ["a", "b", "c"]) await ask("POST", target, { name });
    const names: unknown[] = [];
    for (let next: string | undefined = `${target}?limit=2`; next !== undefined && names.length < 9; ) {
      const { body, headers } = await ask("GET", next);
      const items = body.items as readonly { name: string }[];
      names.push(items.map(({ name }) => name));
      const byNumber = items.length < 2 ? undefined : `${target}?limit=2&page=${names.length + 1}`;
      const inBody = typeof body.next === "string" ? body.next : undefined;
      const inHeader = /<([^>]+)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
      next = inBody ?? inHeader ?? (target === "/cups" ? byNumber : undefined);
    }
    expect(names).toEqual([["a", "b"], ["c"]]);
  });
});

it("without being told so nothing is remembered", async () => {
  const { ask } = await start(false);
  await ask("DELETE", "/houses/hou_1");
  expect((await ask("GET", "/houses/hou_1")).status).toBe(200);
});
