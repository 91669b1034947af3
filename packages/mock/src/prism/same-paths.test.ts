import type { JsonObject } from "@facsimile/document";
import { buildModel } from "@facsimile/document";
import { afterEach, expect, it } from "vitest";
import { asDocument } from "../server/as-document.js";
import { type MockServer, openMockServer } from "../server/mock-server.js";

let server: MockServer | undefined;
afterEach(() => server?.close());

const reading = (name: string, schema: JsonObject): JsonObject => ({
  get: {
    parameters: [{ name, in: "path", required: true, schema }],
    responses: { 200: { description: "A tea.", content: { "application/json": { example: `by ${name}` } } } },
  },
});

it("tells operations apart by their path parameters where their paths are the same but for names", async () => {
  const paths = {
    "/teas/{label}": reading("label", { type: "string", maxLength: 40, description: "Any text." }),
    "/teas/{id}": reading("id", { type: "string", format: "uuid" }),
    "/teas/{number}": reading("number", { type: "integer", minimum: 1 }),
    "/teas/{name}": reading("name", { type: "string", pattern: "^[a-z]+$" }),
  };
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths };
  server = await openMockServer(document, { servers: [], operations: [] });
  const get = async (text: string): Promise<unknown> => {
    const answer = await fetch(`${server?.url}/teas/${text}`);
    return answer.ok ? answer.json() : answer.status;
  };
  expect(await get("6f3f2c1e-8d2b-4c53-9a55-0d9a6f3f2c1e")).toBe("by id");
  expect(await get("12")).toBe("by number");
  expect(await get("oolong")).toBe("by name");
  expect(await get("OOLONG")).toBe("by label");
  expect(await get("O".repeat(41))).toBe(422);
});

/** An operation that says which one it is, and takes a form that has to have something. */
const taking = (says: string, required: string, servers?: JsonObject[]): JsonObject => ({
  post: {
    ...(servers !== undefined && { servers }),
    requestBody: {
      required: true,
      content: {
        "application/x-www-form-urlencoded": {
          schema: { type: "object", required: [required], properties: { [required]: { type: "string" } } },
        },
      },
    },
    responses: { 200: { description: "Done.", content: { "application/json": { example: says } } } },
  },
});

async function serve(paths: JsonObject): Promise<(path: string, form: string) => Promise<unknown>> {
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths };
  const { api } = buildModel(asDocument(document));
  if (api === undefined) throw new Error("no API");
  const running = await openMockServer(document, api);
  server = running;
  return async (path, form) => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const answer = await fetch(new URL(path, running.url), { method: "POST", headers, body: form });
    return answer.ok ? answer.json() : answer.status;
  };
}

it("tells operations whose paths differ in a fragment apart by the first that the whole request fits", async () => {
  const post = await serve({ "/token": taking("new", "code"), "/token#refresh": taking("anew", "refresh_token") });
  expect(await post("/token", "code=1")).toBe("new");
  expect(await post("/token", "refresh_token=1")).toBe("anew");
  expect(await post("/token", "code=1&refresh_token=1")).toBe("new");
  expect(await post("/token", "other=1")).toBe(422);
});

it("tells operations whose paths differ in a query apart by it", async () => {
  const post = await serve({ "/teas": taking("brewed", "name"), "/teas?cold=true": taking("cooled", "name") });
  expect(await post("/teas", "name=a")).toBe("brewed");
  expect(await post("/teas?cold=true", "name=a")).toBe("cooled");
});

it("tells operations apart by their servers where their paths are the same but for names", async () => {
  const at = (url: string): JsonObject[] => [{ url }];
  const post = await serve({
    "/x/{id}": taking("one", "a", at("https://tea.example.com/one")),
    "/x/{name}": taking("two", "b", at("https://tea.example.com/two")),
  });
  expect(await post("/one/x/1", "a=1")).toBe("one");
  expect(await post("/two/x/1", "b=1")).toBe("two");
  expect(await post("/two/x/1", "a=1")).toBe(422);
});

const literal: JsonObject = {
  "/teas/key={key}": reading("key", { type: "string" }),
  "/teas/{id}": reading("id", { type: "string" }),
};

it.each([
  ["comes first", literal],
  ["comes last", Object.fromEntries(Object.entries(literal).reverse())],
])("takes the more literal one of two paths that a request fits where it %s", async (_place, paths) => {
  const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths };
  const { api } = buildModel(asDocument(document));
  if (api === undefined) throw new Error("no API");
  server = await openMockServer(document, api);
  const get = async (path: string): Promise<unknown> => (await fetch(`${server?.url}/teas/${path}`)).json();
  expect(await get("key=oolong")).toBe("by key");
  expect(await get("oolong")).toBe("by id");
});

it("answers by the others where one of them cannot be read", async () => {
  const broken = { in: "path", name: "label", required: true, schema: { $ref: "#/components/schemas/Nowhere" } };
  const paths = {
    "/teas/{label}": { get: { parameters: [broken], responses: { 200: { description: "A tea." } } } },
    "/teas/{number}": reading("number", { type: "integer" }),
  };
  server = await openMockServer(
    { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths },
    { servers: [], operations: [] },
  );
  expect(await (await fetch(`${server.url}/teas/12`)).json()).toBe("by number");
});
