import { describe, expect, it } from "vitest";
import { each } from "./cases.js";
import { type Content, compare, findingsOf, object, operation, pet, ref, shop, text, whole } from "./editions.js";

each("nothing is found", [
  { name: "for the same document", old: shop(pet), new: shop(pet), forth: [], back: [] },
  {
    name: "for another order, other words and bounds",
    old: shop(pet),
    new: shop({
      required: ["name"],
      properties: { tag: { ...text, maxLength: 5 }, name: { ...text, description: "x" } },
      type: "object",
    }),
    forth: [],
    back: [],
  },
  {
    name: "for a type that leads back to itself",
    old: shop(object({ parent: ref("Pet"), children: { type: "array", items: ref("Pet") } })),
    new: shop(object({ children: { type: "array", items: ref("Pet") }, parent: ref("Pet"), age: whole })),
    forth: [],
    back: ["breaking result-removed: Pet.age is gone"],
  },
]);

describe("a finding", () => {
  it("is one for a schema, with all operations that lead to it, and with its places", async () => {
    const paths = (responses: Content): Content => ({
      "/pets": { get: { operationId: "listPets", responses } },
      "/pets/first": { get: { operationId: "firstPet", responses } },
    });
    const responses = { "200": { description: "x", content: { "application/json": { schema: ref("Pet") } } } };
    const document = (schema: Content): Content => ({
      paths: paths(responses),
      components: { schemas: { Pet: schema } },
    });
    const owner = (schema: Content): Content => object({ owner: object({ name: schema }) });
    const [finding, ...more] = await findingsOf(document(owner(text)), document(owner(whole)));
    expect(more).toEqual([]);
    expect(finding?.message).toBe("`Pet.owner.name` may be a number now");
    expect(finding?.operations).toEqual(["GET /pets", "GET /pets/first"]);
    const pointer = "/components/schemas/Pet/properties/owner/properties/name";
    expect([finding?.old?.pointer, finding?.new?.pointer]).toEqual([pointer, pointer]);
    expect(finding?.old?.line).toBeGreaterThan(40);
  });

  it("tells what an answer holds from what a request holds", async () => {
    const schema = { schemas: { Pet: pet } };
    const both = (components: Content): Content => ({
      ...operation(
        {
          requestBody: { content: { "application/json": { schema: ref("Pet") } } },
          responses: { "200": { description: "x", content: { "application/json": { schema: ref("Pet") } } } },
        },
        "/pets",
        "post",
      ),
      components,
    });
    const next = { schemas: { Pet: object({ name: text }, ["name"]) } };
    expect(await compare(both(schema), both(next))).toEqual([
      "breaking input-removed: Pet.tag is no longer taken",
      "breaking result-removed: Pet.tag is gone",
    ]);
  });

  it("says what credentials and servers change for those who make a client", async () => {
    const securitySchemes = { key: { type: "apiKey", in: "header", name: "X-Key" } };
    const secured = { ...operation({ security: [{ key: [] }] }), components: { securitySchemes } };
    expect(await compare(operation(), secured)).toEqual([
      "breaking input-required: ShopOptions.credentials is new and required",
      "safe export-added: ShopCredentials is new",
    ]);
  });
});
