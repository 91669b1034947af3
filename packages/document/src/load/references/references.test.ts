import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build, diagnose, find, load, writeFiles } from "../../../test/documents.js";
import { loadDocument } from "../load.js";

const head = 'openapi: "3.1.0"\ninfo: { title: Users, version: 1.0.0 }\n';

/** One operation whose answer is a reference. */
const withAnswer = (ref: string): string => `${head}paths:
  /users:
    get:
      operationId: listUsers
      responses:
        "200": { description: All users., content: { application/json: { schema: { $ref: "${ref}" } } } }
`;

describe("a reference to another file", () => {
  test("becomes a reference to a component that is named for the file", async () => {
    const { document, diagnostics } = await load({
      "openapi.yaml": withAnswer("./schemas/user.yaml"),
      "schemas/user.yaml": "type: object\nproperties: { name: { type: string } }\n",
    });
    expect(diagnostics).toEqual([]);
    expect(document?.json.components).toEqual({
      schemas: { user: { type: "object", properties: { name: { type: "string" } } } },
    });
    expect(JSON.stringify(document?.json.paths)).toContain('"$ref":"#/components/schemas/user"');
  });

  test("is named for the entry in the file that it leads to", async () => {
    const api = await build({
      "openapi.yaml": withAnswer("models.json#/Person"),
      "models.json": '{ "Person": { "type": "object" }, "Robot": { "type": "object" } }',
    });
    expect(api.schemaNames).toEqual(["Person"]);
  });

  test("may lead in circles through files", async () => {
    const { document, diagnostics } = await load({
      "openapi.yaml": withAnswer("user.yaml"),
      "user.yaml": "type: object\nproperties: { group: { $ref: group.yaml } }\n",
      "group.yaml":
        "type: object\nproperties: { members: { type: array, items: { $ref: user.yaml } }, parent: { $ref: '#' } }\n",
    });
    expect(diagnostics).toEqual([]);
    expect(document?.json.components).toEqual({
      schemas: {
        user: { type: "object", properties: { group: { $ref: "#/components/schemas/group" } } },
        group: {
          type: "object",
          properties: {
            members: { type: "array", items: { $ref: "#/components/schemas/user" } },
            parent: { $ref: "#/components/schemas/group" },
          },
        },
      },
    });
  });

  test("may lead back into the document", async () => {
    const { document } = await load({
      "openapi.yaml": `${withAnswer("user.yaml")}components: { schemas: { Group: { type: object } } }\n`,
      "user.yaml": "type: object\nproperties: { group: { $ref: 'openapi.yaml#/components/schemas/Group' } }\n",
    });
    expect(document?.json.components).toMatchObject({
      schemas: { Group: { type: "object" }, user: { properties: { group: { $ref: "#/components/schemas/Group" } } } },
    });
  });

  test("gives way to a name that the document has itself", async () => {
    const api = await build({
      "openapi.yaml": `${withAnswer("models/v2.yaml#/User")}components: { schemas: { User: { type: string } } }\n`,
      "models/v2.yaml": "User: { type: object }\n",
    });
    expect(api.schemaNames).toEqual(["User", "v2_User"]);
  });

  test("lends the name of a component that is nothing but this reference", async () => {
    const { document } = await load({
      "openapi.yaml": `${withAnswer("user.yaml")}components: { schemas: { Person: { $ref: ./user.yaml } } }\n`,
      "user.yaml": "type: object\n",
    });
    expect(document?.json.components).toEqual({ schemas: { Person: { type: "object" } } });
    expect(JSON.stringify(document?.json.paths)).toContain('"$ref":"#/components/schemas/Person"');
  });

  test("may stand for a path item, an operation or a description, and is replaced by it there", async () => {
    const api = await build({
      "openapi.yaml": `${head}tags: [{ name: Users, description: { $ref: "texts.yaml#/users" } }]\npaths: { /users: { $ref: paths/users.yaml } }\n`,
      "texts.yaml": "users: Everybody.\n",
      "paths/users.yaml": "get: { $ref: list.yaml }\n",
      "paths/list.yaml": "operationId: listUsers\nresponses: { '200': { $ref: '../answers.yaml#/ok' } }\n",
      "answers.yaml": "ok: { description: Good. }\n",
    });
    expect(api.tags).toMatchObject([{ name: "Users", description: "Everybody." }]);
    expect(api.operations).toMatchObject([{ id: "listUsers", responses: [{ status: "200", description: "Good." }] }]);
  });

  test("leaves what looks like a reference in an example alone", async () => {
    const { document, diagnostics } = await load(`${head}components:
  schemas: { Link: { type: object, example: { $ref: nowhere.yaml }, default: { $ref: "#/nowhere" } } }
  examples: { link: { value: { $ref: "https://host.example" } } }
`);
    expect(diagnostics).toEqual([]);
    expect(document?.json.components).toMatchObject({ schemas: { Link: { example: { $ref: "nowhere.yaml" } } } });
  });

  test("keeps the places of what it leads to", async () => {
    const files = {
      "openapi.yaml": `${head}paths: { /users: { $ref: "paths/users.yaml" } }\n`,
      "paths/users.yaml": "\nget:\n  responses:\n    '200': { $ref: ../answers.yaml#/ok }\n",
      "answers.yaml": "ok:\n  description: Good.\n  headers:\n    X-Total: {}\n",
    };
    expect(await find(files)).toEqual([
      "answers.yaml:4:5 parameter-schema-missing /ok/headers/X-Total",
      "paths/users.yaml:2:1 operation-id-missing /get",
    ]);
  });

  test("is checked like the document itself", async () => {
    const files = { "openapi.yaml": withAnswer("user.yaml"), "user.yaml": "type: objct\nproperties: [name]\n" };
    expect(await find(files)).toEqual([
      "user.yaml:1:1 schema-type-unknown /type",
      "user.yaml:2:1 schema-keyword-invalid /properties",
    ]);
  });

  test("reports faults of the other file's text there", async () => {
    const files = { "openapi.yaml": withAnswer("user.yaml"), "user.yaml": "type: *nothing\n" };
    const found = await diagnose(files);
    expect(found.map(({ code, severity, file }) => [code, severity, file])).toEqual([
      ["reference-unresolved", "omission", "openapi.yaml"],
      ["yaml-syntax", "omission", "user.yaml"],
    ]);
  });

  test("gives the same document wherever the files are", async () => {
    const files = { "openapi.yaml": withAnswer("a/user.yaml#/User"), "a/user.yaml": "User: { type: object }\n" };
    const [one, two] = [await load(files), await load(files)];
    expect(one.document?.json).toEqual(two.document?.json);
  });
});

describe("a reference inside the document", () => {
  test("that leads to no component makes one of its target", async () => {
    const { document } = await load(`${head}components:
  schemas:
    User: { type: object, properties: { address: { type: object } } }
    Firm: { type: object, properties: { seat: { $ref: "#/components/schemas/User/properties/address" } } }
`);
    expect(document?.json.components).toMatchObject({
      schemas: {
        Firm: { properties: { seat: { $ref: "#/components/schemas/User_address" } } },
        User_address: { type: "object" },
      },
    });
  });

  test("may have percent-encoded characters, slashes and tildes in its keys", async () => {
    const api = await build(
      `${withAnswer("#/components/schemas/a~1b~0c%20d")}components: { schemas: { "a/b~c d": { type: object } } }`,
    );
    expect(api.operations[0]?.responses[0]?.content[0]?.schema?.component).toBe("a/b~c d");
  });

  test("may name a schema in a discriminator's mapping, by its name or by a pointer", async () => {
    const schemas = (mapping: string): string => `${head}components:
  schemas:
    Dog: { type: object }
    Pet: { oneOf: [{ $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: kind, mapping: { dog: "${mapping}" } } }
`;
    expect(await find(schemas("Dog"))).toEqual([]);
    expect(await find(schemas("#/components/schemas/Dog"))).toEqual([]);
    expect(await find(schemas("Cat"))).toEqual([
      "openapi.yaml:6:107 reference-unresolved /components/schemas/Pet/discriminator/mapping/dog",
    ]);
  });

  test("that leads to nothing is reported where it stands, with the name that was probably meant", async () => {
    const [diagnostic] = await diagnose(
      `${withAnswer("#/components/schemas/Usr")}components: { schemas: { User: {} } }`,
    );
    expect(diagnostic).toMatchObject({
      code: "reference-unresolved",
      message: 'The reference "#/components/schemas/Usr" leads to nothing; nothing is known of the values.',
      fix: 'Write "User" if that was meant, or add "Usr".',
      position: { line: 8, column: 84 },
      pointer: "/paths/~1users/get/responses/200/content/application~1json/schema/$ref",
    });
  });
});

describe("what is outside the folder of the document", () => {
  test.each(["../secret.yaml", "/etc/passwd", "a/../../secret.yaml", "%2e%2e/secret.yaml", "../docs-2/secret.yaml"])(
    "is not read: %s",
    async (ref) => {
      const folder = await writeFiles({
        "docs/openapi.yaml": withAnswer(ref),
        "secret.yaml": "type: object",
        "docs-2/secret.yaml": "type: object",
      });
      const { document, diagnostics, sources } = await loadDocument(join(folder, "docs/openapi.yaml"));
      expect(JSON.stringify(document?.json)).not.toContain("object");
      expect(diagnostics.map(({ code }) => code)).toEqual(["reference-outside"]);
      expect(sources.size).toBe(1);
    },
  );

  test("is not read through a symbolic link", async () => {
    const folder = await writeFiles({ "docs/openapi.yaml": withAnswer("user.yaml"), "secret.yaml": "type: object" });
    await symlink(join(folder, "secret.yaml"), join(folder, "docs/user.yaml"));
    const { diagnostics } = await loadDocument(join(folder, "docs/openapi.yaml"));
    expect(diagnostics.map(({ code }) => code)).toEqual(["reference-outside"]);
  });

  test("is read where the caller allows it by name", async () => {
    const folder = await writeFiles({
      "docs/openapi.yaml": withAnswer("../shared/user.yaml"),
      "shared/user.yaml": "type: object\nproperties: { group: { $ref: group.yaml } }",
      "shared/group.yaml": "type: object",
    });
    const file = join(folder, "docs/openapi.yaml");
    expect((await loadDocument(file, { allowFiles: [join(folder, "shared")] })).diagnostics).toEqual([]);
    const one = await loadDocument(file, { allowFiles: [join(folder, "shared/user.yaml")] });
    expect(one.diagnostics.map(({ code }) => code)).toEqual(["reference-outside"]);
  });

  test.each([
    "https://host.example/user.yaml",
    "http://127.0.0.1:9/user.yaml#/User",
    "//host.example/user.yaml",
    "file:///etc/passwd",
  ])("is not fetched: %s", async (ref) => {
    expect(await find(withAnswer(ref))).toEqual([expect.stringContaining("8:84 reference-network ")]);
  });
});

test.each(["missing.yaml", "folder", "%ff.yaml", "a%00b.yaml", "#name", "user.yaml#name", "#/%zz"])(
  "the reference %s leads to nothing",
  async (ref) => {
    const files = { "openapi.yaml": withAnswer(ref), "user.yaml": "type: object", "folder/user.yaml": "type: object" };
    expect(await find(files)).toEqual([expect.stringMatching(/:8:84 reference-unresolved /)]);
  },
);

test("a file that is missing is named, as what is generated depends on it", async () => {
  const { missing } = await load({ "openapi.yaml": withAnswer("models/user.yaml") });
  expect(missing).toEqual(["models/user.yaml"]);
});
