import { describe, expect, it } from "vitest";
import { load } from "../../test/documents.js";
import { buildModel } from "../model/build.js";
import { type Selection, selectOperations } from "./select.js";

const document = `openapi: 3.1.0
info: { title: Tea, version: 1.0.0 }
servers: [{ url: "https://tea.example" }]
tags: [{ name: Teas }, { name: Cups }]
paths:
  /teas:
    get:
      operationId: teas/list
      tags: [Teas]
      responses: { "200": { description: Teas., content: { application/json: { schema: { $ref: "#/components/schemas/tea" } } } } }
    post:
      operationId: teas/add
      tags: [Teas, Cups]
      deprecated: true
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Tea" } } } }
      responses: { "204": { description: Done. } }
  /cups/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: cup
      tags: [Cups]
      parameters: [{ name: colour, in: query, schema: { enum: [red, blue] } }]
      responses:
        "200": { description: A cup., content: { application/json: { schema: { $ref: "#/components/schemas/Vessel" } } } }
        "404": { description: Gone. }
  /cups/{id}/handles:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get:
      operationId: handles
      responses: { "404": { $ref: "#/paths/~1cups~1{id}/get/responses/404" } }
webhooks:
  poured: { post: { operationId: onPoured, tags: [Teas], responses: { "204": { description: Seen. } } } }
security: [{ key: [] }]
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
  schemas:
    tea: { type: object, properties: { kind: { type: string, enum: [green, black] } } }
    Tea: { type: object, properties: { kind: { $ref: "#/components/schemas/Kind" } } }
    Kind: { type: string, enum: [green, black] }
    Vessel: { type: object, required: [type], properties: { type: { type: string } }, discriminator: { propertyName: type } }
    Cup: { allOf: [{ $ref: "#/components/schemas/Vessel" }, { $ref: "#/components/schemas/Glaze" }] }
    Glaze: { type: object, nullable: true }
    Spoon: { type: object, nullable: true }
`;

async function select(selection: Selection) {
  const { document: whole, diagnostics: read } = await load({ "openapi.yaml": document });
  if (whole === undefined) throw new Error("the document of the test cannot be read");
  const built = buildModel(whole);
  const all = { ...built, diagnostics: [...read, ...built.diagnostics] };
  const { api, document: part, diagnostics } = selectOperations(whole, all, selection);
  const components = part.json.components as Readonly<Partial<Record<string, object>>> | undefined;
  return {
    whole: built.api,
    api,
    names: api?.operations.map(({ name }) => name),
    schemas: Object.keys(components?.schemas ?? {}),
    schemes: Object.keys(components?.securitySchemes ?? {}),
    responses: Object.keys(components?.responses ?? {}),
    paths: Object.keys(part.json.paths ?? {}),
    webhooks: Object.keys(part.json.webhooks ?? {}),
    codes: diagnostics.map(({ code, pointer }) => `${code} ${pointer ?? ""}`),
  };
}

describe("a selection", () => {
  it.each([
    [{}, ["teasList", "teasAdd", "cup", "handles"]],
    [{ only: ["tag:Teas"] }, ["teasList", "teasAdd"]],
    [{ only: ["tag:*s"] }, ["teasList", "teasAdd", "cup"]],
    [{ only: ["tag:Cups"], without: ["deprecated"] }, ["cup"]],
    [{ only: ["deprecated"] }, ["teasAdd"]],
    [{ only: ["path:/cups/*"] }, ["cup"]],
    [{ only: ["path:/cups/**"] }, ["cup", "handles"]],
    [{ only: ["path:/cups/{id}"] }, ["cup"]],
    [{ only: ["operation:teas/*"] }, ["teasList", "teasAdd"]],
    [{ only: ["operation:cup", "operation:handles"] }, ["cup", "handles"]],
    [{ without: ["operation:teas*"] }, ["cup", "handles"]],
  ])("of %o has %o, by the names of the whole", async (selection, names) => {
    expect((await select(selection)).names).toEqual(names);
  });

  it("leaves out the schemas that nothing leads to any more, and keeps the names of the others", async () => {
    const { api, whole, schemas, schemes } = await select({ only: ["operation:teas/add"] });
    // They are named without a reference.
    expect(schemes).toEqual(["key"]);
    expect(schemas).toEqual(["Tea", "Kind"]);
    expect(api?.schemaTypes).toEqual(whole?.schemaTypes.filter(({ component }) => schemas.includes(component)));
    expect(api?.schemaTypes.map(({ name }) => name)).toContain("Tea");
    expect(api?.enumerations.map(({ name }) => name)).toEqual(["Kind"]);
  });

  it("keeps the schemas that extend one with a discriminator, and what they lead to", async () => {
    const { schemas, api } = await select({ only: ["path:/cups/{id}"] });
    expect(schemas).toEqual(["Vessel", "Cup", "Glaze"]);
    expect(api?.enumerations.map(({ name }) => name)).toEqual(["CupColour"]);
  });

  it("keeps what the API sends because of what is left, by the names of the whole", async () => {
    const callbacks = 'callbacks: { done: { $ref: "#/components/callbacks/Done" } }';
    const noted = 'responses: { "204": { description: Noted. } }';
    const { document: whole } = await load(`openapi: 3.1.0
info: { title: Tea, version: 1.0.0 }
paths:
  /a: { get: { operationId: a, tags: [A], ${noted}, ${callbacks} } }
  /b: { get: { operationId: b, tags: [B], ${noted}, ${callbacks} } }
  /c: { get: { operationId: c, tags: [C], ${noted} } }
webhooks:
  tea.poured: { post: { tags: [B], ${noted} } }
  tea.spilt: { post: { ${noted} } }
components: { callbacks: { Done: { "{$url}": { post: { ${noted} } } } } }
`);
    if (whole === undefined) throw new Error("the document of the test cannot be read");
    const namesOf = (selection: Selection): readonly string[] | undefined =>
      selectOperations(whole, buildModel(whole), selection).api?.received.map(({ name }) => name);
    expect(namesOf({})).toEqual(["teaPoured", "teaSpilt", "done"]);
    expect(namesOf({ only: ["tag:B"] })).toEqual(["teaPoured", "done"]);
    expect(namesOf({ only: ["tag:C"] })).toEqual([]);
    expect(namesOf({ only: ["operation:c", "operation:teaSpilt"] })).toEqual(["teaSpilt"]);
  });

  it("leaves out paths, webhooks, groups and components of which nothing is left", async () => {
    const { paths, webhooks, responses, api } = await select({ only: ["tag:Cups"] });
    expect({ paths, webhooks, responses }).toEqual({
      paths: ["/teas", "/cups/{id}"],
      webhooks: [],
      responses: ["cup_404"],
    });
    // The operation is declared by the module of its first tag, which has to be there.
    expect(api?.groups.map(({ title, own }) => [title, own.length])).toEqual([
      ["Teas", 1],
      ["Cups", 1],
    ]);
  });

  it("keeps what is written in an operation that is left out, and another one refers to", async () => {
    const { paths, responses, api } = await select({ only: ["operation:handles"] });
    expect([paths, responses]).toEqual([["/cups/{id}/handles"], ["cup_404"]]);
    expect(api?.operations[0]?.responses).toMatchObject([{ status: "404", description: "Gone." }]);
  });

  it("tells nothing of what is left out", async () => {
    const told = (await select({})).codes;
    expect(told.some((one) => one.includes("/components/schemas/Spoon"))).toBe(true);
    expect((await select({ only: ["tag:Teas"] })).codes).toEqual(
      told.filter((one) => !/Spoon|Vessel|Glaze|cups/.test(one)),
    );
  });

  it("tells selectors that are wrong, and those that select nothing", async () => {
    expect((await select({ only: ["Teas", "tag:", "colour:red"] })).codes.slice(-3)).toEqual(
      Array(3).fill("selector-invalid "),
    );
    expect((await select({ only: ["tag:Teas"], without: ["tag:Cup"] })).codes).toContain("selector-unmatched ");
    const { api, codes } = await select({ without: ["path:/**", "tag:Teas"] });
    expect([api, codes.at(-1)]).toEqual([undefined, "selection-empty "]);
  });

  it("ends for patterns that run away elsewhere", async () => {
    const began = Date.now();
    const pattern = `tag:${"*a".repeat(500)}b`;
    expect((await select({ only: [pattern] })).codes).toContain("selector-unmatched ");
    expect(Date.now() - began).toBeLessThan(5000);
  });
});
