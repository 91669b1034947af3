import { describe, expect, it } from "vitest";
import {
  answering,
  type Content,
  compare,
  findingsOf,
  object,
  operation,
  ref,
  taking,
  text,
  whole,
} from "./editions.js";

/** What is found from the first document to the second, and back. */
interface Case {
  readonly name: string;
  readonly old: Content;
  readonly new: Content;
  readonly forth: readonly string[];
  readonly back: readonly string[];
}

const pet = object({ name: text, tag: text }, ["name"]);
const shop = (schema: Content): Content => ({ ...answering(ref("Pet"), { Pet: schema }) });

function each(name: string, cases: readonly Case[]): void {
  describe(name, () => {
    it.each(cases)("$name", async ({ old, new: next, forth, back }) => {
      expect(await compare(old, next)).toEqual(forth);
      expect(await compare(next, old)).toEqual(back);
    });
  });
}

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

each("what is given", [
  {
    name: "a property that is gone, or new",
    old: taking(object({ name: text, tag: text })),
    new: taking(object({ name: text })),
    forth: ["breaking input-removed: createPet(): input.body.tag is no longer taken"],
    back: [],
  },
  {
    name: "a property that is required",
    old: taking(object({ name: text })),
    new: taking(object({ name: text }, ["name"])),
    forth: ["breaking input-required: createPet(): input.body.name is required now"],
    back: [],
  },
  {
    name: "a property that is new and required",
    old: taking(object({ name: text })),
    new: taking(object({ name: text, age: whole }, ["age"])),
    forth: ["breaking input-required: createPet(): input.body.age is new and required"],
    back: ["breaking input-removed: createPet(): input.body.age is no longer taken"],
  },
  {
    name: "a type, deep inside",
    old: taking(object({ tags: { type: "array", items: object({ key: { type: ["string", "null"] } }) } })),
    new: taking(object({ tags: { type: "array", items: object({ key: whole }) } })),
    forth: ["breaking input-narrowed: createPet(): input.body.tags[].key no longer takes null or a string"],
    back: ["breaking input-narrowed: createPet(): input.body.tags[].key no longer takes a number"],
  },
  {
    name: "values of a list",
    old: taking(object({ kind: { enum: ["cat", "dog", "bird"] } })),
    new: taking(object({ kind: { enum: ["cat", "fish"] } })),
    forth: ['breaking input-narrowed: createPet(): input.body.kind no longer takes "dog" or "bird"'],
    back: ['breaking input-narrowed: createPet(): input.body.kind no longer takes "fish"'],
  },
  {
    name: "a parameter",
    old: operation({ parameters: [{ name: "limit", in: "query", schema: { type: ["integer", "string"] } }] }),
    new: operation({ parameters: [{ name: "limit", in: "query", required: true, schema: whole }] }),
    forth: [
      "breaking input-required: getPets(): input.query.limit is required now",
      "breaking input-narrowed: getPets(): input.query.limit no longer takes a string",
    ],
    back: [],
  },
]);

each("a function that takes nothing", [
  {
    name: "and then parameters",
    old: operation(),
    new: operation({
      parameters: [
        { name: "limit", in: "query", required: true, schema: whole },
        { name: "q", in: "query", schema: text },
      ],
    }),
    forth: ["breaking input-required: getPets(): input.query.limit is new and required"],
    back: [
      "breaking export-removed: GetPetsInput is gone",
      "breaking input-removed: getPets(): input.query.limit is no longer taken",
      "breaking input-removed: getPets(): input.query.q is no longer taken",
    ],
  },
]);

each("what is read", [
  {
    name: "an optional property that is gone",
    old: shop(pet),
    new: shop(object({ name: text }, ["name"])),
    forth: ["breaking result-removed: Pet.tag is gone"],
    back: [],
  },
  {
    name: "a property that may be absent",
    old: shop(pet),
    new: shop(object({ name: text, tag: text })),
    forth: ["breaking result-optional: Pet.name may be absent now"],
    back: [],
  },
  {
    name: "null",
    old: shop(object({ name: text })),
    new: shop(object({ name: { type: ["string", "null"] } })),
    forth: ["breaking result-widened: Pet.name may be null now"],
    back: [],
  },
  {
    name: "a value of a list",
    old: shop(object({ status: { enum: ["sold", "free"] } })),
    new: shop(object({ status: { enum: ["sold", "free", "archived"] } })),
    forth: [
      'warning result-value-added: Pet.status may be "archived" now: an exhaustive switch over it no longer compiles',
    ],
    back: [],
  },
  {
    name: "any text instead of a list",
    old: shop(object({ status: { const: "sold" } })),
    new: shop(object({ status: text })),
    forth: ["breaking result-widened: Pet.status may be a string now"],
    back: [],
  },
  {
    name: "a further schema of a union",
    old: answering(
      { oneOf: [ref("Cat"), ref("Dog")] },
      { Cat: object({ purrs: whole }, ["purrs"]), Dog: object({ barks: whole }, ["barks"]) },
    ),
    new: answering(
      { oneOf: [ref("Cat"), ref("Dog"), ref("Bird")] },
      {
        Cat: object({ purrs: whole }, ["purrs"]),
        Dog: object({ barks: whole }, ["barks"]),
        Bird: object({ sings: whole }, ["sings"]),
      },
    ),
    forth: ["warning result-branch-added: getPets(): result.data may be Bird now", "safe export-added: Bird is new"],
    back: ["breaking export-removed: Bird is gone"],
  },
]);

const answers = (...statuses: readonly string[]): Content => {
  const answer = { description: "Done.", content: { "application/json": { schema: object({ id: text }) } } };
  return operation({ responses: Object.fromEntries(statuses.map((status) => [status, answer])) });
};

each("statuses and headers", [
  {
    name: "a failure",
    old: answers("200", "404"),
    new: answers("200"),
    forth: [
      "breaking result-status-removed: getPets(): result.status is never 404 any more: a comparison with it no longer compiles",
    ],
    back: ["warning result-status-added: getPets(): result.status may be 404 now"],
  },
  {
    name: "a success that is read as the others",
    old: answers("200"),
    new: answers("200", "201"),
    forth: ["warning result-status-added: getPets(): result.status may be 201 now"],
    back: [
      "breaking result-status-removed: getPets(): result.status is never 201 any more: a comparison with it no longer compiles",
    ],
  },
  {
    name: "a success without a body",
    old: answers("200"),
    new: operation({
      responses: {
        "200": { description: "Done.", content: { "application/json": { schema: object({ id: text }) } } },
        "204": { description: "Nothing." },
      },
    }),
    forth: ["breaking result-status-added: getPets(): result.status may be 204 now, with result.data undefined"],
    back: [
      "breaking result-status-removed: getPets(): result.status is never 204 any more: a comparison with it no longer compiles",
    ],
  },
  {
    name: "a header",
    old: operation({
      responses: {
        "200": { description: "Done.", headers: { "X-Rate": { schema: whole }, "X-Id": { schema: text } } },
      },
    }),
    new: operation({ responses: { "200": { description: "Done.", headers: { "X-Id": { schema: text } } } } }),
    forth: ['breaking result-removed: getPets(): result.headers["X-Rate"] is gone'],
    back: [],
  },
  {
    name: "a media type",
    old: operation({
      responses: { "200": { description: "Done.", content: { "application/json": { schema: object({ id: text }) } } } },
    }),
    new: operation({
      responses: {
        "200": {
          description: "Done.",
          content: { "application/json": { schema: object({ id: text }) }, "text/csv": { schema: text } },
        },
      },
    }),
    forth: ["breaking result-widened: getPets(): result.data may be a string now"],
    back: ['breaking result-removed: getPets(): result.contentType is never "text/csv" any more'],
  },
]);

const named = (path: string, operationId: string, parameter: string): Content => ({
  ...operation({ operationId, parameters: [{ name: parameter, in: "path", required: true, schema: text }] }, path),
});

each("names", [
  {
    name: "of an operation",
    old: operation({ operationId: "getPets" }),
    new: operation({ operationId: "listPets" }),
    forth: ["breaking function-renamed: getPets() is now called listPets()"],
    back: ["breaking function-renamed: listPets() is now called getPets()"],
  },
  {
    name: "of a path parameter",
    old: named("/pets/{id}", "getPet", "id"),
    new: named("/pets/{pet_id}", "getPet", "pet_id"),
    forth: ["breaking input-renamed: getPet(): input.path.id is now called pet_id"],
    back: ["breaking input-renamed: getPet(): input.path.pet_id is now called id"],
  },
  {
    name: "of a schema",
    old: answering(ref("Pet"), { Pet: pet }),
    new: answering(ref("Animal"), { Animal: pet }),
    forth: ["breaking export-renamed: Pet is now called Animal"],
    back: ["breaking export-renamed: Animal is now called Pet"],
  },
  {
    name: "of a schema that no operation mentions",
    old: { ...operation(), components: { schemas: { Pet: pet } } },
    new: { ...operation(), components: { schemas: { Animal: pet } } },
    forth: ["breaking export-renamed: Pet is now called Animal"],
    back: ["breaking export-renamed: Animal is now called Pet"],
  },
  {
    name: "of an operation that is gone",
    old: { paths: { ...Object(operation()).paths, ...Object(named("/pets/{id}", "getPet", "id")).paths } },
    new: operation(),
    forth: ["breaking function-removed: getPet() is gone: nothing sends GET /pets/{id} any more"],
    back: ["safe function-added: getPet() is new: it sends GET /pets/{id}"],
  },
  {
    name: "of a tag",
    old: operation({ tags: ["Pets"] }),
    new: operation({ tags: ["Animals"] }),
    forth: ["breaking subpath-removed: shop/pets can no longer be imported"],
    back: ["breaking subpath-removed: shop/animals can no longer be imported"],
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
