import { buildModel, type Document, type JsonObject } from "@facsimile/document";
import { openMockServer } from "@facsimile/mock";
import { createValidator } from "@facsimile/samples";
import { describe, expect, it } from "vitest";
import { type PreflightFinding, preflight } from "./preflight.js";

/** A document with one operation that takes and answers a body of that schema. */
function documentWith(version: string, schema: JsonObject, example?: JsonObject): Document {
  const content = {
    "application/json": { schema: { $ref: "#/components/schemas/Tea" }, ...(example === undefined ? {} : { example }) },
  };
  const json: JsonObject = {
    openapi: version,
    info: { title: "Tea", version: "1" },
    paths: {
      "/teas": {
        put: {
          operationId: "putTea",
          requestBody: { content },
          responses: { 204: { description: "Kept." } },
        },
      },
    },
    components: { schemas: { Tea: schema } },
  };
  const locate = (pointer: string): ReturnType<Document["locate"]> => ({
    file: "tea.yaml",
    line: 1,
    column: 1,
    pointer,
  });
  return { file: "tea.yaml", dialect: version.startsWith("3.0") ? "3.0" : "3.1", json, omissions: [], locate };
}

async function check(document: Document): Promise<readonly PreflightFinding[]> {
  const { api, diagnostics } = buildModel(document);
  if (api === undefined) throw new Error(JSON.stringify(diagnostics));
  const validator = createValidator(document, api);
  return preflight({
    document,
    mockDocument: document.json,
    api,
    operations: api.operations,
    components: api.schemaNames,
    validator,
  });
}

const text = (extra: JsonObject): JsonObject => ({
  type: "object",
  properties: { name: { type: "string", ...extra } },
});

describe("preflight", () => {
  it("finds nothing in a document whose schemas compile and whose examples fit", async () => {
    expect(await check(documentWith("3.1.0", text({ pattern: "^[a-z]+$" }), { name: "oolong" }))).toEqual([]);
    expect(await check(documentWith("3.0.3", text({ nullable: true })))).toEqual([]);
  });

  it("takes a parameter that a path needs and nobody declares for a text", async () => {
    const document = documentWith("3.1.0", text({}));
    const get = { operationId: "getTea", responses: { 204: { description: "Kept." } } };
    expect(await check({ ...document, json: { ...document.json, paths: { "/teas/{name}": { get } } } })).toEqual([]);
  });

  it("looks at parameters whose styles Prism reads only where there is a value", async () => {
    const parameter = (name: string, schema: JsonObject): JsonObject => ({ name, in: "path", required: true, schema });
    const withParameters = (extra: JsonObject): Document => {
      const document = documentWith("3.1.0", text({}));
      const parameters = [parameter("list", { type: "array" }), parameter("map", { type: "object", ...extra })];
      const get = { operationId: "getTea", parameters, responses: { 204: { description: "Kept." } } };
      return { ...document, json: { ...document.json, paths: { "/teas/{list}/{map}": { get } } } };
    };
    expect(await check(withParameters({}))).toEqual([]);
    expect(await check(withParameters({ properties: { name: { pattern: "(?x)oolong" } } }))).not.toEqual([]);
  });

  it("holds the examples of webhooks against their schemas, in the direction in which they travel", async () => {
    const tea = (required: string): JsonObject => ({
      type: "object",
      required: [required],
      properties: { id: { type: "integer", readOnly: true }, note: { type: "string", writeOnly: true } },
      additionalProperties: false,
    });
    const contentOf = (required: string, example: JsonObject): JsonObject => ({
      "application/json": { schema: tea(required), example },
    });
    const webhook = (event: JsonObject, answer: JsonObject): JsonObject => ({
      post: {
        requestBody: { content: contentOf("id", event) },
        responses: { 200: { description: "Noted.", content: contentOf("note", answer) } },
      },
    });
    const document = documentWith("3.1.0", text({}));
    const webhooks = { fine: webhook({ id: 1 }, { note: "a" }), faulty: webhook({ note: "a" }, { id: 1 }) };
    const found = await check({ ...document, json: { ...document.json, webhooks } });
    expect(found.map(({ pointer, whose }) => `${whose} ${pointer}`)).toEqual(
      ["requestBody", "responses/200"].map(
        (place) => `document /webhooks/faulty/post/${place}/content/application~1json`,
      ),
    );
  });

  const triggers: [string, string, JsonObject][] = [
    ["an inline flag in a pattern", "3.1.0", text({ pattern: "(?x)oolong" })],
    ["an unknown type", "3.0.3", { type: "object", properties: { leaf: { type: "file" } } }],
  ];

  it.each(triggers)(
    "names the schema that would switch Prism's validation off: %s",
    async (_trigger, version, schema) => {
      const found = await check(documentWith(version, schema));
      const silent = found.filter(({ message }) => message.startsWith("Prism would accept any value"));
      expect(silent.map(({ pointer }) => pointer)).toEqual([
        "/paths/~1teas/put/requestBody/content/application~1json/schema",
      ]);
    },
  );

  it("takes a pattern as engines without the flag `u` do: with useless escapes, and sets at the ends of a range", async () => {
    const pattern = "^[\\w-.]+\\!\\-b$";
    expect(await check(documentWith("3.1.0", text({ pattern }), { name: "a.b!-b" }))).toEqual([]);
    expect(await check(documentWith("3.1.0", text({ pattern }), { name: "a.b" }))).not.toEqual([]);
  });

  it("names each schema that leads to one that does not compile, also where these lead to one another", async () => {
    const document = documentWith("3.1.0", text({}));
    const leaf = { type: "object", properties: { tea: { $ref: "#/components/schemas/Tea" } } };
    const tea = {
      properties: { leaf: { $ref: "#/components/schemas/Leaf" }, wrong: { type: "file" } },
    };
    const put = (schema: JsonObject): JsonObject => ({
      requestBody: { content: { "application/json": { schema } } },
      responses: { 204: { description: "Kept." } },
    });
    const paths = {
      "/teas": { put: put({ $ref: "#/components/schemas/Tea" }) },
      "/leaves": { put: put({ $ref: "#/components/schemas/Leaf" }) },
    };
    const found = await check({
      ...document,
      json: { ...document.json, paths, components: { schemas: { Tea: tea, Leaf: leaf } } },
    });
    const blind = found.filter(({ whose }) => whose === "prism").map(({ pointer }) => pointer);
    expect(blind).toEqual(
      ["~1teas", "~1leaves"].map((path) => `/paths/${path}/put/requestBody/content/application~1json/schema`),
    );
  });

  const harmless: [string, string, JsonObject][] = [
    ["an empty required", "3.0.3", { ...text({}), required: [] }],
    ["a duplicate in required", "3.1.0", { ...text({}), required: ["name", "name"] }],
    ["nullable without a type", "3.0.3", { type: "object", properties: { name: { nullable: true, enum: ["a"] } } }],
    ["an enumeration that lists null", "3.0.3", text({ nullable: true, enum: ["a", null] })],
    [
      "a recursive schema with a boolean exclusiveMinimum",
      "3.0.3",
      {
        type: "object",
        properties: {
          name: { type: "string" },
          grams: { type: "number", minimum: 0, exclusiveMinimum: true },
          next: { $ref: "#/components/schemas/Tea" },
        },
      },
    ],
  ];

  it.each(harmless)(
    "finds nothing where Prism refuses invalid bodies all the same: %s",
    async (_what, version, schema) => {
      const document = documentWith(version, schema);
      expect(await check(document)).toEqual([]);
      const server = await openMockServer(document.json, { servers: [], operations: [] });
      const headers = { "Content-Type": "application/json" };
      const answer = await fetch(`${server.url}/teas`, { method: "PUT", headers, body: '{"name":1}' });
      await server.close();
      expect(answer.status).toBe(422);
    },
  );

  it("names an example that does not fit", async () => {
    const found = await check(documentWith("3.1.0", text({ maxLength: 3 }), { name: "oolong" }));
    expect(found).toEqual([
      expect.objectContaining({
        pointer: "/paths/~1teas/put/requestBody/content/application~1json",
        message: "The example does not fit its schema at /name: must NOT have more than 3 characters",
      }),
    ]);
  });

  it("says of an example that is a reference that it is one, and not what it lacks", async () => {
    const schema = { ...text({}), required: ["name"] };
    const { json, ...document } = documentWith("3.1.0", schema, { $ref: "#/components/examples/oolong" });
    const examples = { oolong: { value: { name: "oolong" } } };
    const components = { schemas: { Tea: schema }, examples };
    const found = await check({ ...document, json: { ...json, components } });
    expect(found.map(({ message }) => message)).toEqual(["The example is a $ref, where a reference is text"]);
  });

  it("takes a $ref in the example of an answer for a property where the schema has one of that name, and nowhere else", async () => {
    const answering = (properties: JsonObject): Document => {
      const document = documentWith("3.1.0", text({}));
      const member = { type: "object", properties: { value: { type: "string" }, ...properties } };
      const example = { members: [{ value: "1", $ref: "https://example.com/Users/1" }] };
      const schema = { type: "object", properties: { members: { type: "array", items: member } } };
      const responses = { 200: { description: "One.", content: { "application/scim+json": { schema, example } } } };
      const paths = { "/groups": { get: { operationId: "getGroup", responses } } };
      return { ...document, json: { ...document.json, paths } };
    };
    expect(await check(answering({ $ref: { type: "string", format: "uri" } }))).toEqual([]);
    expect((await check(answering({}))).map(({ message }) => message)).toEqual([
      "The example has a $ref in its value, where a reference is text",
    ]);
  });
});
