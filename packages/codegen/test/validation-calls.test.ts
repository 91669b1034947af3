import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Built, builtSchemas, documentAt, fits } from "./validation/built-schemas.js";

let built: Built;
beforeAll(async () => {
  built = builtSchemas(await documentAt(join(import.meta.dirname, "validation/calls.yaml")));
});

const file = new Blob(["a"]);
const sent = { secret: "s", name: "n" };
const answered = { id: 1, name: "n" };
const multipart = (body: unknown) => ({ path: { id: 1 }, contentType: "multipart/form-data", body });
const json = (body: unknown) => ({ path: { id: 1 }, body });

type Vector = readonly [schema: string, fitting: readonly unknown[], others: readonly unknown[]];

const vectors: readonly Vector[] = [
  [
    "GetThingInputSchema",
    [{ path: { id: 1 } }, { path: { id: 1 }, query: { sort: "up" } }],
    [{}, { path: {} }, { path: { id: 0 } }],
  ],
  [
    "GetThingInputSchema",
    [{ path: { id: 1 }, query: JSON.parse('{"__proto__":"a"}') }],
    [
      { path: { id: 1 }, query: JSON.parse('{"__proto__":1}') },
      { path: { id: 1 }, query: { sort: "left" } },
    ],
  ],
  [
    "PutThingInputSchema",
    [json(sent), { ...json(sent), contentType: "application/json" }, json({ ...sent, parent: sent })],
    [{ path: { id: 1 } }, json({ name: "n" }), json({ ...sent, parent: { name: "n" } }), json("a")],
  ],
  [
    "PutThingInputSchema",
    [multipart({ file }), multipart({ file, files: [file], size: 1, either: file }), multipart(new FormData())],
    [
      multipart({}),
      multipart({ file: "a" }),
      multipart({ file, files: ["a"] }),
      multipart({ file, size: "1" }),
      json({ file }),
    ],
  ],
  ["PutThingInputSchema", [multipart({ file, either: null })], [multipart({ file, either: "a" })]],
  [
    "PutThingInputSchema",
    [multipart({ file, odd: 1, named: file })],
    [multipart({ file, odd: file }), multipart({ file, named: "a" })],
  ],
  [
    "PutThingInputSchema",
    [{ path: { id: 1 }, contentType: "text/plain", body: "a text" }],
    [
      { path: { id: 1 }, contentType: "text/plain", body: 1 },
      { path: { id: 1 }, contentType: "text/csv", body: "a" },
    ],
  ],
  [
    "SendFormInputSchema",
    [{}, { body: sent }, { body: new URLSearchParams() }],
    [{ body: { name: "n" } }, { body: "a=b" }],
  ],
  ["SendBytesInputSchema", [{ body: file }, { body: new Uint8Array() }], [{}, { body: "a" }, { body: {} }]],
  ["ThingSchema", [answered, { ...answered, parent: answered }], [sent, { name: "n" }, { ...answered, other: 1 }]],
  [
    "ThingSchema",
    [
      { ...answered, secret: 1 },
      { ...answered, code: "c" },
    ],
    [{ ...answered, code: 1 }],
  ],
  ["SendImageInputSchema", [{ body: file }, { body: new Uint8Array() }], [{ body: "a" }]],
  // In OpenAPI 3.1, `nullable` is no keyword.
  ["LooseSchema", [{}], [null, "a"]],
  ["RoundSchema", [{ form: "Round" }], [{ form: "Square" }, {}]],
  ["ThingSchema", [{ ...answered, other: {} }], [{ ...answered, other: { pin: 1 }, box: 1 }]],
  ["ThingRequestSchema", [{ ...sent, other: { pin: "1" } }], [{ ...sent, other: {} }]],
  ["ThingRequestSchema", [sent, { ...sent, id: "any" }], [answered, { ...sent, parent: answered }]],
  [
    "PetSchema",
    [
      { kind: "kitty", lives: 9 },
      { kind: "Dog", tricks: [] },
    ],
    [{ kind: "Bird" }, { kind: "Dog", tricks: [1] }, {}],
  ],
  ["ThingMadeEventSchema", [answered, "a text"], [sent, 1]],
];

describe("the schemas of operations and components", () => {
  it.each(vectors)("take and refuse what their types do: %s", (name, fitting, others) => {
    expect(fitting.filter((value) => !fits(built[name], value))).toEqual([]);
    expect(others.filter((value) => fits(built[name], value))).toEqual([]);
  });

  it("of answers are there for the JSON of each status", () => {
    // A cast because this one is an object of schemas.
    const results = built.PutThingResultSchemas as unknown as Readonly<Record<string, Built[string]>>;
    expect(Object.keys(results)).toEqual(["200", "4XX"]);
    expect([answered, "a problem", 5, sent].map((value) => fits(results[200], value))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect([{ kind: "kitty" }, answered].map((value) => fits(results["4XX"], value))).toEqual([true, false]);
    expect(built.GetThingResultSchemas).toBeUndefined();
  });
});
