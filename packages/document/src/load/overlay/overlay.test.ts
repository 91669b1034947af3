import { describe, expect, test } from "vitest";
import { load } from "../../../test/documents.js";
import type { Json } from "../document.js";

const document = `openapi: 3.1.0
info: { title: Tea, version: 1.0.0 }
servers: [{ url: "https://one.example" }, { url: "https://two.example", description: Dev }, { url: "https://three.example" }]
paths:
  /teas:
    get:
      operationId: listTeas
      tags: [tea, old]
      parameters: [{ name: limit, in: query, schema: { type: integer } }]
      responses: { "200": { description: Teas. }, "500": { description: Broken. } }
  /cups:
    get:
      operationId: listCups
      responses: { "200": { description: Cups. }, "500": { description: Broken. } }
`;

function overlay(actions: string, version = "1.1.0"): string {
  return `overlay: ${version}\ninfo: { title: Mended, version: 1.0.0 }\nactions:\n${actions}`;
}

async function overlaid(...overlays: readonly string[]) {
  const files = Object.fromEntries(overlays.map((text, index) => [`overlay-${index}.yaml`, text]));
  const result = await load({ "openapi.yaml": document, ...files }, { overlays: Object.keys(files) });
  const found = result.diagnostics.map(
    ({ code, file, position, pointer }) => `${file}:${position?.line}:${position?.column} ${code} ${pointer}`,
  );
  const at = (...keys: readonly string[]): Json | undefined =>
    keys.reduce<Json | undefined>(
      // The documents of this test are plain objects and arrays.
      (value, key) => (value as Readonly<Record<string, Json>> | undefined)?.[key],
      result.document?.json,
    );
  return { ...result, found, at };
}

describe("an action", () => {
  test("merges an object: members are added, plain values replaced, arrays lengthened, objects merged", async () => {
    const update = "{ summary: All teas, operationId: teas, tags: [new], responses: { '200': { description: All. } } }";
    const { at, found } = await overlaid(overlay(`  - target: $.paths['/teas'].get\n    update: ${update}\n`));
    expect(found).toEqual([]);
    expect(at("paths", "/teas", "get")).toEqual({
      operationId: "teas",
      tags: ["tea", "old", "new"],
      parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }],
      responses: { "200": { description: "All." }, "500": { description: "Broken." } },
      summary: "All teas",
    });
  });

  test("applies to everything that it selects, and to nothing else", async () => {
    const { at } = await overlaid(overlay("  - target: $.paths.*.get.responses['500']\n    remove: true\n"));
    expect(at("paths", "/teas", "get", "responses")).toEqual({ "200": { description: "Teas." } });
    expect(at("paths", "/cups", "get", "responses")).toEqual({ "200": { description: "Cups." } });
  });

  test("removes the items that a filter selects, plain values too", async () => {
    const { at } = await overlaid(
      overlay(
        "  - target: $.servers[?@.description == 'Dev']\n    remove: true\n  - target: $.paths.*.get.tags[?@ == 'old']\n    remove: true\n",
      ),
    );
    expect(at("servers")).toEqual([{ url: "https://one.example" }, { url: "https://three.example" }]);
    expect(at("paths", "/teas", "get", "tags")).toEqual(["tea"]);
  });

  test("removes what is inside something that is removed as well", async () => {
    const { at, found } = await overlaid(overlay("  - target: $.paths['/teas']..*\n    remove: true\n"));
    expect(found.filter((line) => line.includes("overlay"))).toEqual([]);
    expect(at("paths", "/teas")).toEqual({});
  });

  test("adds an object to an array, and an array item by item", async () => {
    const { at } = await overlaid(
      overlay(
        "  - target: $.servers\n    update: { url: 'https://four.example' }\n  - target: $.paths['/teas'].get.tags\n    update: [a, b]\n",
      ),
    );
    expect(at("servers", "3")).toEqual({ url: "https://four.example" });
    expect(at("paths", "/teas", "get", "tags")).toEqual(["tea", "old", "a", "b"]);
  });

  test("of Overlay 1.0 adds an array as one item", async () => {
    const { at } = await overlaid(
      overlay(
        "  - target: $.info\n    update: { x-lists: [[a]] }\n  - target: $.info.x-lists\n    update: [b]\n",
        "1.0.0",
      ),
    );
    expect(at("info", "x-lists")).toEqual([["a"], ["b"]]);
  });

  test("copies one node", async () => {
    const { at } = await overlaid(
      overlay(
        "  - target: $.paths['/cups'].get\n    update: { parameters: [] }\n  - target: $.paths['/cups'].get.parameters\n    copy: $.paths['/teas'].get.parameters\n",
      ),
    );
    expect(at("paths", "/cups", "get", "parameters")).toEqual([
      { name: "limit", in: "query", schema: { type: "integer" } },
    ]);
  });

  test("takes a member called __proto__ for one like any other", async () => {
    const { document: result, found } = await overlaid(
      overlay("  - target: $.info\n    update: { x-odd: { __proto__: { a: 1 } } }\n"),
    );
    expect(found).toEqual([]);
    expect(JSON.stringify(result?.json)).toContain('"x-odd":{"__proto__":{"a":1}}');
  });
});

test("actions and overlays apply to what the ones before left", async () => {
  const { at } = await overlaid(
    overlay(
      "  - target: $.servers\n    remove: true\n  - target: $\n    update: { servers: [{ url: 'https://sandbox.example' }] }\n",
    ),
    overlay("  - target: $.servers[0]\n    update: { description: Sandbox }\n"),
  );
  expect(at("servers")).toEqual([{ url: "https://sandbox.example", description: "Sandbox" }]);
});

describe("a diagnostic", () => {
  test("of text that an overlay brought names the overlay's line", async () => {
    const { found } = await overlaid(
      overlay(
        "  - target: $.paths['/cups'].get\n    update:\n      parameters:\n        - { name: size, in: quary, schema: { type: integer } }\n",
      ),
    );
    expect(found).toEqual(["overlay-0.yaml:7:25 operation-invalid /actions/0/update/parameters/0/in"]);
  });

  test("of text behind removed items, and of what a later overlay changed, names the line where it is written", async () => {
    const { document: result } = await overlaid(
      overlay(
        "  - target: $.servers[1]\n    remove: true\n  - target: $.servers\n    update: { url: 'https://four.example' }\n",
      ),
      overlay("  - target: $.servers[?@.url == 'https://four.example']\n    update: { description: Four }\n"),
    );
    const place = (pointer: string): string => {
      const { file, line, pointer: written } = result?.locate(pointer) ?? { file: "", line: 0, pointer: "" };
      return `${file}:${line} ${written}`;
    };
    expect(place("/servers/0/url")).toBe("openapi.yaml:3 /servers/0/url");
    expect(place("/servers/1/url")).toBe("openapi.yaml:3 /servers/2/url");
    expect(place("/servers/2/url")).toBe("overlay-0.yaml:7 /actions/1/update/url");
    expect(place("/servers/2/description")).toBe("overlay-1.yaml:5 /actions/0/update/description");
    expect(place("/paths/~1teas/get")).toBe("openapi.yaml:6 /paths/~1teas/get");
  });

  test("of a number that stands for text has the text as the overlay writes it", async () => {
    const { at, found } = await overlaid(overlay("  - target: $.info\n    update: { version: 1.10 }\n"));
    expect(found).toEqual(["overlay-0.yaml:5:15 structure-text /actions/0/update/version"]);
    expect(at("info", "version")).toBe("1.10");
  });
});

describe("an overlay is refused, and nothing is made of the document,", () => {
  test.each([
    [
      "of another version",
      overlay("  - target: $\n    update: {}\n", "2.0.0"),
      "overlay-0.yaml:1:1 overlay-invalid /overlay",
    ],
    ["without actions", overlay(""), "overlay-0.yaml:3:1 overlay-invalid /actions"],
    ["without info", "overlay: 1.1.0\nactions: [{ target: $, update: {} }]\n", "overlay-0.yaml:1:1 overlay-invalid "],
    [
      "whose version is a number",
      overlay("  - target: $\n    update: {}\n").replace("version: 1.0.0", "version: 1.0"),
      "overlay-0.yaml:2:24 overlay-invalid /info/version",
    ],
    [
      "whose description is a number",
      overlay("  - target: $\n    update: {}\n    description: 1\n"),
      "overlay-0.yaml:6:5 overlay-invalid /actions/0/description",
    ],
    [
      "that has an action twice",
      overlay("  - target: $\n    update: {}\n  - target: $\n    update: {}\n"),
      "overlay-0.yaml:6:5 overlay-invalid /actions/1",
    ],
    [
      "with a misspelt word",
      overlay("  - target: $\n    updates: {}\n"),
      "overlay-0.yaml:5:5 overlay-invalid /actions/0/updates",
    ],
    [
      "with update and copy at once",
      overlay("  - target: $\n    update: {}\n    copy: $.info\n"),
      "overlay-0.yaml:4:5 overlay-invalid /actions/0",
    ],
    [
      "of 1.0 with copy",
      overlay("  - target: $\n    copy: $.info\n", "1.0.0"),
      "overlay-0.yaml:5:5 overlay-invalid /actions/0/copy",
    ],
    [
      "with a target that is no JSONPath",
      overlay("  - target: $.info[\n    remove: true\n"),
      "overlay-0.yaml:4:5 overlay-path /actions/0/target",
    ],
    [
      "that removes the document",
      overlay("  - target: $\n    remove: true\n"),
      "overlay-0.yaml:4:5 overlay-conflict /actions/0",
    ],
    [
      "that puts an array into an object",
      overlay("  - target: $.info\n    update: [a]\n"),
      "overlay-0.yaml:5:5 overlay-conflict /actions/0/update",
    ],
    [
      "that puts an object in the place of a text",
      overlay("  - target: $.info\n    update: { title: { a: 1 } }\n"),
      "overlay-0.yaml:5:15 overlay-conflict /actions/0/update/title",
    ],
    [
      "that updates nodes of several kinds",
      overlay(
        "  - target: $.info['title','contact','x-a']\n    update: b\n  - target: $['info','servers']\n    update: b\n",
      ),
      "overlay-0.yaml:6:5 overlay-conflict /actions/1/target",
    ],
    [
      "that copies several nodes",
      overlay("  - target: $.info\n    copy: $.servers.*\n"),
      "overlay-0.yaml:5:5 overlay-conflict /actions/0/copy",
    ],
  ])("%s", async (_, text, line) => {
    const { document: result, found } = await overlaid(text);
    expect(found).toEqual([line]);
    expect(result).toBeUndefined();
  });

  test("that is not there", async () => {
    const { document: result, diagnostics } = await load(document, { overlays: ["missing.yaml"] });
    expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual(["missing.yaml file-unreadable"]);
    expect(result).toBeUndefined();
  });

  test("that doubles the document again and again", async () => {
    const copies = Array.from(
      { length: 40 },
      (_, index) =>
        `  - target: $.info\n    update: { x-${index}: {} }\n  - target: $.info.x-${index}\n    copy: $.info\n`,
    );
    const { document: result, found } = await overlaid(overlay(copies.join("")));
    expect(found.map((line) => line.split(" ")[1])).toEqual(["overlay-limit"]);
    expect(result).toBeUndefined();
  });

  test("that selects nodes again and again", async () => {
    const nested = `${"{ a: ".repeat(25)}1${" }".repeat(25)}`;
    const actions = `  - target: $.info\n    update: { x-nested: ${nested} }\n  - target: $${"..*".repeat(8)}\n    update: 2\n`;
    const { found } = await overlaid(overlay(actions));
    expect(found).toEqual(["overlay-0.yaml:6:5 overlay-limit /actions/1/target"]);
  });
});

describe("a warning tells", () => {
  test("that an action selects nothing", async () => {
    const nothing = await overlaid(overlay("  - target: $\n"));
    expect(nothing.found).toEqual(["overlay-0.yaml:4:5 overlay-no-match /actions/0"]);
    const { document: result, found } = await overlaid(overlay("  - target: $.paths['/pots']\n    remove: true\n"));
    expect(found).toEqual(["overlay-0.yaml:4:5 overlay-no-match /actions/0/target"]);
    expect(result).toBeDefined();
  });

  test.each([
    ["openapi.yaml", []],
    ["https://example.com/apis/openapi.yaml", []],
    ["./other.yaml", ["overlay-0.yaml:2:1 overlay-extends /extends"]],
    ["https://example.com/other.yaml", ["overlay-0.yaml:2:1 overlay-extends /extends"]],
  ])("that the overlay was written for another document: %s", async (reference, expected) => {
    const text = `overlay: 1.1.0\nextends: ${reference}\ninfo: { title: M, version: 1.0.0 }\nactions:\n  - { target: $.info, update: { x-a: 1 } }\n`;
    expect((await overlaid(text)).found).toEqual(expected);
  });
});
