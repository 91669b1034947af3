import { describe, expect, test } from "vitest";
import { load } from "../../../test/documents.js";
import type { Json } from "../document.js";
import { valueAt } from "../pointer.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';

const document = `${head}paths:
  /users/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string, minLength: 1 } }]
    get:
      operationId: getUser
      parameters: [{ name: page, in: query, schema: { type: integer, minimum: 2 } }]
      responses:
        "200":
          description: Good.
          headers: { X-Total: { schema: { type: integer, minimum: 3 } } }
          content:
            application/json:
              schema: { type: object, properties: { name: { type: string, minLength: 4 }, "a/b~c%d": { minLength: 5 } } }
          links: { self: { operationId: getUser } }
    post:
      operationId: watchUser
      requestBody: { content: { application/json: { schema: { oneOf: [{ minLength: 6 }, { minLength: 7 }] } } } }
      responses: { default: { description: Any. } }
      callbacks:
        onChange:
          "{$request.body#/url}":
            post: { requestBody: { content: { "text/plain": { schema: { minLength: 8 } } } }, responses: {} }
components:
  responses:
    Failure: { description: Bad., content: { application/json: { schema: { anyOf: [{ minLength: 9 }] } } } }
  schemas:
    Many: { type: array, items: { minLength: 10 }, prefixItems: [{ minLength: 11 }] }
    Map: { additionalProperties: { minLength: 12 }, $defs: { Inner: { minLength: 13 } }, definitions: { Old: { minLength: 14 } } }
    Named: { properties: { deep: { $anchor: deep, minLength: 15 } } }
    Target: { $ref: "REF" }
x-shared: { "": { minLength: 16 }, "7": { minLength: 17 }, list: [{ minLength: 18 }] }
`;

/** What `Target` stands for in the end, with the codes of what was found. */
async function follow(ref: string, files: Readonly<Record<string, string>> = {}): Promise<Json | undefined> {
  const { document: loaded, diagnostics } = await load({ ...files, "openapi.yaml": document.replace("REF", ref) });
  expect(diagnostics.filter(({ code }) => code !== "reference-inexact")).toEqual([]);
  let value: Json | undefined = { $ref: "#/components/schemas/Target" };
  for (let step = 0; step < 5 && value !== null && typeof value === "object" && "$ref" in value; step++)
    value = valueAt(loaded?.json ?? null, String(value.$ref).slice(1).replaceAll("%25", "%"));
  return value;
}

test.each([
  ["#/paths/~1users~1{id}/parameters/0/schema", 1],
  ["#/paths/~1users~1%7Bid%7D/parameters/0/schema", 1],
  ["#/paths/%7E1users%7E1%7Bid%7D/parameters/0/schema", 1],
  ["#%2Fpaths%2F~1users~1%7Bid%7D%2Fparameters%2F0%2Fschema", 1],
  ["#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/properties/name", 4],
  ["#/paths/~1users~1{id}/get/responses/200/content/application~1json/schema/properties/a~1b~0c%25d", 5],
  ["#/paths/~1users~1{id}/post/requestBody/content/application~1json/schema/oneOf/1", 7],
  [
    "#/paths/~1users~1{id}/post/callbacks/onChange/{$request.body%23~1url}/post/requestBody/content/text~1plain/schema",
    8,
  ],
  ["#/components/responses/Failure/content/application~1json/schema/anyOf/0", 9],
  ["#/components/schemas/Many/items", 10],
  ["#/components/schemas/Many/prefixItems/0", 11],
  ["#/components/schemas/Map/additionalProperties", 12],
  ["#/components/schemas/Map/$defs/Inner", 13],
  ["#/components/schemas/Map/definitions/Old", 14],
  ["#deep", 15],
  ["openapi.yaml#deep", 15],
  ["#/x-shared/", 16],
  ["#/x-shared/7", 17],
  ["#/x-shared/list/0", 18],
])("a reference leads to %s", async (ref, minLength) => {
  expect(await follow(ref)).toMatchObject({ minLength });
});

test.each([
  ["#/paths/~1users~1{id}/get/parameters/0/schema", { minimum: 2 }],
  ["#/paths/~1users~1{id}/get/responses/200/headers/X-Total/schema", { minimum: 3 }],
])("a reference leads to %s, a number", async (ref, schema) => {
  expect(await follow(ref)).toMatchObject(schema);
});

test.each([
  ["models.yaml#/definitions/a~1b", "definitions: { a/b: { minLength: 20 } }"],
  ["models.yaml#user", "User: { $anchor: user, minLength: 20 }"],
  ["models.yaml#/list/1", "list: [{}, { minLength: 20 }]"],
  ["./models.yaml#/User/allOf/0", "User: { allOf: [{ minLength: 20 }] }"],
])("a reference leads to %s of another file", async (ref, text) => {
  expect(await follow(ref, { "models.yaml": text })).toMatchObject({ minLength: 20 });
});

/** The schemas in the end, and the findings. */
async function read(schemas: string): Promise<{ schemas: Json | undefined; found: string[] }> {
  const { document: loaded, diagnostics } = await load(`${head}paths: {}\ncomponents:\n  schemas:\n${schemas}`);
  const components = loaded?.json.components as { schemas: Json } | undefined;
  return { schemas: components?.schemas, found: diagnostics.map(({ severity, code }) => `${severity} ${code}`) };
}

const inexact = ["warning reference-inexact"];

describe("what is referred to", () => {
  test("stands in one place, and is a component of its own everywhere", async () => {
    const { schemas } = await read(`    A: { type: object, properties: { b: { type: string } } }
    C: { $ref: "#/components/schemas/A/properties/b", description: Of C. }
`);
    expect(schemas).toEqual({
      A: { type: "object", properties: { b: { $ref: "#/components/schemas/A_b" } } },
      C: { $ref: "#/components/schemas/A_b", description: "Of C." },
      A_b: { type: "string" },
    });
  });

  test("may be behind another reference, which JSON pointers do not follow", async () => {
    const { schemas, found } = await read(`    A: { properties: { b: { type: string } } }
    B: { $ref: "#/components/schemas/A" }
    C: { items: { $ref: "#/components/schemas/B/properties/b" } }
`);
    expect(found).toEqual(inexact);
    expect(schemas).toMatchObject({ C: { items: { $ref: "#/components/schemas/A_b" } }, A_b: { type: "string" } });
  });

  test.each([
    ["without the slash after the #", "#components/schemas/A"],
    ["with an encoding that is none", "#/components/schemas/50%"],
  ])("is found %s", async (_, ref) => {
    const { schemas, found } = await read(
      `    A: { type: string }\n    50%: { type: string }\n    B: { items: { $ref: "${ref}" } }\n`,
    );
    expect(found).toEqual(inexact);
    expect(schemas).not.toHaveProperty("B.items", {});
  });

  test("is looked for in the schema around the reference, where it is not in the document", async () => {
    const { schemas, found } = await read(`    A:
      $defs: { Name: { type: string } }
      properties: { name: { $ref: "#/$defs/Name" }, parent: { $ref: "#" } }
`);
    expect(found).toEqual([...inexact, ...inexact]);
    expect(schemas).toMatchObject({
      A: { properties: { name: { $ref: "#/components/schemas/Name" }, parent: { $ref: "#/components/schemas/A" } } },
      Name: { type: "string" },
    });
  });
});

describe("an $id", () => {
  const bundled = `    A: { type: object, properties: { b: { $ref: "https://example.com/b" }, c: { $ref: "https://example.com/dir/c#named" } } }
    B: { $id: "https://example.com/b", type: string }
    C: { $id: "https://example.com/dir/c", properties: { d: { $anchor: named, type: integer }, e: { $ref: "#/properties/d" }, f: { $ref: "../b" } } }
`;

  test("names a schema, and is what references in it start from", async () => {
    const { schemas, found } = await read(bundled);
    expect(found).toEqual([]);
    expect(schemas).toMatchObject({
      A: { properties: { b: { $ref: "#/components/schemas/B" }, c: { $ref: "#/components/schemas/C_d" } } },
      C: { properties: { e: { $ref: "#/components/schemas/C_d" }, f: { $ref: "#/components/schemas/B" } } },
    });
  });

  test("is nowhere in what is made of the document, where it would mean something else", async () => {
    expect(JSON.stringify((await read(bundled)).schemas)).not.toMatch(/\$id|\$anchor/);
  });

  test("does not keep a reference from leading to a component, with a warning", async () => {
    const { schemas, found } =
      await read(`    A: { $id: "https://example.com/a", items: { $ref: "#/components/schemas/B" } }
    B: { type: string }
`);
    expect(found).toEqual(inexact);
    expect(schemas).toMatchObject({ A: { items: { $ref: "#/components/schemas/B" } } });
  });

  test("does not keep a reference from leading to a file beside, with a warning where that has no such $id", async () => {
    const schema = (own: string): string => `${own}properties: { b: { $ref: b.yaml } }\n`;
    const files = {
      "openapi.yaml": `${head}paths: {}\ncomponents: { schemas: { A: { $ref: a.yaml } } }\n`,
      "a.yaml": schema('$id: "https://example.com/a.yaml"\n'),
    };
    const one = await load({ ...files, "b.yaml": "type: string" });
    expect(one.diagnostics.map(({ code }) => code)).toEqual(["reference-inexact"]);
    const other = await load({ ...files, "b.yaml": '$id: "https://example.com/b.yaml"\ntype: string' });
    expect(other.diagnostics).toEqual([]);
    expect(other.document?.json.components).toMatchObject({ schemas: { b: { type: "string" } } });
  });

  test("is no keyword in OpenAPI 3.0", async () => {
    const text = `openapi: 3.0.3\ninfo: { title: Users, version: 1.0.0 }\npaths: {}
components: { schemas: { A: { $id: "https://example.com/a", items: { $ref: "#/components/schemas/B" } }, B: {} } }\n`;
    expect((await load(text)).diagnostics).toEqual([]);
  });
});

describe("a dynamic reference", () => {
  test("leads to the only place that it can lead to", async () => {
    const { schemas, found } = await read(
      `    Tree: { $dynamicAnchor: node, properties: { children: { items: { $dynamicRef: "#node" } } } }\n`,
    );
    expect(found).toEqual([]);
    expect(schemas).toEqual({ Tree: { properties: { children: { items: { $ref: "#/components/schemas/Tree" } } } } });
  });

  test("to one of several places may be any of them", async () => {
    const { schemas, found } =
      await read(`    Page: { $id: page, $defs: { item: { $dynamicAnchor: item } }, items: { $dynamicRef: "#item" } }
    Names: { $id: names, $defs: { item: { $dynamicAnchor: item, type: string } }, $ref: page }
`);
    expect(found).toEqual(inexact);
    expect(schemas).toMatchObject({
      Page: { items: { anyOf: [{ $ref: expect.any(String) }, { $ref: expect.any(String) }] } },
    });
  });

  test("$recursiveRef is the nearest schema that is marked, else the outermost one", async () => {
    const { schemas, found } = await read(
      `    A: { properties: { b: { $recursiveAnchor: true, items: { $recursiveRef: "#" } }, c: { $recursiveRef: "#" } } }\n`,
    );
    expect(found).toEqual([...inexact, ...inexact]);
    expect(schemas).toMatchObject({
      A: { properties: { b: { $ref: "#/components/schemas/A_b" }, c: { $ref: "#/components/schemas/A" } } },
      A_b: { items: { $ref: "#/components/schemas/A_b" } },
    });
  });
});

test("sections and entries of components may be written in other files", async () => {
  const { document: loaded, diagnostics } = await load({
    "openapi.yaml": `${head}paths: {}\ncomponents:\n  schemas: { $ref: schemas.yaml }\n`,
    "schemas.yaml": `User: { $ref: user.yaml }\nTeam: { items: { $ref: "openapi.yaml#/components/schemas/User" }, not: { $ref: "#/User" } }\n`,
    "user.yaml": "type: object",
  });
  expect(diagnostics).toEqual([]);
  expect(loaded?.json.components).toEqual({
    schemas: {
      User: { type: "object" },
      Team: { items: { $ref: "#/components/schemas/User" }, not: { $ref: "#/components/schemas/User" } },
    },
  });
});
