import type { JsonObject } from "@facsimile/document";
import { afterEach, describe, expect, it } from "vitest";
import { type MockServer, openMockServer } from "../server/mock-server.js";

const open: MockServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });

/** A server of teas, which are put and got as that component. */
async function start(schemas: JsonObject, openapi = "3.1.0"): Promise<string> {
  const content = { "application/json": { schema: ref("Tea") } };
  const paths = {
    "/tea": {
      put: { requestBody: { required: true, content }, responses: { 204: { description: "Kept." } } },
      get: { responses: { 200: { description: "The tea.", content } } },
    },
  };
  const document = { openapi, info: { title: "Tea", version: "1" }, paths, components: { schemas } };
  const server = await openMockServer(document, { servers: [], operations: [] });
  open.push(server);
  return `${server.url}/tea`;
}

async function put(url: string, tea: unknown): Promise<number> {
  const headers = { "Content-Type": "application/json" };
  return (await fetch(url, { method: "PUT", headers, body: JSON.stringify(tea) })).status;
}

describe("a body", () => {
  it("is held against schemas that all refer to one another", async () => {
    const names = ["Tea", ..."ABCDEFGHIJKLMN"];
    const properties = { ...Object.fromEntries(names.map((name) => [name, ref(name)])), grams: { type: "integer" } };
    const url = await start(Object.fromEntries(names.map((name) => [name, { type: "object", properties }])));
    expect(await put(url, { A: { B: { C: { Tea: { grams: 1 } } } } })).toBe(204);
    expect(await put(url, { A: { B: { C: { Tea: { grams: "one" } } } } })).toBe(422);
    expect(await (await fetch(url)).json()).toMatchObject({ grams: 1 });
  });

  it("need not have what is for reading, wherever that is declared and required", async () => {
    const url = await start({
      Id: { type: "integer", readOnly: true },
      Named: { type: "object", required: ["id", "name"], properties: { id: ref("Id"), name: { type: "string" } } },
      Tea: { allOf: [ref("Named"), { required: ["id"], properties: { garden: ref("Named") } }] },
    });
    expect(await put(url, { name: "oolong", garden: { name: "Alishan" } })).toBe(204);
    expect(await put(url, { name: "oolong", garden: {} })).toBe(422);
    expect(await (await fetch(url)).json()).toMatchObject({ id: 1, garden: { id: 1 } });
  });

  it("has to fit each of several schemas", async () => {
    const url = await start({
      Named: { required: ["name"] },
      Weighed: { required: ["grams"] },
      Tea: { type: "object", allOf: [ref("Named"), ref("Weighed")] },
    });
    expect(await put(url, { name: "oolong", grams: 1 })).toBe(204);
    expect(await put(url, { grams: 1 })).toBe(422);
    expect(await put(url, { name: "oolong" })).toBe(422);
  });

  it("is held against the words of OpenAPI 3.0 in schemas that refer to themselves", async () => {
    const grams = { type: "number", nullable: true, minimum: 0, exclusiveMinimum: true };
    const url = await start({ Tea: { type: "object", properties: { grams, next: ref("Tea") } } }, "3.0.3");
    expect(await put(url, { next: { next: { grams: null } } })).toBe(204);
    expect(await put(url, { next: { next: { grams: 0 } } })).toBe(422);
  });

  it.each([
    ["3.0.3", { type: "object", example: { name: "oolong" } }, { name: "oolong" }],
    ["3.0.3", { type: "string", example: "" }, ""],
    ["3.1.0", { type: "integer", examples: [0, 1] }, 0],
  ])("is the example of the schema that is referred to: %s %j", async (version, tea, example) => {
    expect(await (await fetch(await start({ Tea: tea }, version))).json()).toEqual(example);
  });
});
